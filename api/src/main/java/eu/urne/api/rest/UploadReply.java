package eu.urne.api.rest;

import eu.urne.engine.blob.BlobHash;

/**
 * A file that was taken: the attachment of an idea.
 *
 * @param blob names it
 * @param type media type, as the content says
 * @param bytes length of what is kept
 */
record UploadReply(BlobHash blob, String type, long bytes) {}
