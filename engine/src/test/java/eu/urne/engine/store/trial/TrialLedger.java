package eu.urne.engine.store.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the nodes of a cluster agree on: every event, in one order. Checks expected revisions and recognises writes that
 * came before, as the server does.
 */
final class TrialLedger {

    /** What a writer may expect of a stream instead of a revision. */
    static final long NO_STREAM = -1;

    static final long ANY = -2;
    static final long STREAM_EXISTS = -4;

    /** What became of a write. */
    sealed interface Outcome {

        /**
         * It stands.
         *
         * @param last of its events, written now or at an earlier time
         */
        record Written(TrialEvent last) implements Outcome {}

        /**
         * The stream is not where the writer expected it.
         *
         * @param revision of its last event, -1 where there is none
         */
        record WrongRevision(long revision) implements Outcome {}
    }

    private final List<TrialEvent> all = new ArrayList<>();
    private final Map<String, List<TrialEvent>> streams = new HashMap<>();
    private long nextPosition = 1_000;

    synchronized Outcome append(String stream, long expected, List<TrialEvent.Proposed> proposed) {
        List<TrialEvent> written = streams.getOrDefault(stream, List.of());
        long current = written.size() - 1L;
        Optional<Long> first = expected == ANY || expected == STREAM_EXISTS
                ? written.stream()
                        .filter(event -> event.id().equals(proposed.getFirst().id()))
                        .map(TrialEvent::revision)
                        .findFirst()
                : Optional.of(expected + 1);
        if (first.isPresent() && first.get() <= current && standsAt(written, first.get(), proposed)) {
            return new Outcome.Written(written.get((int) (first.get() + proposed.size() - 1)));
        }
        boolean fits = expected == ANY || expected == current || (expected == STREAM_EXISTS && current >= 0);
        return fits ? new Outcome.Written(write(stream, proposed)) : new Outcome.WrongRevision(current);
    }

    private static boolean standsAt(List<TrialEvent> written, long first, List<TrialEvent.Proposed> proposed) {
        if (first + proposed.size() > written.size()) {
            return false;
        }
        for (int i = 0; i < proposed.size(); i++) {
            if (!written.get((int) first + i).id().equals(proposed.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    private TrialEvent write(String stream, List<TrialEvent.Proposed> proposed) {
        List<TrialEvent> written = streams.computeIfAbsent(stream, name -> new ArrayList<>());
        for (TrialEvent.Proposed one : proposed) {
            TrialEvent event = new TrialEvent(
                    nextPosition, stream, written.size(), one.id(), one.system(), one.metadata(), one.data());
            nextPosition += 100 + one.data().size();
            written.add(event);
            all.add(event);
        }
        notifyAll();
        return all.getLast();
    }

    /** The events of a stream; empty where there is none. */
    synchronized List<TrialEvent> stream(String name) {
        return List.copyOf(streams.getOrDefault(name, List.of()));
    }

    /** All events in their order. */
    synchronized List<TrialEvent> all() {
        return List.copyOf(all);
    }

    synchronized int size() {
        return all.size();
    }

    synchronized TrialEvent at(int index) {
        return all.get(index);
    }

    /** Number of events up to a position, itself included. */
    synchronized int countUpTo(long position) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).position() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Waits until there are more events than that, or the time is over. */
    synchronized void awaitMoreThan(int count, long timeoutMs) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        long leftMs = timeoutMs;
        while (all.size() <= count && leftMs > 0) {
            wait(leftMs);
            leftMs = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }

    /** Ends every waiting early. */
    synchronized void wake() {
        notifyAll();
    }

    /** Forgets every event from an index on, as a restore of an older backup would. */
    synchronized void truncate(int size) {
        List<TrialEvent> lost = all.subList(size, all.size());
        lost.forEach(event -> streams.get(event.stream()).remove(event));
        lost.clear();
        streams.values().removeIf(List::isEmpty);
    }
}
