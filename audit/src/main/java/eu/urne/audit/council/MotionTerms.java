package eu.urne.audit.council;

import eu.urne.audit.tally.Rule.Majority;

/**
 * Terms of a motion (docs/formats/councils.md, section 7).
 *
 * @param title what it is called, printable
 * @param meeting id of the meeting that votes
 * @param majority what it needs
 * @param voting how it is voted on
 * @param advisory whether it is an opinion to the city
 */
public record MotionTerms(String title, String meeting, Majority majority, Voting voting, boolean advisory) {

    /** How a motion is voted on. */
    public enum Voting {
        /** Each seat is called. */
        ROLL_CALL,
        /** Hands are counted by two persons. */
        HANDS,
        /** By a poll. */
        SECRET
    }
}
