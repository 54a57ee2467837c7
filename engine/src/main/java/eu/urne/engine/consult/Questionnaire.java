package eu.urne.engine.consult;

import eu.urne.engine.consult.QuestionnaireEvent.AnswersCounted;
import eu.urne.engine.consult.QuestionnaireEvent.AnswersErased;
import eu.urne.engine.consult.QuestionnaireEvent.CodesIssued;
import eu.urne.engine.consult.QuestionnaireEvent.FindingPublished;
import eu.urne.engine.consult.QuestionnaireEvent.FindingRevised;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireClosed;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireDefined;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireOpened;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireWithdrawn;
import eu.urne.engine.consult.QuestionnaireEvent.ResultsPublished;
import java.util.LinkedHashMap;
import java.util.Map;

/** The states of a questionnaire. */
public sealed interface Questionnaire {

    /** Nothing of that name yet. */
    record Undefined() implements Questionnaire {}

    /** There is one. */
    sealed interface Known extends Questionnaire {
        /** What it is defined with. */
        QuestionnaireTerms terms();
    }

    /** Defined, and not open yet. */
    record Drafted(QuestionnaireTerms terms) implements Known {}

    /** Withdrawn before it was open. */
    record Withdrawn(QuestionnaireTerms terms) implements Known {}

    /** Takes answers. */
    record Open(QuestionnaireTerms terms) implements Known {}

    /** Takes no more, and they are not counted yet. */
    record Closed(QuestionnaireTerms terms) implements Known {}

    /** Counted, and nothing is told of them yet. */
    record Counted(QuestionnaireTerms terms, AnswersCounted count) implements Known {}

    /**
     * Its results are public.
     *
     * @param findings the latest of each id, in the order published
     * @param erased whether the answers are gone
     */
    record Published(
            QuestionnaireTerms terms, ResultsPublished results, Map<FindingId, Finding> findings, boolean erased)
            implements Known {

        private Published with(Finding finding) {
            Map<FindingId, Finding> all = new LinkedHashMap<>(findings);
            all.put(finding.id(), finding);
            return new Published(terms, results, all, erased);
        }
    }

    /** The state after an event. */
    default Questionnaire after(QuestionnaireEvent event) {
        return switch (event) {
            case QuestionnaireDefined defined -> new Drafted(defined.terms());
            case CodesIssued issued -> this;
            case QuestionnaireWithdrawn withdrawn -> new Withdrawn(known().terms());
            case QuestionnaireOpened opened -> new Open(known().terms());
            case QuestionnaireClosed closed -> new Closed(known().terms());
            case AnswersCounted counted -> new Counted(known().terms(), counted);
            case ResultsPublished results -> new Published(known().terms(), results, new LinkedHashMap<>(), false);
            case FindingPublished published -> ((Published) this).with(published.finding());
            case FindingRevised revised -> ((Published) this).with(revised.finding());
            case AnswersErased erased -> {
                Published published = (Published) this;
                yield new Published(published.terms(), published.results(), published.findings(), true);
            }
        };
    }

    private Known known() {
        return (Known) this;
    }
}
