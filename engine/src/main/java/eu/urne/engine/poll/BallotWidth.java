package eu.urne.engine.poll;

/** Length of a ballot, the same for every choice of a poll (docs/formats/ballot.md, section 2). */
public final class BallotWidth {

    private static final int TAG_LENGTH = 16;

    private BallotWidth() {}

    /** Bytes of the plaintext: two of head and the body. */
    public static int plaintext(BallotKind kind, int options) {
        return 2
                + switch (kind) {
                    case BallotKind.Favourite favourite -> 2;
                    case BallotKind.Approval approval -> (options + 7) / 8;
                    case BallotKind.Knapsack knapsack -> (options + 7) / 8;
                    case BallotKind.Points points -> 2 * options;
                    case BallotKind.Ranking ranking -> 2 * ranking.max();
                    case BallotKind.Grades grades -> options;
                    case BallotKind.Motion motion -> 1;
                };
    }

    /** Bytes of the ciphertext. */
    public static int ciphertext(BallotKind kind, int options) {
        return plaintext(kind, options) + TAG_LENGTH;
    }
}
