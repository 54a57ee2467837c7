package eu.urne.engine.budget.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.budget.Budget;
import eu.urne.engine.budget.BudgetCommand;
import eu.urne.engine.budget.BudgetEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link BudgetDecider} to work in Axon. */
public final class BudgetAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Budget budget = new Budget.Unopened();

    /** For Axon. */
    BudgetAggregate() {}

    @CommandHandler(commandName = "BudgetCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BudgetCommand command, MetaData origin) {
        switch (BudgetDecider.decide(budget, command)) {
            case Decision.Accepted<BudgetEvent>(List<BudgetEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<BudgetEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(BudgetEvent event) {
        stream = event.budget().stream();
        budget = budget.after(event);
    }
}
