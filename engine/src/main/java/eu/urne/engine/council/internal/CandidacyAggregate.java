package eu.urne.engine.council.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.RefusedException;
import eu.urne.engine.council.CandidacyCommand.StandForCouncil;
import eu.urne.engine.council.CandidacyCommand.StandingCommand;
import eu.urne.engine.council.CandidacyCommand.WithdrawCandidacy;
import eu.urne.engine.council.CandidacyEvent.CandidacyFiled;
import eu.urne.engine.council.CandidacyEvent.CandidacyWithdrawn;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One person's candidacy for one draw: filed and withdrawn by turns. */
public final class CandidacyAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private boolean stands;

    /** For Axon. */
    CandidacyAggregate() {}

    @CommandHandler(commandName = "StandingCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StandingCommand command, MetaData origin) {
        switch (command) {
            case StandForCouncil stand -> {
                if (!stands) {
                    apply(new CandidacyFiled(stand.draw(), stand.person()), origin);
                }
            }
            case WithdrawCandidacy withdraw -> {
                if (!stands) {
                    throw new RefusedException(new Refusal(
                            Reason.UNKNOWN,
                            "person: " + withdraw.person() + " does not stand for the draw " + withdraw.draw()));
                }
                apply(new CandidacyWithdrawn(withdraw.draw(), withdraw.person()), origin);
            }
        }
    }

    @EventSourcingHandler
    void on(CandidacyFiled event) {
        stream = new StandForCouncil(event.draw(), event.person()).stream();
        stands = true;
    }

    @EventSourcingHandler
    void on(CandidacyWithdrawn event) {
        stands = false;
    }
}
