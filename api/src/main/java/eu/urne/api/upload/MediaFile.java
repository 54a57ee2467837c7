package eu.urne.api.upload;

/**
 * A picture or sound that may be kept.
 *
 * @param type its media type
 * @param content made anew by us; the caller may not change it
 */
public record MediaFile(String type, byte[] content) {}
