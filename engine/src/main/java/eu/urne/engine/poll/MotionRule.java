package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.urne.engine.log.CanonicalJson;

/**
 * A motion is carried or lost (docs/formats/events.md, section 3.6).
 *
 * @param majority what it needs
 * @param members of the council, from 0; from 1 for {@link Majority#ABSOLUTE}
 * @param quorum the least number of ballots, from 0
 * @param casting the chair's vote at a tie
 */
public record MotionRule(Majority majority, long members, long quorum, Casting casting) implements CountingRule {

    /** Checks that the parameters fit together. */
    public MotionRule {
        if (members < 0 || members > CanonicalJson.MAX_INTEGER || quorum < 0 || quorum > CanonicalJson.MAX_INTEGER) {
            throw new IllegalArgumentException("rule: members and quorum must be from 0 to 2^53-1");
        }
        if (majority == Majority.ABSOLUTE && members == 0) {
            throw new IllegalArgumentException("rule: members must be at least 1 with an absolute majority");
        }
        if (majority != Majority.SIMPLE && casting != Casting.NONE) {
            throw new IllegalArgumentException("rule: casting must be none unless the majority is simple");
        }
    }

    @Override
    public boolean counts(BallotKind kind) {
        return kind instanceof BallotKind.Motion;
    }

    /** What a motion needs. */
    public enum Majority {
        /** More for than against. */
        @JsonProperty("simple")
        SIMPLE,
        /** More than half of the members for. */
        @JsonProperty("absolute")
        ABSOLUTE,
        /** At least twice as many for as against, and one for. */
        @JsonProperty("two-thirds")
        TWO_THIRDS,
        /** None against, and one for. */
        @JsonProperty("unanimity")
        UNANIMITY
    }

    /** The chair's vote where as many are for as against. */
    public enum Casting {
        /** There is none: the motion is lost. */
        @JsonProperty("none")
        NONE,
        /** It is carried. */
        @JsonProperty("for")
        FOR,
        /** It is lost. */
        @JsonProperty("against")
        AGAINST
    }
}
