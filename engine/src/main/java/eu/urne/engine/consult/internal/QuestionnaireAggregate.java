package eu.urne.engine.consult.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireCommand;
import eu.urne.engine.consult.QuestionnaireEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link QuestionnaireDecider} to work in Axon. */
public final class QuestionnaireAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Questionnaire questionnaire = new Questionnaire.Undefined();

    /** For Axon. */
    QuestionnaireAggregate() {}

    @CommandHandler(commandName = "QuestionnaireCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(QuestionnaireCommand command, MetaData origin) {
        switch (QuestionnaireDecider.decide(questionnaire, command)) {
            case Decision.Accepted<QuestionnaireEvent>(List<QuestionnaireEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<QuestionnaireEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(QuestionnaireEvent event) {
        stream = event.questionnaire().stream();
        questionnaire = questionnaire.after(event);
    }
}
