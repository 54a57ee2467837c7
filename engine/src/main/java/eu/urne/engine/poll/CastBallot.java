package eu.urne.engine.poll;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Cast a sealed ballot. */
public record CastBallot(SealedBallot ballot) {

    /** Name of the token's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    public String stream() {
        return BallotEvent.stream(ballot.poll(), ballot.token());
    }
}
