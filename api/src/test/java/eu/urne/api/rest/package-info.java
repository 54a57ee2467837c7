/** Tests of the REST interface over a real server. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.rest;
