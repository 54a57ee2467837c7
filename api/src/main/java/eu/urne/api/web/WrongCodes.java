package eu.urne.api.web;

/**
 * Counts wrong codes of the minute before: after a hundred from one address nobody gets in from there for the rest of
 * it, after a thousand nobody at all. Of the 2^40 codes of tablets a guesser then meets one that is valid for ten
 * minutes once in a hundred million; and who types rubbish keeps only her own address out. Addresses of wrong codes are
 * in memory only, for this minute.
 */
public final class WrongCodes {

    private static final int MOST = 1_000;
    private static final int MOST_FROM_ONE = 100;

    private final Pace pace = new Pace(MOST, MOST_FROM_ONE);

    /** Whether there were too many in the minute before. */
    public boolean areTooMany(String from, long nowMs) {
        return pace.isTooFast(from, nowMs);
    }

    /** Counts one that came from an address. */
    public void add(String from, long nowMs) {
        pace.add(from, nowMs);
    }
}
