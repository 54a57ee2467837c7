package eu.urne.audit.ballot;

import java.util.List;

/** What a ballot says once it is open (docs/formats/ballot.md, section 2). Options are numbers from 0. */
public sealed interface Choice {

    /** Not a ballot of this poll: counted as null, never as a choice. */
    record Null() implements Choice {}

    /** A blank ballot: it counts and chooses nothing. */
    record Blank() implements Choice {}

    /**
     * The options that are named, of FAVOURITE, APPROVAL and KNAPSACK.
     *
     * @param options at least one, ascending
     */
    record Named(List<Integer> options) implements Choice {}

    /**
     * Points, of POINTS.
     *
     * @param points one number per option of the definition
     */
    record Pointed(List<Integer> points) implements Choice {}

    /**
     * A ranking, of RANKING.
     *
     * @param options at least one, best first
     */
    record Ranked(List<Integer> options) implements Choice {}

    /**
     * Grades, of GRADES.
     *
     * @param grades one number per option of the definition, 0 is the worst
     */
    record Graded(List<Integer> grades) implements Choice {}

    /**
     * A vote on a motion.
     *
     * @param vote 1 for, 2 against, 3 abstain
     */
    record Voted(int vote) implements Choice {}
}
