package eu.urne.audit.event;

import eu.urne.audit.council.Division;
import eu.urne.audit.council.MotionTerms;
import eu.urne.audit.council.Votes;
import eu.urne.audit.tally.Rule.Casting;

/** Events of the stream of a motion (docs/formats/councils.md, section 7). */
public sealed interface MotionEvent extends Event {

    /** Gives the council's id. */
    String council();

    /** Gives the motion's id. */
    String motion();

    /**
     * Somebody puts a motion.
     *
     * @param council the council's id
     * @param motion its id
     * @param terms its terms
     */
    record MotionPut(String council, String motion, MotionTerms terms) implements MotionEvent {}

    /**
     * Somebody wants its text otherwise.
     *
     * @param council the council's id
     * @param motion its id
     * @param amendment its number
     */
    record AmendmentPut(String council, String motion, int amendment) implements MotionEvent {}

    /**
     * The council wants it, or not.
     *
     * @param council the council's id
     * @param motion its id
     * @param amendment its number
     * @param votes hands
     * @param adopted whether it does
     */
    record AmendmentDecided(String council, String motion, int amendment, Votes votes, boolean adopted)
            implements MotionEvent {}

    /**
     * The text has an amendment in it.
     *
     * @param council the council's id
     * @param motion its id
     * @param amendment its number
     * @param version of the text
     */
    record TextRevised(String council, String motion, int amendment, int version) implements MotionEvent {}

    /**
     * A seat has an interest of its own.
     *
     * @param council the council's id
     * @param motion its id
     * @param seat the seat
     */
    record ConflictDeclared(String council, String motion, int seat) implements MotionEvent {}

    /**
     * The vote begins.
     *
     * @param council the council's id
     * @param motion its id
     * @param division who votes
     */
    record VoteOpened(String council, String motion, Division division) implements MotionEvent {}

    /** What a seat says. */
    enum Vote {
        /** For. */
        FOR,
        /** Against. */
        AGAINST,
        /** Neither. */
        ABSTAIN
    }

    /**
     * A seat votes.
     *
     * @param council the council's id
     * @param motion its id
     * @param seat the seat
     * @param vote what it says
     */
    record VoteCast(String council, String motion, int seat, Vote vote) implements MotionEvent {}

    /**
     * It was noted wrongly.
     *
     * @param council the council's id
     * @param motion its id
     * @param seat the seat
     * @param vote what it says
     */
    record VoteCorrected(String council, String motion, int seat, Vote vote) implements MotionEvent {}

    /**
     * A person has counted hands.
     *
     * @param council the council's id
     * @param motion its id
     * @param by who
     * @param votes hands
     * @param casting the chair's vote
     */
    record HandsCounted(String council, String motion, String by, Votes votes, Casting casting)
            implements MotionEvent {}

    /**
     * Two persons have counted alike.
     *
     * @param council the council's id
     * @param motion its id
     * @param votes hands
     * @param casting the chair's vote
     */
    record HandsAgreed(String council, String motion, Votes votes, Casting casting) implements MotionEvent {}

    /**
     * The result.
     *
     * @param council the council's id
     * @param motion its id
     * @param votes the votes
     * @param silent ballots not used
     * @param quorum whether enough were there
     * @param casting whether the chair's vote decided
     * @param carried whether it is carried
     */
    record MotionDeclared(
            String council, String motion, Votes votes, int silent, boolean quorum, boolean casting, boolean carried)
            implements MotionEvent {}

    /**
     * Nobody votes on it.
     *
     * @param council the council's id
     * @param motion its id
     */
    record MotionWithdrawn(String council, String motion) implements MotionEvent {}

    /**
     * The city answers.
     *
     * @param council the council's id
     * @param motion its id
     */
    record OpinionAnswered(String council, String motion) implements MotionEvent {}
}
