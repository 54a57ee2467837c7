package eu.urne.engine.tally;

import java.util.Locale;

/**
 * A motion is carried or not. The election has one option, the motion itself; blank ballots are abstentions.
 *
 * @param majority what is needed
 * @param members how many members the council has, from which {@link Majority#ABSOLUTE} is counted; 0 or more
 * @param quorum how many ballots, abstentions included, there must be for a vote to be valid; 0 for any number
 * @param casting how the chair decides where those for and against are equal under {@link Majority#SIMPLE}, if the
 *     council's rules give the chair that vote
 */
public record CouncilMotion(Majority majority, long members, long quorum, Casting casting) implements Rule {

    /** Refuses negative numbers, and a casting vote where there is nothing to cast. */
    public CouncilMotion {
        if (members < 0 || quorum < 0) {
            throw new IllegalArgumentException("a council of " + members + " with a quorum of " + quorum);
        }
        if (casting != Casting.NONE && majority != Majority.SIMPLE) {
            throw new IllegalArgumentException("only a simple majority knows a casting vote");
        }
    }

    /** A simple majority without quorum and casting vote. */
    public static CouncilMotion simple() {
        return new CouncilMotion(Majority.SIMPLE, 0, 0, Casting.NONE);
    }

    @Override
    public String id() {
        return "motion";
    }

    @Override
    public String text() {
        return id() + ":majority=" + majority.text() + ",members=" + members + ",quorum=" + quorum + ",casting="
                + casting.text();
    }

    /** What is needed. */
    public enum Majority {
        /** More for than against; abstentions do not count. */
        SIMPLE,
        /** More than half of all members for. */
        ABSOLUTE,
        /** At least twice as many for as against, and one for; abstentions do not count. */
        TWO_THIRDS,
        /** One for at least, none against; abstentions do not prevent it. */
        UNANIMITY;

        /** The name in rules. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The chair's vote at a tie. */
    public enum Casting {
        /** There is none: at a tie the motion is lost. */
        NONE,
        /** The motion is carried. */
        FOR,
        /** The motion is lost. */
        AGAINST;

        /** The name in rules. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
