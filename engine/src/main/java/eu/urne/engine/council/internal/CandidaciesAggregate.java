package eu.urne.engine.council.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.RefusedException;
import eu.urne.engine.council.CandidacyCommand;
import eu.urne.engine.council.CandidacyCommand.CandidaciesCommand;
import eu.urne.engine.council.CandidacyCommand.CloseCandidacies;
import eu.urne.engine.council.CandidacyCommand.OpenCandidacies;
import eu.urne.engine.council.CandidacyEvent.CandidaciesClosed;
import eu.urne.engine.council.CandidacyEvent.CandidaciesOpened;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The candidacies for a draw as a whole: opened once, closed once. */
public final class CandidaciesAggregate {

    private enum State {
        NEW,
        OPEN,
        CLOSED
    }

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private State state = State.NEW;

    /** For Axon. */
    CandidaciesAggregate() {}

    @CommandHandler(commandName = "CandidaciesCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CandidaciesCommand command, MetaData origin) {
        switch (command) {
            case OpenCandidacies open -> {
                if (state == State.NEW) {
                    apply(new CandidaciesOpened(open.draw()), origin);
                }
            }
            case CloseCandidacies close -> {
                if (state == State.NEW) {
                    throw new RefusedException(
                            new Refusal(Reason.UNKNOWN, "draw: nobody can stand for a draw " + close.draw() + " yet"));
                }
                if (state == State.OPEN) {
                    apply(new CandidaciesClosed(close.draw()), origin);
                }
            }
        }
    }

    @EventSourcingHandler
    void on(CandidaciesOpened event) {
        stream = CandidacyCommand.candidacies(event.draw());
        state = State.OPEN;
    }

    @EventSourcingHandler
    void on(CandidaciesClosed event) {
        state = State.CLOSED;
    }
}
