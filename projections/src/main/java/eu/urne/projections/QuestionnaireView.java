package eu.urne.projections;

import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireEvent;
import java.util.List;

/**
 * A questionnaire as it is now.
 *
 * @param state what it has come to
 * @param answers how many there are
 * @param paper how many of them came on paper
 * @param history what was told of it, but for codes
 */
public record QuestionnaireView(
        Questionnaire.Known state, long answers, long paper, List<Told<QuestionnaireEvent>> history) {}
