package eu.urne.api.site;

import eu.urne.engine.consult.Question;
import eu.urne.engine.consult.QuestionnaireTerms;
import java.util.List;

/**
 * A question of a form.
 *
 * @param kind name of its kind
 */
public record Asked(Question question, String kind) {

    /** All questions of a questionnaire, in their order. */
    public static List<Asked> all(QuestionnaireTerms terms) {
        return terms.questions().stream()
                .map(question -> new Asked(question, QuestionKinds.of(question)))
                .toList();
    }
}
