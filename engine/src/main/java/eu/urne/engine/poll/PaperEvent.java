package eu.urne.engine.poll;

/** What happens to a sheet of paper before its ballot is cast (docs/formats/ballot.md, section 7). */
public sealed interface PaperEvent extends BallotEvent {

    /**
     * A person has entered the sheet.
     *
     * @param commitment id of the ballot as that person made it
     * @param by who
     */
    record PaperBallotEntered(PollId poll, Token token, Hash commitment, String by) implements PaperEvent {}

    /** Two persons have entered it differently: both enter it anew. */
    record PaperBallotDisputed(PollId poll, Token token) implements PaperEvent {}

    /**
     * Two persons have entered it alike.
     *
     * @param commitment id of the ballot that can now be cast
     */
    record PaperBallotAgreed(PollId poll, Token token, Hash commitment) implements PaperEvent {}
}
