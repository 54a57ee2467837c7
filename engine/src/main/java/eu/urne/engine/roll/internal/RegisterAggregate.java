package eu.urne.engine.roll.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.roll.RollCommand;
import eu.urne.engine.roll.RollCommand.CloseAdmissions;
import eu.urne.engine.roll.RollCommand.OpenAdmissions;
import eu.urne.engine.roll.RollCommand.RegisterCommand;
import eu.urne.engine.roll.RollEvent.AdmissionsClosed;
import eu.urne.engine.roll.RollEvent.AdmissionsOpened;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The register of a poll as a whole. Asking again for what is already so changes nothing. */
public final class RegisterAggregate {

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
    RegisterAggregate() {}

    @CommandHandler(commandName = "RegisterCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterCommand command, MetaData origin) {
        switch (command) {
            case OpenAdmissions open -> {
                if (state == State.NEW) {
                    apply(new AdmissionsOpened(open.poll()), origin);
                }
            }
            case CloseAdmissions close -> close(close, origin);
        }
    }

    private void close(CloseAdmissions command, MetaData origin) {
        if (state == State.NEW) {
            throw new RefusedException(
                    new Refusal(Refusal.Reason.UNKNOWN, "there is no register for a poll " + command.poll()));
        }
        if (state == State.OPEN) {
            apply(new AdmissionsClosed(command.poll()), origin);
        }
    }

    @EventSourcingHandler
    void on(AdmissionsOpened event) {
        stream = RollCommand.registerStream(event.poll());
        state = State.OPEN;
    }

    @EventSourcingHandler
    void on(AdmissionsClosed event) {
        stream = RollCommand.registerStream(event.poll());
        state = State.CLOSED;
    }
}
