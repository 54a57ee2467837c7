package eu.urne.engine.store.trial;

import com.google.protobuf.ByteString;
import io.kurrent.dbclient.proto.shared.Shared;
import io.kurrent.dbclient.proto.streams.StreamsOuterClass.ReadResp.ReadEvent;
import java.util.Map;
import java.util.UUID;

/**
 * An event as the server keeps it.
 *
 * @param position in {@code $all}, ascending with gaps
 * @param revision in its stream, from 0
 * @param system what the protocol calls metadata: type, content type, time of writing
 */
record TrialEvent(
        long position,
        String stream,
        long revision,
        UUID id,
        Map<String, String> system,
        ByteString metadata,
        ByteString data) {

    /** What is asked to be written. */
    record Proposed(UUID id, Map<String, String> system, ByteString metadata, ByteString data) {}

    ReadEvent onWire() {
        ReadEvent.RecordedEvent recorded = ReadEvent.RecordedEvent.newBuilder()
                .setId(Shared.UUID
                        .newBuilder()
                        .setStructured(Shared.UUID
                                .Structured
                                .newBuilder()
                                .setMostSignificantBits(id.getMostSignificantBits())
                                .setLeastSignificantBits(id.getLeastSignificantBits())))
                .setStreamIdentifier(
                        Shared.StreamIdentifier.newBuilder().setStreamName(ByteString.copyFromUtf8(stream)))
                .setStreamRevision(revision)
                .setCommitPosition(position)
                .setPreparePosition(position)
                .putAllMetadata(system)
                .setCustomMetadata(metadata)
                .setData(data)
                .build();
        return ReadEvent.newBuilder()
                .setEvent(recorded)
                .setCommitPosition(position)
                .build();
    }
}
