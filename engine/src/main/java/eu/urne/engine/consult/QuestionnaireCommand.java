package eu.urne.engine.consult;

import eu.urne.engine.poll.Hash;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a questionnaire. */
public sealed interface QuestionnaireCommand {

    /** The questionnaire. */
    QuestionnaireId questionnaire();

    /** Name of its stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return questionnaire().stream();
    }

    /** Define a questionnaire. */
    record DefineQuestionnaire(QuestionnaireTerms terms) implements QuestionnaireCommand {
        @Override
        public QuestionnaireId questionnaire() {
            return terms.questionnaire();
        }
    }

    /**
     * Let codes be used.
     *
     * @param codes their hashes, ascending, 1 to 800
     */
    record IssueCodes(QuestionnaireId questionnaire, List<Hash> codes) implements QuestionnaireCommand {
        /** Copies the list. */
        public IssueCodes {
            codes = List.copyOf(codes);
        }
    }

    /** Withdraw it before it is opened. */
    record WithdrawQuestionnaire(QuestionnaireId questionnaire, String reason) implements QuestionnaireCommand {}

    /**
     * Open it.
     *
     * @param atMs now, milliseconds since the epoch
     */
    record OpenQuestionnaire(QuestionnaireId questionnaire, long atMs) implements QuestionnaireCommand {}

    /**
     * Close it.
     *
     * @param atMs now, milliseconds since the epoch
     * @param reason why before its time; null where it is in time
     */
    record CloseQuestionnaire(
            QuestionnaireId questionnaire,
            long atMs,
            @Nullable String reason) implements QuestionnaireCommand {}

    /** Tell how many answers there are, with the root over their leaves. */
    record CountAnswers(QuestionnaireId questionnaire, long answers, Hash root) implements QuestionnaireCommand {}

    /** Publish what they say. */
    record PublishResults(QuestionnaireId questionnaire, List<QuestionTable> tables) implements QuestionnaireCommand {
        /** Copies the list. */
        public PublishResults {
            tables = List.copyOf(tables);
        }
    }

    /** Tell what became of a wish. */
    record PublishFinding(QuestionnaireId questionnaire, Finding finding) implements QuestionnaireCommand {}

    /** Tell it otherwise. */
    record ReviseFinding(QuestionnaireId questionnaire, Finding finding, String reason)
            implements QuestionnaireCommand {}

    /** Put on record that the answers are erased. */
    record EraseAnswers(QuestionnaireId questionnaire, String reason) implements QuestionnaireCommand {}
}
