package eu.urne.engine.council.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.DrawCommand;
import eu.urne.engine.council.DrawEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link DrawDecider} to work in Axon. */
public final class DrawAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private CouncilDraw draw = new CouncilDraw.Unannounced();

    /** For Axon. */
    DrawAggregate() {}

    @CommandHandler(commandName = "DrawCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DrawCommand command, MetaData origin) {
        switch (DrawDecider.decide(draw, command)) {
            case Decision.Accepted<DrawEvent>(List<DrawEvent> events) -> events.forEach(event -> apply(event, origin));
            case Decision.Refused<DrawEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(DrawEvent event) {
        stream = event.draw().stream();
        draw = draw.after(event);
    }
}
