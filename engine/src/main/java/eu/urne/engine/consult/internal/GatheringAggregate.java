package eu.urne.engine.consult.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.consult.Gathering;
import eu.urne.engine.consult.GatheringCommand;
import eu.urne.engine.consult.GatheringEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link GatheringDecider} to work in Axon. */
public final class GatheringAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Gathering gathering = new Gathering.Unannounced();

    /** For Axon. */
    GatheringAggregate() {}

    @CommandHandler(commandName = "GatheringCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GatheringCommand command, MetaData origin) {
        switch (GatheringDecider.decide(gathering, command)) {
            case Decision.Accepted<GatheringEvent>(List<GatheringEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<GatheringEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(GatheringEvent event) {
        stream = event.gathering().stream();
        gathering = gathering.after(event);
    }
}
