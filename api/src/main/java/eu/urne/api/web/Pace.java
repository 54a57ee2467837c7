package eu.urne.api.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;

/**
 * Bounds what comes in a minute, from each address and from all. Addresses are in memory only, until they may do as
 * much again as at first. Safe for use by many threads.
 */
public final class Pace {

    private final Bucket all;
    private final Buckets each;

    /**
     * A pace of so many in a minute.
     *
     * @param most from all addresses together
     * @param mostFromOne from each; of IPv6 from each network of 64 bits
     * @param clock what a minute is told by
     */
    public Pace(int most, int mostFromOne, Clock clock) {
        TimeMeter time = new SteadyTime(clock);
        this.all = new Buckets(most, time).full();
        this.each = new Buckets(mostFromOne, time);
    }

    /** Whether there were too many lately. */
    public boolean isTooFast(String from) {
        return all.getAvailableTokens() == 0 || each.of(ClientNetwork.of(from)).getAvailableTokens() == 0;
    }

    /** Counts one that came from an address. */
    public void add(String from) {
        all.tryConsume(1);
        each.of(ClientNetwork.of(from)).tryConsume(1);
    }
}
