package eu.urne.audit.ballot;

/** The kind of a poll's ballots with its limits (docs/formats/ballot.md, section 2; events.md, section 2). */
public sealed interface BallotKind {

    /** One option. */
    record Favourite() implements BallotKind {}

    /**
     * Some options.
     *
     * @param max the most that may be chosen, from 1
     */
    record Approval(int max) implements BallotKind {}

    /** Options that fit the budget together. */
    record Knapsack() implements BallotKind {}

    /**
     * Points for options.
     *
     * @param maxPerOption the most for one option, 1 to 65,535
     * @param maxTotal the most for all together, 1 to 655,350,000
     */
    record Points(int maxPerOption, long maxTotal) implements BallotKind {}

    /**
     * Options in order, best first.
     *
     * @param max the most that may be ranked, from 1
     */
    record Ranking(int max) implements BallotKind {}

    /**
     * A grade for each option.
     *
     * @param grades number of grades, 2 to 20
     */
    record Grades(int grades) implements BallotKind {}

    /** For, against or abstain. */
    record Motion() implements BallotKind {}

    /** Gives the code of the kind in a plaintext, 1 to 7. */
    default int code() {
        return switch (this) {
            case Favourite favourite -> 1;
            case Approval approval -> 2;
            case Knapsack knapsack -> 3;
            case Points points -> 4;
            case Ranking ranking -> 5;
            case Grades grades -> 6;
            case Motion motion -> 7;
        };
    }

    /**
     * Gives the width of a plaintext: two bytes of head, then the body.
     *
     * @param options number of options of the definition
     * @return bytes
     */
    default int width(int options) {
        return 2
                + switch (this) {
                    case Favourite favourite -> 2;
                    case Approval approval -> (options + 7) / 8;
                    case Knapsack knapsack -> (options + 7) / 8;
                    case Points points -> 2 * options;
                    case Ranking ranking -> 2 * ranking.max();
                    case Grades grades -> options;
                    case Motion motion -> 1;
                };
    }

    /** Tells whether a ballot names options and says no more of them. */
    default boolean namesASet() {
        return this instanceof Favourite || this instanceof Approval || this instanceof Knapsack;
    }
}
