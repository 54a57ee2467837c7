package eu.urne.api.tablet;

/**
 * Why a tablet is not waited for.
 *
 * @param reason 1 to 500 characters for everybody to read; names nobody
 */
record WriteOffBody(String reason) {}
