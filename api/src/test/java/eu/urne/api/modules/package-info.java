/** What the modules may use of each other. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.modules;
