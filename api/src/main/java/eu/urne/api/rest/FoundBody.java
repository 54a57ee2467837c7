package eu.urne.api.rest;

/**
 * A count of the sheets of paper in the urn.
 *
 * @param found how many
 */
record FoundBody(long found) {}
