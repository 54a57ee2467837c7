package eu.urne.engine.blob;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a blob. */
public sealed interface BlobCommand {

    /** What the names of the streams begin with. */
    String STREAMS = "blob/";

    /** The blob. */
    BlobHash blob();

    /** Name of the blob's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return stream(blob());
    }

    /** Name of the stream of a blob. */
    static String stream(BlobHash blob) {
        return STREAMS + blob;
    }

    /** The blobs that have streams of these names: each was erased, nothing else is told in them. */
    static List<BlobHash> erased(List<String> streams) {
        return streams.stream()
                .map(stream -> new BlobHash(stream.substring(STREAMS.length())))
                .toList();
    }

    /**
     * Put on record that a text or file is erased; {@link BlobStore#erase} does it.
     *
     * @param reason why, which is published: 1 to 500 characters, and nothing that tells who or what
     */
    record EraseBlob(BlobHash blob, String reason) implements BlobCommand {}
}
