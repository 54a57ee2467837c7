package eu.urne.engine.consult.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.consult.AnswerCommand;
import eu.urne.engine.consult.AnswerCommand.ReceiveAnswer;
import eu.urne.engine.consult.AnswerReceived;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One answer: received once; whether it may be is checked by {@link ConsultGuard}. */
public final class AnswerAggregate {

    @AggregateIdentifier
    private @Nullable String stream;

    /** For Axon. */
    AnswerAggregate() {}

    @CommandHandler(commandName = "AnswerCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnswerCommand command, MetaData origin) {
        switch (command) {
            case ReceiveAnswer receive -> {
                if (stream == null) {
                    apply(receive.received(), origin);
                }
            }
        }
    }

    @EventSourcingHandler
    void on(AnswerReceived event) {
        stream = event.stream();
    }
}
