package eu.urne.engine.poll.internal;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.SealedBallot;

/** Whether a ballot can be cast, as far as its token alone tells; the rest is the writer's to check. */
public final class BallotDecider {

    private BallotDecider() {}

    /**
     * The event, or why not.
     *
     * @param earlier number of ballots that the token has cast
     */
    public static Decision<BallotCast> decide(long earlier, SealedBallot ballot) {
        if (earlier > 0 && ballot.seq() == 0) {
            return Decision.refuse(Reason.USED, "token: it has been used for another ballot");
        }
        return Decision.accept(BallotCast.of(ballot));
    }
}
