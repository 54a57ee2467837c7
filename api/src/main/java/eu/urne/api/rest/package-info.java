/** The REST interface: commands to polls, their views, the published logs. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.rest;
