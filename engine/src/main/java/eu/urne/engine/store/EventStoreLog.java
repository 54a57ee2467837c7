package eu.urne.engine.store;

import eu.urne.engine.log.Entry;
import eu.urne.engine.log.Signer;
import eu.urne.engine.store.AppendResult.Appended;
import eu.urne.engine.store.AppendResult.Conflicted;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.WaitingAppends.Waiting;
import io.kurrent.dbclient.EventData;
import io.kurrent.dbclient.EventDataBuilder;
import io.kurrent.dbclient.Position;
import io.kurrent.dbclient.StreamState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The logs of an installation on an EventStoreDB server, with a replica in each node (docs/adr/0020). An append goes to
 * the server, which gives it a place in its order; the verdict follows from the order, and is told when a seal stands
 * above it.
 */
final class EventStoreLog extends SequencedLog {

    private static final int IN_FLIGHT = 1_024;
    private static final long BUSY_MS = 5_000;

    /** An append is tried for as long as so many calls may take. */
    private static final int PATIENCE = EventStoreParts.PATIENCE;

    private static final long FIRST_PAUSE_MS = 20;
    private static final long LONGEST_PAUSE_MS = 1_000;

    private final EventStoreParts parts;
    private final Replica replica;
    private final EventStoreLink link;
    private final ServerStreams streams;
    private final WaitingAppends waiting = new WaitingAppends();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
    private final LogFollower follower;
    private volatile boolean closed;

    private EventStoreLog(EventStoreParts parts, Function<byte[], Guard.Terms> terms) {
        super(parts.reader(), parts.heads());
        this.parts = parts;
        this.replica = parts.replica();
        this.link = parts.link();
        this.streams = parts.streams();
        this.follower = new LogFollower(parts, terms, waiting, () -> listeners.forEach(Runnable::run), false);
    }

    /**
     * Opens the logs on a server, or creates them with their genesis; returns when the replica has all that is sealed.
     *
     * @param file the replica; made where it does not exist
     * @param terms the terms of an entry, from its bytes alone
     * @throws StoreException in one sentence, if server, keys and replica do not belong together
     */
    static SequencedLog open(
            StoreSettings.EventStoreDb server,
            Path file,
            Map<LogName, Signer> signers,
            long nowMs,
            Function<byte[], Guard.Terms> terms) {
        EventStoreParts parts = EventStoreParts.open(server, file, signers);
        try {
            EventStoreLog log = new EventStoreLog(parts, terms);
            log.start(nowMs);
            return log;
        } catch (RuntimeException e) {
            parts.close();
            throw EventStoreParts.told(e);
        }
    }

    private void start(long nowMs) {
        follower.start();
        try {
            parts.awaitSeal(follower, parts.seals());
            for (LogHead head : heads().all()) {
                if (head.checkpoint().size() == 0) {
                    append(List.of(head.genesis(nowMs))); // in conflict, if another node was first
                }
            }
        } catch (RuntimeException e) {
            follower.close();
            throw e;
        }
    }

    @Override
    public AppendResult append(List<PendingEntry> entries) {
        if (entries.isEmpty()) {
            link.last(streams.seals()).ifPresent(last -> parts.awaitSeal(follower, last.getRevision()));
            return Appended.SOMEWHERE;
        }
        return watched(() -> placed(entries));
    }

    private AppendResult placed(List<PendingEntry> entries) {
        String stream = streamOf(entries);
        boolean taken = false;
        try {
            taken = inFlight.tryAcquire(BUSY_MS, TimeUnit.MILLISECONDS);
            if (closed) {
                throw new StoreException("the log is closed");
            }
            if (!taken) {
                throw new StoreException.Busy(IN_FLIGHT);
            }
            return appended(entries, stream);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while an append was under way; whether it stands is unknown", e);
        } finally {
            if (taken) {
                inFlight.release();
            }
        }
    }

    @Override
    public SizedNote latestCheckpoint(LogName log) {
        append(List.of());
        return checkpoint(log);
    }

    private String streamOf(List<PendingEntry> entries) {
        List<String> names = entries.stream()
                .map(entry -> streams.of(entry.entry().stream()))
                .distinct()
                .toList();
        if (names.size() > 1) {
            throw new StoreException("on EventStoreDB the entries of one append belong to one stream, not to "
                    + names.get(0) + " and " + names.get(1));
        }
        return names.getFirst();
    }

    private AppendResult appended(List<PendingEntry> entries, String stream) throws InterruptedException {
        Waiting mine = WaitingAppends.of(entries);
        Optional<Waiting> same = waiting.earlier(mine);
        if (same.isPresent()) {
            AppendResult first = result(same.get().done());
            return first instanceof Appended ? standsAlready(entries.getFirst().entry()) : first;
        }
        try {
            return new Attempts(mine, entries, stream).result();
        } finally {
            waiting.forget(mine);
        }
    }

    private static Conflicted standsAlready(Entry entry) {
        return new Conflicted(entry, "the id " + entry.id() + " stands in the log already");
    }

