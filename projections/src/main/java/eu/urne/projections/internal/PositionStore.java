package eu.urne.projections.internal;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Positions in the data folder of one process: there are no claims. (Axon's JdbcTokenStore locks its rows with FOR
 * UPDATE, which SQLite does not know.)
 */
final class PositionStore implements Positions {

    private static final String STORE = """
            INSERT INTO progress (processor, segment, position) VALUES (?, ?, ?)
            ON CONFLICT (processor, segment) DO UPDATE SET position = excluded.position""";

    private final ViewWriter writer;
    private final Progress progress;

    /** A store that tells the progress after each commit. */
    PositionStore(ViewWriter writer, Progress progress) {
        this.writer = writer;
        this.progress = progress;
    }

    /** Tells the progress what is committed already. */
    void load() {
        progress.set(0, inTransaction(() -> writer.query(
                        row -> row.getLong(1), "SELECT coalesce(min(position), 0) FROM progress")
                .getFirst()));
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        long position = token == null ? 0 : token.position().orElse(0);
        writer.executeInTransaction(() -> {
            writer.afterCommit(() -> progress.reach(0, position));
            writer.update(STORE, processorName, segment, position);
        });
    }

    @Override
    public OptionalLong claim(String processor) {
        return fetchToken(processor, SEGMENT).position();
    }

    @Override
    public void hold(String processor) {
        // nobody else can get it
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        return new GlobalSequenceTrackingToken(inTransaction(() -> {
            List<Long> found = writer.query(
                    row -> row.getLong(1),
                    "SELECT position FROM progress WHERE processor = ? AND segment = ?",
                    processorName,
                    segment);
            return found.isEmpty() ? 0L : found.getFirst();
        }));
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        // nobody else can have claimed it
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        // nobody else waits for it
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return inTransaction(() -> writer.query(
                        row -> row.getInt(1),
                        "SELECT segment FROM progress WHERE processor = ? ORDER BY segment",
                        processorName))
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return writer.fetchInTransaction(work);
    }
}
