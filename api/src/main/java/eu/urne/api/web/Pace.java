package eu.urne.api.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts what came in the minute before, from each address and from all. Addresses are in memory only, for this minute.
 * Safe for use by many threads.
 */
public final class Pace {

    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    private record Came(String from, long atMs) {}

    private final int most;
    private final int mostFromOne;
    private final Deque<Came> all = new ArrayDeque<>();

    /**
     * A pace of so many in a minute.
     *
     * @param most from all addresses together
     * @param mostFromOne from each
     */
    public Pace(int most, int mostFromOne) {
        this.most = most;
        this.mostFromOne = mostFromOne;
    }

    /** Whether there were too many in the minute before. */
    public synchronized boolean isTooFast(String from, long nowMs) {
        // a clock that was set back must not lock everybody out for long
        all.removeIf(each -> Math.abs(nowMs - each.atMs) >= MINUTE_MS);
        return all.size() >= most
                || all.stream().filter(each -> each.from.equals(from)).count() >= mostFromOne;
    }

    /** Counts one that came from an address. */
    public synchronized void add(String from, long nowMs) {
        all.addLast(new Came(from, nowMs));
    }
}
