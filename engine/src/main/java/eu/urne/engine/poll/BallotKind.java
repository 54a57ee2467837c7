package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Locale;

/** What a ballot says, with its limits (docs/formats/events.md, section 2). */
@JsonSubTypes({
    @JsonSubTypes.Type(value = BallotKind.Favourite.class, name = "FAVOURITE"),
    @JsonSubTypes.Type(value = BallotKind.Approval.class, name = "APPROVAL"),
    @JsonSubTypes.Type(value = BallotKind.Knapsack.class, name = "KNAPSACK"),
    @JsonSubTypes.Type(value = BallotKind.Points.class, name = "POINTS"),
    @JsonSubTypes.Type(value = BallotKind.Ranking.class, name = "RANKING"),
    @JsonSubTypes.Type(value = BallotKind.Grades.class, name = "GRADES"),
    @JsonSubTypes.Type(value = BallotKind.Motion.class, name = "MOTION")
})
public sealed interface BallotKind {

    /** One option. */
    record Favourite() implements BallotKind {}

    /**
     * Several options.
     *
     * @param max most options on a ballot, at least 1
     */
    record Approval(int max) implements BallotKind {
        /** Checks the limit. */
        public Approval {
            check("max", max, 1, PollDefinition.MAX_OPTIONS);
        }
    }

    /** Options that together cost no more than the budget. */
    record Knapsack() implements BallotKind {}

    /**
     * Points spread over options.
     *
     * @param maxPerOption most points for one option, 1 to 65,535
     * @param maxTotal most points on a ballot, 1 to 655,350,000
     */
    record Points(int maxPerOption, int maxTotal) implements BallotKind {
        /** Checks the limits. */
        public Points {
            check("maxPerOption", maxPerOption, 1, 65_535);
            check("maxTotal", maxTotal, 1, 655_350_000);
        }
    }

    /**
     * Options in order, best first.
     *
     * @param max most options on a ballot, at least 1; the score of the first place
     */
    record Ranking(int max) implements BallotKind {
        /** Checks the limit. */
        public Ranking {
            check("max", max, 1, PollDefinition.MAX_OPTIONS);
        }
    }

    /**
     * A grade for every option.
     *
     * @param grades number of grades, 2 to 20; 0 is the worst
     */
    record Grades(int grades) implements BallotKind {
        /** Checks the limit. */
        public Grades {
            check("grades", grades, 2, 20);
        }
    }

    /** For, against or abstaining. */
    record Motion() implements BallotKind {}

    /** Whether a ballot says of each option whether it is wanted, and no more. */
    default boolean namesASet() {
        return this instanceof Favourite || this instanceof Approval || this instanceof Knapsack;
    }

    /** Whether a ballot gives options a score (docs/formats/events.md, section 3.1). */
    default boolean givesScore() {
        return namesASet() || this instanceof Points || this instanceof Ranking;
    }

    /** The name in definitions. */
    default String text() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "limits: " + name + " must be from " + least + " to " + most + ", not " + value);
        }
    }
}
