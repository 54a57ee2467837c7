package eu.urne.engine.council.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingCommand;
import eu.urne.engine.council.MeetingEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link MeetingDecider} to work in Axon. */
public final class MeetingAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Meeting meeting = new Meeting.Uncalled();

    /** For Axon. */
    MeetingAggregate() {}

    @CommandHandler(commandName = "MeetingCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MeetingCommand command, MetaData origin) {
        switch (MeetingDecider.decide(meeting, command)) {
            case Decision.Accepted<MeetingEvent>(List<MeetingEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<MeetingEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(MeetingEvent event) {
        stream = event.meeting().stream(event.council());
        meeting = meeting.after(event);
    }
}
