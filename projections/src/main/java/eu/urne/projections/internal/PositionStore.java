package eu.urne.projections.internal;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's tokens as positions, beside the tables that they speak of. There are no claims: the data folder belongs to one
 * process. (Axon's JdbcTokenStore locks its rows with FOR UPDATE, which SQLite does not know.)
 */
public final class PositionStore implements TokenStore {

    private static final String STORE = """
            INSERT INTO progress (processor, segment, position) VALUES (?, ?, ?)
            ON CONFLICT (processor, segment) DO UPDATE SET position = excluded.position""";

    private final ViewWriter writer;
    private final Progress progress;

    /** A store that tells the progress after each commit. */
    public PositionStore(ViewWriter writer, Progress progress) {
        this.writer = writer;
        this.progress = progress;
    }

    /** Tells the progress what is committed already. */
    public void load() {
        progress.reach(inTransaction(
                () -> writer.query(row -> row.getLong(1), "SELECT coalesce(min(position), 0) FROM progress")
                        .getFirst()));
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        store(token == null ? 0 : token.position().orElse(0), processorName, segment);
    }

    /** Stores a position with the transaction that is under way, or in one of its own. */
    void store(long position, String processor, int segment) {
        inTransaction(() -> {
            writer.afterCommit(() -> progress.reach(position));
            return writer.update(STORE, processor, segment, position);
        });
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
