/** What those who run an installation see of it: figures and health, and never a vote. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.monitor;
