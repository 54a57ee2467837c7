package eu.urne.engine.works.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.works.Works;
import eu.urne.engine.works.WorksCommand;
import eu.urne.engine.works.WorksEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link WorksDecider} to work in Axon. */
public final class WorksAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Works works = Works.NONE;

    /** For Axon. */
    WorksAggregate() {}

    @CommandHandler(commandName = "WorksCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WorksCommand command, MetaData origin) {
        switch (WorksDecider.decide(works, command)) {
            case Decision.Accepted<WorksEvent>(List<WorksEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<WorksEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(WorksEvent event) {
        stream = WorksCommand.stream(event.budget(), event.proposal());
        works = works.after(event);
    }
}
