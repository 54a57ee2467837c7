/** What an installation can be told: every setting, where it is said, and what is allowed. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.settings;
