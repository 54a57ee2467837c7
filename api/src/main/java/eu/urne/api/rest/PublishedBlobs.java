package eu.urne.api.rest;

import eu.urne.engine.blob.BlobHash;

/** Which texts and files everybody may see: those of proposals that were accepted, and pictures of works. */
@FunctionalInterface
public interface PublishedBlobs {

    /** Whether everybody may see it. */
    boolean contains(BlobHash blob);
}
