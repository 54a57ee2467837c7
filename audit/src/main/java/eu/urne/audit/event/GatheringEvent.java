package eu.urne.audit.event;

import eu.urne.audit.consult.Cell;
import eu.urne.audit.consult.GatheringTerms;
import java.util.List;

/** Events of the stream of a gathering (docs/formats/consultations.md, section 6). */
public sealed interface GatheringEvent extends Event {

    /** Gives the gathering's id. */
    String gathering();

    /**
     * Everybody is invited.
     *
     * @param gathering its id
     * @param terms its terms
     */
    record GatheringAnnounced(String gathering, GatheringTerms terms) implements GatheringEvent {}

    /**
     * A questionnaire evaluates it.
     *
     * @param gathering its id
     * @param questionnaire the questionnaire's id
     */
    record EvaluationLinked(String gathering, String questionnaire) implements GatheringEvent {}

    /**
     * It took place.
     *
     * @param gathering its id
     * @param attendance how many came
     * @param bySite of them by site
     * @param byAge of them by age band
     */
    record GatheringHeld(String gathering, long attendance, List<Cell> bySite, List<Cell> byAge)
            implements GatheringEvent {}

    /**
     * It will not take place.
     *
     * @param gathering its id
     */
    record GatheringCalledOff(String gathering) implements GatheringEvent {}
}
