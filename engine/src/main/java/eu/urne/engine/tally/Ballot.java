package eu.urne.engine.tally;

/**
 * What one voter chose. Two ballots that say the same are equal, so that {@link WeightedBallot#group} can count them
 * once. Whether a ballot keeps the poll's limits (how many, how dear) is for the poll to check before the count.
 */
public sealed interface Ballot {

    /**
     * Support for a set of options: favourite (one), approval and knapsack ballots.
     *
     * @param options distinct, kept smallest first; at least one, since nothing approved is {@link Blank}
     */
    record Approval(Indexes options) implements Ballot {

        /** Puts the options into their canonical order and refuses an empty or repeating set. */
        public Approval {
            requireDistinct(options);
            options = options.sorted();
        }

        /** Support for the given options. */
        public static Approval of(int... options) {
            return new Approval(Indexes.of(options));
        }
    }

    /**
     * Points for options; options not named get none.
     *
     * @param options distinct, at least one
     * @param points in parallel to the options, in a unit that is the same for the whole election; negative points are
     *     possible where the poll allows them
     */
    record Points(Indexes options, Amounts points) implements Ballot {

        /** Refuses repeated options and lists of different length. */
        public Points {
            requireDistinct(options);
            if (options.size() != points.size()) {
                throw new IllegalArgumentException(points.size() + " points for " + options.size() + " options");
            }
        }
    }

    /**
     * Options from the most to the least preferred; options not named stand behind all of them.
     *
     * @param options distinct, at least one, best first
     */
    record Ranking(Indexes options) implements Ballot {

        /** Refuses an empty or repeating list. */
        public Ranking {
            requireDistinct(options);
        }

        /** The given options, best first. */
        public static Ranking of(int... options) {
            return new Ranking(Indexes.of(options));
        }
    }

    /**
     * A grade for every option of the election.
     *
     * @param grades in declared order of the options; 0 is the worst grade
     */
    record Grades(Indexes grades) implements Ballot {

        /** The given grades in declared order of the options. */
        public static Grades of(int... grades) {
            return new Grades(Indexes.of(grades));
        }
    }

    /**
     * A vote on a motion.
     *
     * @param stance for, against or abstaining
     */
    record Motion(Stance stance) implements Ballot {}

    /** A ballot that was cast and supports nothing. It counts as a voter. */
    record Blank() implements Ballot {}

    /** What can be said to a motion. */
    enum Stance {
        /** The motion shall be carried. */
        FOR,
        /** The motion shall be rejected. */
        AGAINST,
        /** Present without taking a side. */
        ABSTAIN
    }

    private static void requireDistinct(Indexes options) {
        if (options.size() == 0) {
            throw new IllegalArgumentException("a ballot without an option is a blank ballot");
        }
        if (!options.distinct()) {
            throw new IllegalArgumentException("a ballot names an option twice: " + options);
        }
    }
}
