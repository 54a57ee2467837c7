package eu.urne.engine.roll.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.roll.ConsentCommand;
import eu.urne.engine.roll.ConsentCommand.RecordConsent;
import eu.urne.engine.roll.ConsentEvent.ConsentRecorded;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The consent of a guardian of one child in one budget: recorded once. */
public final class ConsentAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private boolean recorded;

    /** For Axon. */
    ConsentAggregate() {}

    @CommandHandler(commandName = "ConsentCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ConsentCommand command, MetaData origin) {
        switch (command) {
            case RecordConsent record -> {
                if (!recorded) {
                    apply(new ConsentRecorded(record.budget(), record.person()), origin);
                }
            }
        }
    }

    @EventSourcingHandler
    void on(ConsentRecorded event) {
        stream = new RecordConsent(event.budget(), event.person()).stream();
        recorded = true;
    }
}
