package eu.urne.engine.roll.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.roll.RollCommand.AdmissionCommand;
import eu.urne.engine.roll.RollCommand.AdmitVoter;
import eu.urne.engine.roll.RollCommand.HandOutCard;
import eu.urne.engine.roll.RollEvent.CardHandedOut;
import eu.urne.engine.roll.RollEvent.VoterAdmitted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One person in the register of one poll: admitted once, served once. */
public final class AdmissionAggregate {

    private enum State {
        NEW,
        ADMITTED,
        SERVED
    }

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private State state = State.NEW;

    /** For Axon. */
    AdmissionAggregate() {}

    @CommandHandler(commandName = "AdmissionCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AdmissionCommand command, MetaData origin) {
        switch (command) {
            case AdmitVoter admit -> admit(admit, origin);
            case HandOutCard handOut -> handOut(handOut, origin);
        }
    }

    private void admit(AdmitVoter command, MetaData origin) {
        if (state != State.NEW) {
            throw new RefusedException(
                    new Refusal(Refusal.Reason.EXISTS, "person: " + command.person() + " is admitted already"));
        }
        apply(new VoterAdmitted(command.poll(), command.person()), origin);
    }

    private void handOut(HandOutCard command, MetaData origin) {
        if (state == State.NEW) {
            throw new RefusedException(
                    new Refusal(Refusal.Reason.UNKNOWN, "person: " + command.person() + " is not admitted"));
        }
        if (state == State.SERVED) {
            throw new RefusedException(
                    new Refusal(Refusal.Reason.USED, "person: " + command.person() + " has a card already"));
        }
        apply(new CardHandedOut(command.poll(), command.person()), origin);
    }

    @EventSourcingHandler
    void on(VoterAdmitted event) {
        stream = new AdmitVoter(event.poll(), event.person()).stream();
        state = State.ADMITTED;
    }

    @EventSourcingHandler
    void on(CardHandedOut event) {
        state = State.SERVED;
    }
}
