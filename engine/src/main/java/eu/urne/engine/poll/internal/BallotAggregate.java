package eu.urne.engine.poll.internal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.RefusedException;
import eu.urne.engine.poll.BallotEvent;
import eu.urne.engine.poll.CastBallot;
import eu.urne.engine.poll.PaperCommand;
import eu.urne.engine.poll.PaperCommand.EnterPaperBallot;
import eu.urne.engine.poll.PaperSheet;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The votes of one token: puts {@link BallotDecider} to work in Axon. */
public final class BallotAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private PaperSheet sheet = new PaperSheet.Untouched();

    /** For Axon. */
    BallotAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CastBallot command, MetaData origin) {
        answer(BallotDecider.decide(sheet, command.ballot()), origin);
    }

    @CommandHandler(commandName = "PaperCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PaperCommand command, MetaData origin) {
        switch (command) {
            case EnterPaperBallot enter -> answer(BallotDecider.decide(sheet, enter), origin);
        }
    }

    private static void answer(Decision<BallotEvent> decision, MetaData origin) {
        switch (decision) {
            case Decision.Accepted<BallotEvent>(List<BallotEvent> events) ->
                events.forEach(event -> apply(event, origin));
            case Decision.Refused<BallotEvent>(Refusal refusal) -> throw new RefusedException(refusal);
        }
    }

    @EventSourcingHandler
    void on(BallotEvent event) {
        stream = event.stream();
        sheet = sheet.after(event);
    }
}
