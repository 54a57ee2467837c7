package eu.urne.engine.consult;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.engine.poll.Hash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a questionnaire (docs/formats/consultations.md, section 1). */
public sealed interface QuestionnaireEvent {

    /** The questionnaire. */
    QuestionnaireId questionnaire();

    /** There is a questionnaire with these terms. */
    record QuestionnaireDefined(QuestionnaireId questionnaire, QuestionnaireTerms terms)
            implements QuestionnaireEvent {}

    /** These codes can be used, once each. */
    record CodesIssued(QuestionnaireId questionnaire, List<Hash> codes) implements QuestionnaireEvent {
        /** Copies the list. */
        public CodesIssued {
            codes = List.copyOf(codes);
        }
    }

    /** There will be no such questionnaire. */
    record QuestionnaireWithdrawn(QuestionnaireId questionnaire, String reason) implements QuestionnaireEvent {}

    /** Answers are taken, and nothing of the terms changes. */
    record QuestionnaireOpened(QuestionnaireId questionnaire) implements QuestionnaireEvent {}

    /**
     * No answer is taken any more.
     *
     * @param reason why before its time; null where it was in time
     */
    record QuestionnaireClosed(
            QuestionnaireId questionnaire,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) implements QuestionnaireEvent {}

    /**
     * So many answers there are.
     *
     * @param root over their leaves, in the order of the log
     */
    record AnswersCounted(QuestionnaireId questionnaire, long answers, Hash root) implements QuestionnaireEvent {}

    /** What is told of them. */
    record ResultsPublished(QuestionnaireId questionnaire, long answers, List<QuestionTable> tables)
            implements QuestionnaireEvent {
        /** Copies the list. */
        public ResultsPublished {
            tables = List.copyOf(tables);
        }
    }

    /** What became of a wish. */
    record FindingPublished(QuestionnaireId questionnaire, Finding finding) implements QuestionnaireEvent {}

    /** It is told otherwise from here on. */
    record FindingRevised(QuestionnaireId questionnaire, Finding finding, String reason)
            implements QuestionnaireEvent {}

    /** Answers and salts are gone; what was told of them stays. */
    record AnswersErased(QuestionnaireId questionnaire, String reason) implements QuestionnaireEvent {}
}