    private static AppendResult result(CompletableFuture<AppendResult> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            throw new StoreException(String.valueOf(EventStoreLink.cause(e).getMessage()), e);
        }
    }

    /** One append, tried until its verdict is known. */
    private final class Attempts {

        private final Waiting mine;
        private final List<PendingEntry> entries;
        private final String stream;
        private final long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE * link.deadlineMs());
        private int attempts;
        private long pauseMs = FIRST_PAUSE_MS;

        private Attempts(Waiting mine, List<PendingEntry> entries, String stream) {
            this.mine = mine;
            this.entries = entries;
            this.stream = stream;
        }

        private AppendResult result() throws InterruptedException {
            while (!mine.done().isDone()) {
                follower.commits().check();
                long commits = follower.commits().count();
                Optional<Conflicted> conflict = conflict();
                if (conflict.isPresent() && attempts == 0) {
                    return conflict.get();
                }
                if (conflict.isPresent()) {
                    // by our own entries, and then we are told so at once, or by those of another
                    if (isDoneWithin(LONGEST_PAUSE_MS)) {
                        return EventStoreLog.result(mine.done());
                    }
                    return isOurs() ? Appended.SOMEWHERE : conflict.get();
                }
                attempt(commits);
                if (System.nanoTime() - until > 0 && !mine.done().isDone()) {
                    throw new StoreException("EventStoreDB gave no answer in " + PATIENCE * link.deadlineMs()
                            + " ms; whether the entries are in the log is unknown");
                }
            }
            return EventStoreLog.result(mine.done());
        }

        private void attempt(long commits) throws InterruptedException {
            attempts++;
            CompletableFuture<Position> answer = new CompletableFuture<>();
            CompletableFuture<?> unused = link.append(stream, expected(), events())
                    .whenComplete((written, failure) -> {
                        if (failure == null) {
                            answer.complete(written.getLogPosition());
                        } else {
                            answer.completeExceptionally(failure);
                        }
                    });
            try {
                CompletableFuture.anyOf(answer, mine.done()).get();
                if (!mine.done().isDone()) {
                    awaitVerdict(answer.get());
                }
            } catch (ExecutionException e) {
                switch (EventStoreLink.trouble(e)) {
                    case WRONG_REVISION ->
                        follower.commits().awaitMoreThan(commits, Math.min(leftMs(), LONGEST_PAUSE_MS));
                    case LASTING -> throw link.failure(e);
                    case PASSING -> {
                        isDoneWithin(pauseMs);
                        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
                    }
                }
            }
        }

        /**
         * Waits until the replica is behind the place that the server told. It may be that of the same ids at an
         * earlier time: their verdict was told then, and one has to look again.
         */
        private void awaitVerdict(@Nullable Position place) throws InterruptedException {
            while (!mine.done().isDone() && leftMs() > 1) {
                long commits = follower.commits().count();
                if (place == null || follower.commits().havePassed(place)) {
                    isDoneWithin(FIRST_PAUSE_MS);
                    return;
                }
                follower.commits().awaitMoreThan(commits, Math.min(leftMs(), LONGEST_PAUSE_MS));
            }
        }

        private long leftMs() {
            return Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()));
        }

        private boolean isDoneWithin(long timeMs) throws InterruptedException {
            try {
                mine.done().get(timeMs, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return mine.done().isDone();
            }
            return true;
        }

        /** Whether the entry that stands in the log is the very one of this append: a slow node tells so late. */
        private boolean isOurs() {
            PendingEntry first = entries.getFirst();
            return reader().byId(first.entry().id())
                    .filter(stored -> Arrays.equals(stored.sealed(), first.sealed()))
                    .isPresent();
        }

        /** What stands against the entries as far as this node knows, and always will. */
        private Optional<Conflicted> conflict() {
            Entry first = entries.getFirst().entry();
            if (reader().byId(first.id()).isPresent()) {
                return Optional.of(standsAlready(first));
            }
            String name = first.stream();
            if (name == null) {
                return Optional.empty();
            }
            long next = nextSeq(name);
            return first.seq() == next
                    ? Optional.empty()
                    : Optional.of(new Conflicted(
                            first,
                            "number " + first.seq() + " of stream " + name + " is not the next, which is " + next));
        }

        private StreamState expected() {
            String name = entries.getFirst().entry().stream();
            if (name == null) {
                return StreamState.any();
            }
            long revision = nextSeq(name) + replica.surplus(stream) - 1;
            return revision < 0 ? StreamState.noStream() : StreamState.streamRevision(revision);
        }

        private long nextSeq(String name) {
            return reader().lastSeq(name).orElse(-1) + 1;
        }

        private List<EventData> events() {
            List<EventData> events = new ArrayList<>();
            for (PendingEntry pending : entries) {
                Entry entry = pending.entry();
                EventDataBuilder event = EventDataBuilder.json(entry.id(), entry.type(), pending.sealed());
                if (entries.size() > 1) {
                    event.metadataAsBytes(AppendAssembly.meta(events.size(), entries.size()));
                }
                events.add(event.build());
            }
            return events;
        }
    }

    @Override
    public void whenOthersAppend(Runnable told) {
        listeners.add(told);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            inFlight.tryAcquire(IN_FLIGHT, PATIENCE * link.deadlineMs(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiting.fail(new StoreException("the log is closed"));
        follower.close();
        parts.close();
    }
}
