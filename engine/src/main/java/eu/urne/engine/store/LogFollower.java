package eu.urne.engine.store;

import eu.urne.engine.Refusal;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.UnsealedTail.Judged;
import io.kurrent.dbclient.Position;
import io.kurrent.dbclient.RecordedEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the order of an EventStoreDB server and derives the log from it: gives verdicts and indexes, grows the trees,
 * seals, and writes what is sealed into the replica. Every node does the same and comes to the same. Its thread is the
 * only writer.
 */
final class LogFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final int BATCH = 4_096;
    private static final long WAIT_MS = 50;
    private static final long PRESSED_WAIT_MS = 5;
    private static final AppendResult FOREIGN =
            new AppendResult.Refused(new Refusal(Refusal.Reason.INVALID, "this is no entry of the log"));

    private final Replica replica;
    private final LogReader reader;
    private final LogHeads heads;
    private final ServerStreams streams;
    private final Function<byte[], Guard.Terms> terms;
    private final WaitingAppends waiting;
    private final Runnable othersAppended;
    private final UnsealedTail tail;
    private final LogWriter writer;
    private final Feed feed;
    private final Sealer sealer;
    private final boolean onlyReads;
    private final AppendAssembly assembly = new AppendAssembly();
    private final List<Seal> accepted = new ArrayList<>();
    private final Commits commits = new Commits();
    private final Thread thread;

    private @Nullable Position last;
    private long seals;
    private Map<LogName, Long> committed;
    private Map<LogName, Long> sealed;
    private volatile boolean closed;

    /**
     * A follower of the streams, to be started.
     *
     * @param onlyReads whether it leaves sealing to others
     */
    LogFollower(
            EventStoreParts parts,
            Function<byte[], Guard.Terms> terms,
            WaitingAppends waiting,
            Runnable othersAppended,
            boolean onlyReads) {
        this.replica = parts.replica();
        this.heads = parts.heads();
        this.streams = parts.streams();
        this.terms = terms;
        this.waiting = waiting;
        this.othersAppended = othersAppended;
        this.onlyReads = onlyReads;
        this.tail = parts.tail();
        this.reader = parts.reader();
        this.writer = new LogWriter(tail, heads);
        this.writer.goOnBehind(reader.lastPosition());
        this.feed = new Feed(parts.link(), streams.filter());
        this.sealer = new Sealer(parts.link(), streams.seals(), heads);
        this.last = replica.progress().position();
        this.seals = replica.progress().seals();
        this.committed = sizes();
        this.sealed = committed;
        this.commits.add(replica.progress());
        this.thread = Thread.ofPlatform().name("log-follower").daemon().unstarted(this::run);
    }

    private Map<LogName, Long> sizes() {
        Map<LogName, Long> sizes = new EnumMap<>(LogName.class);
        heads.all().forEach(head -> sizes.put(head.name(), head.checkpoint().size()));
        return sizes;
    }

    void start() {
        thread.start();
    }

    /** What has been committed so far, and the reason why no more will be. */
    Commits commits() {
        return commits;
    }

    private void run() {
        while (!closed && !commits.hasEnded()) {
            try {
                step();
            } catch (InterruptedException e) {
                closed = true;
            } catch (SQLException | StoreException e) {
                beginAnew(e);
            } catch (DivergedException e) {
                end(e.getMessage());
            } catch (RuntimeException e) {
                if (closed) {
                    return; // the client tells of the interruption by an exception of its own
                }
                LOG.error("the follower of EventStoreDB has stopped", e);
                end("this node has stopped following EventStoreDB: " + e.getMessage());
            }
        }
    }

    private void end(String sentence) {
        LOG.error("{}", sentence);
        StoreException failure = new StoreException(sentence);
        commits.end(failure);
        waiting.fail(failure);
    }

    private void step() throws InterruptedException, SQLException {
        boolean waitedFor = !waiting.isEmpty();
        for (Feed.Delivery delivery : feed.take(last, tail.isEmpty() ? WAIT_MS : PRESSED_WAIT_MS, waitedFor, BATCH)) {
            switch (delivery) {
                case Feed.Delivery.Event(RecordedEvent event) -> receive(event);
                case Feed.Delivery.Reached(Position position) -> reach(position);
            }
        }
        commit();
        commits.sealsSeen(seals);
        if (!onlyReads && !tail.isEmpty()) {
            sealer.look(!waiting.isEmpty(), seals);
        }
    }

    private void reach(Position position) {
        if (last == null || position.compareTo(last) > 0) {
            last = position;
        }
    }

    private void receive(RecordedEvent event) throws SQLException {
        if (last != null && event.getPosition().compareTo(last) <= 0) {
            return; // delivered again
        }
        last = event.getPosition();
        if (event.getStreamId().equals(streams.seals())) {
            receiveSeal(event);
            return;
        }
        for (ServerAppend append : assembly.add(event)) {
            List<PendingEntry> entries = waiting.entriesOf(append).orElseGet(() -> genuine(append));
            tail.judge(append, entries.isEmpty() ? FOREIGN : writer.place(withTerms(entries)));
        }
    }

    /** The entries of an append, or none if they are not all of this log: another program has written there. */
    private List<PendingEntry> genuine(ServerAppend append) {
        List<PendingEntry> entries = new ArrayList<>();
        for (int i = 0; append.whole() && i < append.sealed().size(); i++) {
            byte[] bytes = append.sealed().get(i);
            Optional<Entry> entry = readable(bytes);
            if (entry.isEmpty() || !isInPlace(entry.get(), append, i)) {
                break;
            }
            entries.add(PendingEntry.of(LogName.of(entry.get().stream()), entry.get(), bytes, Guard.Terms.NONE));
        }
        if (entries.size() < append.sealed().size()) {
            LOG.warn("an event in the stream {} on EventStoreDB is no entry of this log", append.stream());
            return List.of();
        }
        return entries;
    }

    private static Optional<Entry> readable(byte[] bytes) {
        try {
            return Optional.of(EntryCodec.read(bytes));
        } catch (RuntimeException e) {
            return Optional.empty(); // a stranger's
        }
    }

    private boolean isInPlace(Entry entry, ServerAppend append, int number) {
        return entry.id().equals(append.ids().get(number))
                && streams.of(entry.stream()).equals(append.stream())
                && Arrays.equals(
                        heads.of(LogName.of(entry.stream())).codec().seal(entry),
                        append.sealed().get(number));
    }

    /** With the terms that follow from the bytes: the same on every node. */
    private List<PendingEntry> withTerms(List<PendingEntry> entries) {
        return entries.stream()
                .map(entry ->
                        new PendingEntry(entry.log(), entry.entry(), entry.sealed(), entry.leaf(), termsOf(entry)))
                .toList();
    }

    private Guard.Terms termsOf(PendingEntry entry) {
        if (entry.log().stream().equals(entry.entry().stream())) {
            return Guard.Terms.NONE;
        }
        try {
            return terms.apply(entry.sealed());
        } catch (RuntimeException e) {
            throw new DivergedException("this program does not know events of type "
                    + entry.entry().type() + " as they stand on EventStoreDB: use the program that wrote them");
        }
    }

    private void receiveSeal(RecordedEvent event) {
        if (event.getRevision() <= seals) {
            return;
        }
        seals = event.getRevision();
        Optional<Seal> genuine = genuineSeal(event);
        if (genuine.isEmpty()) {
            LOG.warn("event {} in the stream {} on EventStoreDB is no seal of this log", seals, streams.seals());
            return;
        }
        Seal seal = genuine.get();
        Map<LogName, Long> sizes = new EnumMap<>(LogName.class);
        heads.all().forEach(head -> sizes.put(head.name(), seal.size(head.name())));
        OptionalInt below = tail.below(committed, sizes);
        if (below.isPresent() && !sizes.equals(sealed)) {
            sealed = sizes;
            accepted.add(seal);
            sealer.seen();
        }
    }

    /** The seal of an event, if this log's keys have signed it. */
    private Optional<Seal> genuineSeal(RecordedEvent event) {
        try {
            Seal seal = Seal.read(event.getEventData());
            for (LogHead head : heads.all()) {
                SizedNote note = seal.notes().get(head.name());
                if (note != null) {
                    confirm(head, Checkpoint.verify(note.note(), head.signer().verifierKey()), note.size());
                }
            }
            return Optional.of(seal);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a stranger's
        }
    }

    private static void confirm(LogHead head, Checkpoint checkpoint, long size) {
        if (checkpoint.size() != size
                || size > head.nextIndex()
                || !Arrays.equals(checkpoint.root(), head.growingRoot(size))) {
            throw new DivergedException("the checkpoint of " + checkpoint.size() + " entries of " + checkpoint.origin()
                    + " that another node has sealed does not match the entries on this node:"
                    + " stop both, and compare their replicas before anything else");
        }
    }

    private void commit() throws SQLException {
        int count = tail.below(committed, sealed).orElseThrow();
        if (count == 0) {
            return;
        }
        BatchWriter sql = replica.writer();
        sql.begin(List.of());
        List<Judged> written = tail.write(count, sealed, replica);
        Map<LogName, SizedNote> notes = new EnumMap<>(LogName.class);
        for (Seal seal : accepted) {
            for (Map.Entry<LogName, SizedNote> note : seal.notes().entrySet()) {
                keep(note.getKey(), note.getValue(), notes, sql);
            }
        }
        boolean all = count == tail.size() && !assembly.isUnderWay();
        Replica.Progress reached =
                new Replica.Progress(all ? last : written.getLast().append().position(), seals);
        replica.advance(reached);
        sql.commit();
        replica.advanced(reached);
        tail.written(count, sealed, replica);
        accepted.clear();
        committed = sealed;
        notes.forEach((log, note) -> heads.of(log).publish(note));
        tell(written);
    }

    private void keep(LogName log, SizedNote note, Map<LogName, SizedNote> kept, BatchWriter sql) throws SQLException {
        SizedNote before = kept.getOrDefault(log, heads.of(log).checkpoint());
        if (note.size() > before.size()) {
            sql.insertCheckpoint(log, note.size(), note.note());
            kept.put(log, note);
        }
    }

    private void tell(List<Judged> written) {
        boolean others = false;
        for (Judged one : written) {
            boolean ours = waiting.tell(one.append(), one.result());
            others |= !ours && one.result() instanceof AppendResult.Appended;
        }
        commits.add(replica.progress());
        if (others) {
            othersAppended.run();
        }
    }

    /** Forgets what is not in the replica, and fetches it again. */
    private void beginAnew(Exception failure) {
        LOG.warn("the replica of the log could not be written and is tried again: {}", failure.getMessage());
        try {
            try {
                replica.writer().rollback();
            } catch (SQLException e) {
                LOG.debug("nothing to roll back: {}", e.getMessage());
            }
            tail.forget();
            assembly.forget();
            accepted.clear();
            replica.reload();
            writer.reload();
            writer.goOnBehind(reader.lastPosition());
            last = replica.progress().position();
            seals = replica.progress().seals();
            committed = sizes();
            sealed = committed;
            sealer.seen();
            feed.reopen(last);
        } catch (InterruptedException e) {
            closed = true;
        } catch (SQLException | StoreException e) {
            LOG.warn("the replica of the log cannot be read: {}", e.getMessage());
            end("the replica of the log cannot be used: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        feed.close();
    }
}
