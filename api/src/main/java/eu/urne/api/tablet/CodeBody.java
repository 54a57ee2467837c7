package eu.urne.api.tablet;

/**
 * How a tablet becomes known.
 *
 * @param code as it is shown at the desk; case, spaces and hyphens do not matter
 */
record CodeBody(String code) {}
