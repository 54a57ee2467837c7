package eu.urne.engine.works.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.works.Plan;
import eu.urne.engine.works.PlanCommand;
import eu.urne.engine.works.PlanEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link PlanDecider} to work in Axon. */
public final class PlanAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Plan plan = new Plan.Absent();

    /** For Axon. */
    PlanAggregate() {}

    @CommandHandler(commandName = "PlanCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlanCommand command, MetaData origin) {
        switch (PlanDecider.decide(plan, command)) {
            case Decision.Accepted<PlanEvent>(List<PlanEvent> events) -> events.forEach(event -> apply(event, origin));
            case Decision.Refused<PlanEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(PlanEvent event) {
        stream = event.line().stream();
        plan = plan.after(event);
    }
}
