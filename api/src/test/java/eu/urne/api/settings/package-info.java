/** What an installation can be told. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.settings;
