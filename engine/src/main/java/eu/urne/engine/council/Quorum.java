package eu.urne.engine.council;

/**
 * How many members of a council must be present for a meeting to decide: at least {@code share} of every {@code of}
 * seats held.
 *
 * @param share from 0 to {@code of}
 * @param of from 1 to 100
 */
public record Quorum(int share, int of) {

    private static final int MOST = 100;

    /** Checks the ranges. */
    public Quorum {
        if (of < 1 || of > MOST || share < 0 || share > of) {
            throw new IllegalArgumentException(
                    "quorum: share of every of seats, with of from 1 to 100 and share from 0 to of, not " + share
                            + " of every " + of);
        }
    }

    /** The least number of members present, for so many seats held: the share of them, rounded up. */
    public int needed(int held) {
        return Math.ceilDiv(share * held, of);
    }
}
