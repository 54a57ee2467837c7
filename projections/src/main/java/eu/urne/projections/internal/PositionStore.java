package eu.urne.projections.internal;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's tokens as positions, beside the tables that they speak of. There are no claims: the data folder belongs to one
 * process. (Axon's JdbcTokenStore locks its rows with FOR UPDATE, which SQLite does not know.)
 */
public final class PositionStore implements TokenStore {

    private static final String STORE = """
            INSERT INTO progress (processor, segment, position) VALUES (?, ?, ?)
            ON CONFLICT (processor, segment) DO UPDATE SET position = excluded.position""";

    private final JdbcClient jdbc;
    private final Progress progress;

    /** A store that tells the progress after each commit. */
    public PositionStore(JdbcClient jdbc, Progress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    /** Tells the progress what is committed already. */
    public void load() {
        progress.reach(jdbc.sql("SELECT coalesce(min(position), 0) FROM progress")
                .query(Long.class)
                .single());
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        long position = token == null ? 0 : token.position().orElse(0);
        jdbc.sql(STORE).params(processorName, segment, position).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                progress.reach(position);
            }
        });
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        return new GlobalSequenceTrackingToken(
                jdbc.sql("SELECT position FROM progress WHERE processor = ? AND segment = ?")
                        .params(processorName, segment)
                        .query(Long.class)
                        .optional()
                        .orElse(0L));
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
        return jdbc
                .sql("SELECT segment FROM progress WHERE processor = ? ORDER BY segment")
                .param(processorName)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
