package eu.urne.engine.consult;

import java.util.List;

/** What happens to a gathering (docs/formats/consultations.md, section 6). */
public sealed interface GatheringEvent {

    /** The gathering. */
    GatheringId gathering();

    /** Everybody is invited. */
    record GatheringAnnounced(GatheringId gathering, GatheringTerms terms) implements GatheringEvent {}

    /** It is evaluated by a questionnaire. */
    record EvaluationLinked(GatheringId gathering, QuestionnaireId questionnaire) implements GatheringEvent {}

    /**
     * It took place.
     *
     * @param attendance persons who were checked in
     * @param bySite of them by site; empty where there are no sites
     * @param byAge of them by age band; empty where there are none
     */
    record GatheringHeld(GatheringId gathering, long attendance, List<TableCell> bySite, List<TableCell> byAge)
            implements GatheringEvent {
        /** Copies the lists. */
        public GatheringHeld {
            bySite = List.copyOf(bySite);
            byAge = List.copyOf(byAge);
        }
    }

    /** It will not take place. */
    record GatheringCalledOff(GatheringId gathering, String reason) implements GatheringEvent {}
}
