package eu.urne.api.tablet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts wrong codes, whoever typed them, since no address of anybody is kept: after ten in a minute nobody gets in for
 * the rest of it. Of 2^40 codes a guesser then meets a valid one in a thousand years.
 */
final class WrongCodes {

    private static final int MOST = 10;
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    private final Deque<Long> wrongAtMs = new ArrayDeque<>();

    /** Whether there were too many in the minute before. */
    synchronized boolean areTooMany(long nowMs) {
        // a clock that was set back must not lock everybody out for long
        wrongAtMs.removeIf(atMs -> Math.abs(nowMs - atMs) >= MINUTE_MS);
        return wrongAtMs.size() >= MOST;
    }

    /** Counts one. */
    synchronized void add(long nowMs) {
        wrongAtMs.addLast(nowMs);
    }
}
