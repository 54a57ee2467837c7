package eu.urne.engine.blob;

/**
 * A text or file with the salt that its hash needs.
 *
 * @param hash SHA-256 over salt and content
 * @param type media type of the content
 * @param content the caller may not change it
 * @param salt 32 bytes
 */
public record Blob(BlobHash hash, String type, byte[] content, byte[] salt) {}
