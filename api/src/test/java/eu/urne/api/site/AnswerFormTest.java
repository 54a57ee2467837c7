package eu.urne.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.consult.Access;
import eu.urne.engine.consult.Choice;
import eu.urne.engine.consult.PaperEntry;
import eu.urne.engine.consult.Question;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.QuestionnaireTerms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people type is read as they see it. */
class AnswerFormTest {

    private static final QuestionnaireTerms TERMS = new QuestionnaireTerms(
            new QuestionnaireId("square"),
            "La place",
            null,
            "fr",
            Access.OPEN,
            PaperEntry.NONE,
            1,
            5,
            true,
            List.of(
                    new Question.Text("words", "Quoi ?", false, 5),
                    new Question.Several("also", "Et ?", false, List.of(new Choice("a", "A"), new Choice("b", "B")), 1),
                    new Question.Figure("people", "Combien ?", false, 1, 20, List.of(1L), null)));

    private static AnswerForm form(String field, String... values) {
        return AnswerForm.of(TERMS, Map.of(field, values));
    }

    @Test
    void lineEndsCountAsBrowsersCountThem() {
        AnswerForm form = form("q-words", "a\r\nb\r\nc");
        assertThat(form.problems()).isEmpty();
        assertThat(form.answers(TERMS).get("words").asString()).isEqualTo("a\nb\nc");
        assertThat(form("q-words", "a\nb\ncd").problem("words")).isEqualTo("consult.problem.text");
    }

    @Test
    void strangeValuesAreProblemsOrLeftToTheEngineAndNeverFail() {
        assertThat(form("q-people", "\u0661").problem("people")).isEqualTo("consult.problem.number");
        assertThat(form("q-people", "9".repeat(10_000)).problem("people")).isEqualTo("consult.problem.number");
        assertThat(form("q-also", "a", "b").problem("also")).isEqualTo("consult.problem.several");
        assertThat(form("q-nothing", "x").answers(TERMS).isEmpty()).isTrue();
    }
}
