package eu.urne.api.rest;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.consult.Finding;
import eu.urne.engine.consult.FindingId;
import eu.urne.engine.consult.FindingState;
import eu.urne.engine.consult.QuestionnaireId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is asked of questionnaires and gatherings. */
final class ConsultBodies {

    private ConsultBodies() {}

    /**
     * An answer.
     *
     * @param form 32 lower-case hex digits, the same when it is sent again
     * @param code null where the questionnaire is open to all
     */
    record AnswerBody(String form, @Nullable String code, JsonNode answers) {}

    /**
     * A sheet of paper as typed.
     *
     * @param sheet its number; null where it has a code
     */
    record SheetBody(@Nullable String sheet, @Nullable String code, JsonNode answers) {}

    /** How many codes. */
    record CodesBody(int codes) {}

    /** Why it closes before its time; null where it is in time. */
    record ClosingBody(@Nullable String reason) {}

    /**
     * What became of a wish.
     *
     * @param reason why it is told otherwise than before; null where it was not told
     */
    record FindingBody(
            FindingId finding,
            String wish,
            FindingState state,
            String text,
            @Nullable List<String> links,
            @Nullable String reason) {

        Finding finding(BlobHash name) {
            return new Finding(finding, wish, state, name, links == null ? List.of() : links);
        }
    }

    /**
     * Persons who came.
     *
     * @param form names the press of a button; null where it is not sent again
     * @param site null where nobody asked
     * @param age band; null where nobody asked
     */
    record CheckInBody(
            @Nullable String form,
            @Nullable String site,
            @Nullable String age,
            int persons) {}

    /** By which questionnaire a gathering is evaluated. */
    record EvaluationBody(QuestionnaireId questionnaire) {}
}
