package eu.urne.engine.poll.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.poll.Poll;
import eu.urne.engine.poll.PollCommand;
import eu.urne.engine.poll.PollEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link PollDecider} to work in Axon. */
public final class PollAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Poll poll = new Poll.Undefined();

    /** For Axon. */
    PollAggregate() {}

    @CommandHandler(commandName = "PollCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PollCommand command, MetaData origin) {
        switch (PollDecider.decide(poll, command)) {
            case Decision.Accepted<PollEvent>(List<PollEvent> events) -> events.forEach(event -> apply(event, origin));
            case Decision.Refused<PollEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(PollEvent event) {
        stream = event.poll().stream();
        poll = poll.after(event);
    }
}
