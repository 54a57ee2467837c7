package eu.urne.engine.roll.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.roll.RefusalCode;
import eu.urne.engine.roll.RollCommand.RefusalCommand;
import eu.urne.engine.roll.RollCommand.RefuseVoter;
import eu.urne.engine.roll.RollEvent.VoterRefused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Refusals of one person in one poll: told once as long as the reason is the same. */
public final class RefusalAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private @Nullable RefusalCode reason;

    /** For Axon. */
    RefusalAggregate() {}

    @CommandHandler(commandName = "RefusalCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefusalCommand command, MetaData origin) {
        switch (command) {
            case RefuseVoter refuse -> {
                if (refuse.reason() != reason) {
                    apply(new VoterRefused(refuse.poll(), refuse.person(), refuse.reason()), origin);
                }
            }
        }
    }

    @EventSourcingHandler
    void on(VoterRefused event) {
        stream = new RefuseVoter(event.poll(), event.person(), event.reason()).stream();
        reason = event.reason();
    }
}
