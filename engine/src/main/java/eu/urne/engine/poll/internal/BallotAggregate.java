package eu.urne.engine.poll.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.CastBallot;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The votes of one token: puts {@link BallotDecider} to work in Axon. */
public final class BallotAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private long votes;

    /** For Axon. */
    BallotAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CastBallot command, MetaData origin) {
        switch (BallotDecider.decide(votes, command.ballot())) {
            case Decision.Accepted<BallotCast>(List<BallotCast> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<BallotCast>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(BallotCast event) {
        stream = new CastBallot(event.ballot()).stream();
        votes++;
    }
}
