package eu.urne.engine.council.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.council.Signer;
import eu.urne.engine.council.SignerCommand;
import eu.urne.engine.council.SignerEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link SignerDecider} to work in Axon. */
public final class SignerAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Signer signer = new Signer.Unnamed();

    /** For Axon. */
    SignerAggregate() {}

    @CommandHandler(commandName = "SignerCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SignerCommand command, MetaData origin) {
        switch (SignerDecider.decide(signer, command)) {
            case Decision.Accepted<SignerEvent>(List<SignerEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<SignerEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(SignerEvent event) {
        stream = event.signer().stream(event.council());
        signer = signer.after(event);
    }
}
