package eu.urne.engine.store;

import eu.urne.engine.store.LogReader.SizedNote;
import io.kurrent.dbclient.EventDataBuilder;
import io.kurrent.dbclient.StreamState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Seals what has its place: appends the checkpoints of both logs to the stream of checkpoints, expecting the one that
 * was seen last. Any node may do it, one of them succeeds, and what it sealed comes back to all in the order. Used by
 * the follower's thread only, and told by the client's.
 */
final class Sealer {

    /** A node for whose callers there is nothing to seal leaves it this long to those that have. */
    private static final long GRACE_MS = 200;

    private static final long RETRY_MS = 25;

    private final EventStoreLink link;
    private final String stream;
    private final LogHeads heads;
    private boolean underWay;
    private long attempt;
    private long notBefore = System.nanoTime();
    private long unsealedSince;
    private boolean unsealed;

    Sealer(EventStoreLink link, String stream, LogHeads heads) {
        this.link = link;
        this.stream = stream;
        this.heads = heads;
    }

    /** A seal has come in the order: whoever wrote it, ours is none any more if it was under way. */
    synchronized void seen() {
        attempt++;
        underWay = false;
        unsealed = false;
        notBefore = System.nanoTime();
    }

    /**
     * Seals if it is time.
     *
     * @param waitedFor whether callers of this node wait
     * @param revision of the last seal seen, -1 for none
     */
    synchronized void look(boolean waitedFor, long revision) {
        long now = System.nanoTime();
        if (!unsealed) {
            unsealed = true;
            unsealedSince = now;
        }
        long sinceMs = TimeUnit.NANOSECONDS.toMillis(now - unsealedSince);
        if (underWay || now - notBefore < 0 || (!waitedFor && sinceMs < GRACE_MS)) {
            return;
        }
        underWay = true;
        long mine = ++attempt;
        Seal seal = seal();
        CompletableFuture<?> unused = link.append(
                        stream,
                        revision < 0 ? StreamState.noStream() : StreamState.streamRevision(revision),
                        List.of(EventDataBuilder.json(seal.id(), Seal.TYPE, seal.bytes())
                                .build()))
                .whenComplete((result, failure) -> answered(mine, failure == null));
    }

    private synchronized void answered(long answeredAttempt, boolean succeeded) {
        if (answeredAttempt == attempt) {
            // one that succeeded will come back to us, and is tried again if it does not
            long pauseMs = succeeded ? link.deadlineMs() : RETRY_MS;
            notBefore = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMs);
            underWay = false;
        }
    }

    private Seal seal() {
        Map<LogName, SizedNote> notes = new EnumMap<>(LogName.class);
        for (LogHead head : heads.all()) {
            SizedNote note = head.hasGrown() ? head.sign() : head.checkpoint();
            if (note.size() > 0) {
                notes.put(head.name(), note);
            }
        }
        return new Seal(notes);
    }
}
