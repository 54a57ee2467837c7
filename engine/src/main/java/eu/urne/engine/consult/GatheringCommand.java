package eu.urne.engine.consult;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a gathering. */
public sealed interface GatheringCommand {

    /** The gathering. */
    GatheringId gathering();

    /** Name of its stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return gathering().stream();
    }

    /** Announce a gathering. */
    record AnnounceGathering(GatheringTerms terms) implements GatheringCommand {
        @Override
        public GatheringId gathering() {
            return terms.gathering();
        }
    }

    /** Name the questionnaire by which it is evaluated. */
    record LinkEvaluation(GatheringId gathering, QuestionnaireId questionnaire) implements GatheringCommand {}

    /** Tell how many came. */
    record HoldGathering(GatheringId gathering, long attendance, List<TableCell> bySite, List<TableCell> byAge)
            implements GatheringCommand {
        /** Copies the lists. */
        public HoldGathering {
            bySite = List.copyOf(bySite);
            byAge = List.copyOf(byAge);
        }
    }

    /** Call it off. */
    record CallOffGathering(GatheringId gathering, String reason) implements GatheringCommand {}
}
