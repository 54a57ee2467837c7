package eu.urne.engine.consult;

import eu.urne.engine.consult.GatheringEvent.EvaluationLinked;
import eu.urne.engine.consult.GatheringEvent.GatheringAnnounced;
import eu.urne.engine.consult.GatheringEvent.GatheringCalledOff;
import eu.urne.engine.consult.GatheringEvent.GatheringHeld;
import org.jspecify.annotations.Nullable;

/** The states of a gathering. */
public sealed interface Gathering {

    /** Nothing of that name yet. */
    record Unannounced() implements Gathering {}

    /**
     * Announced.
     *
     * @param evaluation the questionnaire by which it is evaluated; null before
     * @param held how many came; null before
     * @param calledOff why it will not take place; null where it does
     */
    record Announced(
            GatheringTerms terms,
            @Nullable QuestionnaireId evaluation,
            @Nullable GatheringHeld held,
            @Nullable String calledOff)
            implements Gathering {}

    /** The state after an event. */
    default Gathering after(GatheringEvent event) {
        return switch (event) {
            case GatheringAnnounced announced -> new Announced(announced.terms(), null, null, null);
            case EvaluationLinked linked -> {
                Announced known = (Announced) this;
                yield new Announced(known.terms(), linked.questionnaire(), known.held(), null);
            }
            case GatheringHeld held -> {
                Announced known = (Announced) this;
                yield new Announced(known.terms(), known.evaluation(), held, null);
            }
            case GatheringCalledOff calledOff -> {
                Announced known = (Announced) this;
                yield new Announced(known.terms(), known.evaluation(), null, calledOff.reason());
            }
        };
    }
}
