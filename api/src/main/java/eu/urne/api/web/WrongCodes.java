package eu.urne.api.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts wrong codes of the minute before: after a hundred from one address nobody gets in from there for the rest of
 * it, after a thousand nobody at all. Of the 2^40 codes of tablets a guesser then meets one that is valid for ten
 * minutes once in a hundred million; and who types rubbish keeps only her own address out. Addresses of wrong codes are
 * in memory only, for this minute.
 */
public final class WrongCodes {

    private static final int MOST = 1_000;
    private static final int MOST_FROM_ONE = 100;
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    private record Wrong(String from, long atMs) {}

    private final Deque<Wrong> all = new ArrayDeque<>();

    /** Whether there were too many in the minute before. */
    public synchronized boolean areTooMany(String from, long nowMs) {
        // a clock that was set back must not lock everybody out for long
        all.removeIf(each -> Math.abs(nowMs - each.atMs) >= MINUTE_MS);
        return all.size() >= MOST
                || all.stream().filter(each -> each.from.equals(from)).count() >= MOST_FROM_ONE;
    }

    /** Counts one that came from an address. */
    public synchronized void add(String from, long nowMs) {
        all.addLast(new Wrong(from, nowMs));
    }
}
