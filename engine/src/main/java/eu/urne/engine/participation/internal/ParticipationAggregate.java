package eu.urne.engine.participation.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.participation.ParticipationPublished;
import eu.urne.engine.participation.PublishParticipation;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The figures of one poll: published once, since two publications could be subtracted from each other. */
public final class ParticipationAggregate {

    @AggregateIdentifier
    private @Nullable String stream;

    /** For Axon. */
    ParticipationAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishParticipation command, MetaData origin) {
        if (stream != null) {
            throw new RefusedException(new Refusal(
                    Refusal.Reason.EXISTS,
                    "the participation in " + command.participation().poll() + " is published already"));
        }
        apply(command.participation(), origin);
    }

    @EventSourcingHandler
    void on(ParticipationPublished event) {
        stream = PublishParticipation.stream(event.poll());
    }
}
