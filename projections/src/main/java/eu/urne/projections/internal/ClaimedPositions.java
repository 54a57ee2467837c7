package eu.urne.projections.internal;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/**
 * Positions that several nodes share: one of them at a time has the right to build the read models, until it gives it
 * back or has not used it for a while, by the clock of the database. A transaction of one that has lost it cannot be
 * committed. While a transaction writes, the row of its claim is locked, so that nobody takes over from a node that is
 * slow but alive; the database ends the sessions of those that stop in the midst of one. Commits are not synced: where
 * a crash of the database has taken the last ones back, their node goes on from the position that is left, which it
 * sees before it writes or claims anything more.
 */
final class ClaimedPositions implements Positions {

    /** Channel on which the position is told after each commit, as {@code build:position}. */
    static final String CHANNEL = "urne_views";

    private static final String UNTIL = "claimed_until = clock_timestamp() + ? * interval '1 millisecond'";
    private static final String MINE = " WHERE processor = ? AND segment = ? AND owner = ?";

    private static final String CLAIM = "UPDATE progress SET owner = ?, " + UNTIL + """
             WHERE (processor, segment) IN
                (SELECT processor, segment FROM progress
                 WHERE processor = ? AND segment = ?
                     AND (owner IS NULL OR owner = ? OR claimed_until < clock_timestamp())
                 FOR UPDATE SKIP LOCKED)
            RETURNING position""";
    private static final String STORE = "UPDATE progress SET position = ?, " + UNTIL + MINE + " RETURNING pg_notify('"
            + CHANNEL + "', build || ':' || position), build";

    private final ViewWriter writer;
    private final Progress progress;
    private final String node;
    private final Duration claim;
    private final Runnable taken;
    private long held;

    /** The position that was read with the claim, or committed last. */
    private volatile long known;

    /**
     * Positions of a node.
     *
     * @param progress is told after each commit
     * @param node its name, which no other process has
     * @param claim how long it has the right to build after it has used it
     * @param taken is done whenever it has got it, in the same transaction
     */
    ClaimedPositions(ViewWriter writer, Progress progress, String node, Duration claim, Runnable taken) {
        this.writer = writer;
        this.progress = progress;
        this.node = node;
        this.claim = claim;
        this.taken = taken;
    }

    @Override
    public OptionalLong claim(String processor) {
        return claim(processor, SEGMENT);
    }

    private OptionalLong claim(String processor, int segment) {
        return writer.fetchInTransaction(() -> {
            List<Long> position =
                    writer.query(row -> row.getLong(1), CLAIM, node, claim.toMillis(), processor, segment, node);
            if (position.isEmpty()) {
                return OptionalLong.empty();
            }
            known = position.getFirst();
            return OptionalLong.of(known);
        });
    }

    /** Within a transaction it is held once: from then on its row is locked, and only this transaction moves it. */
    @Override
    public void hold(String processor) {
        if (held == writer.transaction()) {
            return;
        }
        String mine = "SELECT position FROM progress" + MINE + " FOR UPDATE";
        List<Long> position = writer.query(row -> row.getLong(1), mine, processor, SEGMENT, node);
        if (position.isEmpty()) {
            throw lost(processor, SEGMENT);
        }
        if (position.getFirst() != known) {
            throw new UnableToClaimTokenException("the segment " + SEGMENT + " of " + processor + " stands at "
                    + position.getFirst() + ", not at " + known);
        }
        held = writer.transaction();
    }

    private UnableToClaimTokenException lost(String processor, int segment) {
        return new UnableToClaimTokenException(
                "another node builds the segment " + segment + " of " + processor + ", not " + node);
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        long position = token == null ? 0 : token.position().orElse(0);
        writer.executeInTransaction(() -> {
            hold(processorName);
            List<Long> build = writer.query(
                    row -> row.getLong(2), STORE, position, claim.toMillis(), processorName, segment, node);
            writer.afterCommit(() -> {
                known = position;
                progress.reach(build.getFirst(), position);
            });
        });
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        return writer.fetchInTransaction(() -> {
            long position = claim(processorName, segment).orElseThrow(() -> lost(processorName, segment));
            taken.run();
            return new GlobalSequenceTrackingToken(position);
        });
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        writer.executeInTransaction(() -> {
            hold(processorName);
            writer.update("UPDATE progress SET " + UNTIL + MINE, claim.toMillis(), processorName, segment, node);
        });
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        writer.executeInTransaction(() -> writer.update(
                "UPDATE progress SET owner = NULL, claimed_until = NULL" + MINE, processorName, segment, node));
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return writer
                .fetchInTransaction(() -> writer.query(
                        row -> row.getInt(1),
                        "SELECT segment FROM progress WHERE processor = ? ORDER BY segment",
                        processorName))
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
