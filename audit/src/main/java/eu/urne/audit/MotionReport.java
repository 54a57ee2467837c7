package eu.urne.audit;

/**
 * What was found about a motion of a council.
 *
 * @param council the council's id
 * @param motion its id
 * @param title what it is called, printable
 * @param meeting id of its meeting
 * @param voting ROLL_CALL, HANDS or SECRET
 * @param state how far it has come
 * @param majority what it needs, in words of the format
 * @param members seats held on the day; this and the following are 0 before the vote
 * @param present seats there and not in conflict
 * @param quorum how many are needed
 * @param ballots votes that could be given
 * @param proxies how many of them by proxy
 * @param inFavour counted for
 * @param against counted against
 * @param abstained counted neither
 * @param carried whether it is carried
 * @param minutes how far the minutes of its meeting have come
 */
public record MotionReport(
        String council,
        String motion,
        String title,
        String meeting,
        String voting,
        State state,
        String majority,
        int members,
        int present,
        int quorum,
        int ballots,
        int proxies,
        int inFavour,
        int against,
        int abstained,
        boolean carried,
        MinutesState minutes) {

    /** How far a motion has come. */
    public enum State {
        /** An event of it cannot be read. */
        NOT_EXAMINED,
        /** Put. */
        DEBATED,
        /** Being voted on. */
        VOTING,
        /** Counted again, as the rest tells. */
        DECLARED,
        /** Withdrawn before a vote. */
        WITHDRAWN
    }

    /** How far the minutes of its meeting have come. */
    public enum MinutesState {
        /** None. */
        NONE,
        /** Not signed by both yet, in the latest version. */
        DRAFTED,
        /** Signed by chair and secretary. */
        SIGNED
    }
}
