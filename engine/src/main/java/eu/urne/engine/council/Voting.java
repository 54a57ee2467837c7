package eu.urne.engine.council;

/** How a motion is voted on. */
public enum Voting {
    /** Each member's vote is told under the seat. */
    ROLL_CALL,
    /** Hands are counted by two persons. */
    HANDS,
    /** With cards and sealed ballots: a poll. */
    SECRET
}
