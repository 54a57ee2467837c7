package eu.urne.engine.poll;

/** A ballot stands in the log; the members are those of {@link SealedBallot}. */
public record BallotCast(
        int suite, PollId poll, Token token, String authorisation, long seq, byte[] enc, byte[] ct, byte[] sig)
        implements BallotEvent {

    /** The event of casting this ballot. */
    public static BallotCast of(SealedBallot ballot) {
        return new BallotCast(
                ballot.suite(),
                ballot.poll(),
                ballot.token(),
                ballot.authorisation(),
                ballot.seq(),
                ballot.enc(),
                ballot.ct(),
                ballot.sig());
    }

    /** The ballot. */
    public SealedBallot ballot() {
        return new SealedBallot(suite, poll, token, authorisation, seq, enc, ct, sig);
    }
}
