package eu.urne.api.rest;

/**
 * Why something is done.
 *
 * @param reason 1 to 500 characters; it is published
 */
record ReasonBody(String reason) {}
