package eu.urne.engine.council.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionCommand;
import eu.urne.engine.council.MotionEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link MotionDecider} to work in Axon. */
public final class MotionAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Motion motion = new Motion.Unput();

    /** For Axon. */
    MotionAggregate() {}

    @CommandHandler(commandName = "MotionCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MotionCommand command, MetaData origin) {
        switch (MotionDecider.decide(motion, command)) {
            case Decision.Accepted<MotionEvent>(List<MotionEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<MotionEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(MotionEvent event) {
        stream = event.motion().stream(event.council());
        motion = motion.after(event);
    }
}
