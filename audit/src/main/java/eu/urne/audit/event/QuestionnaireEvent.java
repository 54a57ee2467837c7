package eu.urne.audit.event;

import eu.urne.audit.consult.QuestionnaireTerms;
import eu.urne.audit.consult.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events about questionnaires, their answers included (docs/formats/consultations.md, sections 1, 3 and 5). */
public sealed interface QuestionnaireEvent extends Event {

    /** Gives the questionnaire's id. */
    String questionnaire();

    /**
     * There is one.
     *
     * @param questionnaire its id
     * @param terms its terms
     */
    record QuestionnaireDefined(String questionnaire, QuestionnaireTerms terms) implements QuestionnaireEvent {}

    /**
     * Codes can be used.
     *
     * @param questionnaire its id
     * @param codes their hashes in hex
     */
    record CodesIssued(String questionnaire, List<String> codes) implements QuestionnaireEvent {}

    /**
     * There will be none.
     *
     * @param questionnaire its id
     */
    record QuestionnaireWithdrawn(String questionnaire) implements QuestionnaireEvent {}

    /**
     * It takes answers.
     *
     * @param questionnaire its id
     */
    record QuestionnaireOpened(String questionnaire) implements QuestionnaireEvent {}

    /**
     * An answer is kept.
     *
     * @param questionnaire its id
     * @param leaf its hash in hex
     * @param code the hash of its code; nothing where it has none
     * @param typed who typed it from paper; nobody where it came online
     */
    record AnswerReceived(
            String questionnaire, String leaf, @Nullable String code, List<String> typed)
            implements QuestionnaireEvent {}

    /**
     * It takes no more.
     *
     * @param questionnaire its id
     * @param early whether a reason says why before its time
     */
    record QuestionnaireClosed(String questionnaire, boolean early) implements QuestionnaireEvent {}

    /**
     * So many answers there are.
     *
     * @param questionnaire its id
     * @param answers how many
     * @param root over their hashes, in hex
     */
    record AnswersCounted(String questionnaire, long answers, String root) implements QuestionnaireEvent {}

    /**
     * What they say.
     *
     * @param questionnaire its id
     * @param answers how many there are
     * @param tables one for each question
     */
    record ResultsPublished(String questionnaire, long answers, List<Table> tables) implements QuestionnaireEvent {}

    /**
     * What became of a wish.
     *
     * @param questionnaire its id
     * @param finding the finding's id
     * @param revised whether it was told before
     */
    record FindingTold(String questionnaire, String finding, boolean revised) implements QuestionnaireEvent {}

    /**
     * The answers are gone.
     *
     * @param questionnaire its id
     */
    record AnswersErased(String questionnaire) implements QuestionnaireEvent {}
}
