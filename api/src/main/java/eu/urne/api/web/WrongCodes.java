package eu.urne.api.web;

import java.time.Clock;

/**
 * Counts wrong codes: after a hundred at once from one address nobody gets in from there but for one try in 0.6
 * seconds, after a thousand nobody at all but for one in 60 ms. Of the 2^40 codes of tablets a guesser then meets one
 * that is valid for ten minutes once in a hundred million; and who types rubbish keeps only her own address out.
 * Addresses of wrong codes are in memory only, for two minutes.
 */
public final class WrongCodes {

    private static final int MOST = 1_000;
    private static final int MOST_FROM_ONE = 100;

    private final Pace pace;

    /** None yet; minutes are told by this clock. */
    public WrongCodes(Clock clock) {
        this.pace = new Pace(MOST, MOST_FROM_ONE, clock);
    }

    /** Whether there were too many lately. */
    public boolean areTooMany(String from) {
        return pace.isTooFast(from);
    }

    /** Counts one that came from an address. */
    public void add(String from) {
        pace.add(from);
    }
}
