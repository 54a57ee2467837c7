package eu.urne.api.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * Counts what came in the minute before, from each address and from all. Addresses are in memory only, for this minute.
 * Safe for use by many threads.
 */
public final class Pace {

    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    private static final int NETWORK_BYTES = 8;

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

    /**
     * Where an address counts: itself, or of IPv6 its network of 64 bits, in which one machine has all addresses that
     * it wants.
     */
    private static String place(String from) {
        if (from.indexOf(':') < 0) {
            return from;
        }
        try {
            byte[] bytes = InetAddress.getAllByName(from)[0].getAddress(); // with a colon no name is looked up
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return from;
        }
    }

    /** Whether there were too many in the minute before. */
    public synchronized boolean isTooFast(String from, long nowMs) {
        String place = place(from);
        // a clock that was set back must not lock everybody out for long
        all.removeIf(each -> Math.abs(nowMs - each.atMs) >= MINUTE_MS);
        return all.size() >= most
                || all.stream().filter(each -> each.from.equals(place)).count() >= mostFromOne;
    }

    /** Counts one that came from an address. */
    public synchronized void add(String from, long nowMs) {
        all.addLast(new Came(place(from), nowMs));
    }
}
