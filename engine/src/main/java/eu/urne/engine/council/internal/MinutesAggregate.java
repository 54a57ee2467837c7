package eu.urne.engine.council.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesCommand;
import eu.urne.engine.council.MinutesEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link MinutesDecider} to work in Axon. */
public final class MinutesAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Minutes minutes = new Minutes.Undrafted();

    /** For Axon. */
    MinutesAggregate() {}

    @CommandHandler(commandName = "MinutesCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MinutesCommand command, MetaData origin) {
        switch (MinutesDecider.decide(minutes, command)) {
            case Decision.Accepted<MinutesEvent>(List<MinutesEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<MinutesEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(MinutesEvent event) {
        stream = MinutesCommand.stream(event.council(), event.meeting());
        minutes = minutes.after(event);
    }
}
