package eu.urne.engine.council.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.council.CandidacyCommand.CandidacyRefusalCommand;
import eu.urne.engine.council.CandidacyCommand.RefuseCandidacy;
import eu.urne.engine.council.CandidacyEvent.CandidacyRefused;
import eu.urne.engine.council.CandidacyRefusal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Refusals of a person's candidacy for one draw: told once as long as the reason is the same. */
public final class CandidacyRefusalAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private @Nullable CandidacyRefusal reason;

    /** For Axon. */
    CandidacyRefusalAggregate() {}

    @CommandHandler(commandName = "CandidacyRefusalCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CandidacyRefusalCommand command, MetaData origin) {
        switch (command) {
            case RefuseCandidacy refuse -> {
                if (!refuse.reason().equals(reason)) {
                    apply(new CandidacyRefused(refuse.draw(), refuse.person(), refuse.reason()), origin);
                }
            }
        }
    }

    @EventSourcingHandler
    void on(CandidacyRefused event) {
        stream = new RefuseCandidacy(event.draw(), event.person(), event.reason()).stream();
        reason = event.reason();
    }
}
