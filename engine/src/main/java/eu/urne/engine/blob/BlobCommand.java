package eu.urne.engine.blob;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a blob. */
public sealed interface BlobCommand {

    /** The blob. */
    BlobHash blob();

    /** Name of the blob's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return stream(blob());
    }

    /** Name of the stream of a blob. */
    static String stream(BlobHash blob) {
        return "blob/" + blob;
    }

    /**
     * Put on record that a text or file is erased; {@link BlobStore#erase} does it.
     *
     * @param reason why, which is published: 1 to 500 characters, and nothing that tells who or what
     */
    record EraseBlob(BlobHash blob, String reason) implements BlobCommand {}
}
