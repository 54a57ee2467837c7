package eu.urne.engine.budget.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.budget.Proposal;
import eu.urne.engine.budget.ProposalCommand;
import eu.urne.engine.budget.ProposalEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link ProposalDecider} to work in Axon. */
public final class ProposalAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Proposal proposal = new Proposal.Absent();

    /** For Axon. */
    ProposalAggregate() {}

    @CommandHandler(commandName = "ProposalCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposalCommand command, MetaData origin) {
        switch (ProposalDecider.decide(proposal, command)) {
            case Decision.Accepted<ProposalEvent>(List<ProposalEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<ProposalEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(ProposalEvent event) {
        stream = ProposalCommand.stream(event.budget(), event.proposal());
        proposal = proposal.after(event);
    }
}
