package eu.urne.api.rest;

/**
 * Why the counts of a poll do not add up.
 *
 * @param reason 1 to 500 characters for everybody to read; names nobody
 */
record DiscrepancyBody(String reason) {}
