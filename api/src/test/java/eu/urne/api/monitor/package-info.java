/** What those who run an installation see of it. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.monitor;
