package eu.urne.engine.council.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.council.Council;
import eu.urne.engine.council.CouncilCommand;
import eu.urne.engine.council.CouncilEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link CouncilDecider} to work in Axon. */
public final class CouncilAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Council council = new Council.Unestablished();

    /** For Axon. */
    CouncilAggregate() {}

    @CommandHandler(commandName = "CouncilCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CouncilCommand command, MetaData origin) {
        switch (CouncilDecider.decide(council, command)) {
            case Decision.Accepted<CouncilEvent>(List<CouncilEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<CouncilEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(CouncilEvent event) {
        stream = event.council().stream();
        council = council.after(event);
    }
}
