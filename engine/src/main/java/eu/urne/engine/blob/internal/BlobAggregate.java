package eu.urne.engine.blob.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.blob.BlobCommand;
import eu.urne.engine.blob.BlobEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link BlobDecider} to work in Axon. */
public final class BlobAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private boolean erased;

    /** For Axon. */
    BlobAggregate() {}

    @CommandHandler(commandName = "BlobCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BlobCommand command, MetaData origin) {
        switch (BlobDecider.decide(erased, command)) {
            case Decision.Accepted<BlobEvent>(List<BlobEvent> events) -> events.forEach(event -> apply(event, origin));
            case Decision.Refused<BlobEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(BlobEvent event) {
        stream = BlobCommand.stream(event.blob());
        erased = true;
    }
}
