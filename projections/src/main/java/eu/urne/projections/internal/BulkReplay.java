package eu.urne.projections.internal;

import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.StoredEntry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Brings read models that are far behind up to the log: large batches, one transaction each, read and decoded side by
 * side while the batch before is written. An interruption loses one batch.
 */
public final class BulkReplay {

    private static final int BATCH = 10_000;

    private final LogReader log;
    private final EventSerializer serializer;
    private final List<Projector> projectors;
    private final ViewWriter writer;
    private final Positions positions;

    /** A replay of this log. */
    public BulkReplay(
            LogReader log,
            EventSerializer serializer,
            List<Projector> projectors,
            ViewWriter writer,
            Positions positions) {
        this.log = log;
        this.serializer = serializer;
        this.projectors = List.copyOf(projectors);
        this.writer = writer;
        this.positions = positions;
    }

    /**
     * Replays what stands in the log behind a position, up to its end.
     *
     * @return whether anything did
     * @throws org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException if another node has taken over
     */
    public boolean run(long from) {
        boolean replayed = false;
        CompletableFuture<List<LogEvent>> next = read(from);
        for (List<LogEvent> batch = join(next); !batch.isEmpty(); batch = join(next)) {
            next = read(batch.getLast().position());
            write(batch);
            replayed = true;
        }
        return replayed;
    }

    private CompletableFuture<List<LogEvent>> read(long from) {
        return CompletableFuture.supplyAsync(() ->
                log.eventsAfter(from, BATCH).parallelStream().map(this::decoded).toList());
    }

    private LogEvent decoded(StoredEntry stored) {
        EventSerializer.Told told = serializer.told(stored.sealed());
        return new LogEvent(stored.position(), told.atMs(), told.event(), () -> stored);
    }

    private static List<LogEvent> join(CompletableFuture<List<LogEvent>> batch) {
        try {
            return batch.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void write(List<LogEvent> batch) {
        writer.executeInTransaction(() -> {
            positions.hold(ViewsFollower.PROCESSOR);
            for (LogEvent event : batch) {
                projectors.forEach(projector -> projector.on(event));
            }
            TrackingToken end = new GlobalSequenceTrackingToken(batch.getLast().position());
            positions.storeToken(end, ViewsFollower.PROCESSOR, Positions.SEGMENT);
        });
    }
}
