package eu.urne.engine.consult;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.consult.QuestionnaireCommand.DefineQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.OpenQuestionnaire;
import eu.urne.engine.roll.CardCode;
import eu.urne.engine.store.Beside;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An engine with a questionnaire about a square. */
final class ConsultCity implements AutoCloseable {

    static final QuestionnaireId SQUARE = new QuestionnaireId("square");
    static final long NOW = 1_790_000_000_000L;
    static final long CLOSES = NOW + 1_000_000;

    private static final List<Choice> OPTIONS =
            List.of(new Choice("trees", "Trees"), new Choice("benches", "Benches"), new Choice("water", "Water"));

    private final DataDirectory data;
    private final Engine engine;
    private final AtomicInteger commands = new AtomicInteger();

    ConsultCity(Beside beside, Path folder) {
        data = beside.open(folder);
        engine = Engine.start(data, NOW, axon -> {});
    }

    static QuestionnaireTerms terms(Access access, PaperEntry paper) {
        return new QuestionnaireTerms(
                SQUARE,
                "The square",
                null,
                "en",
                access,
                paper,
                CLOSES,
                5,
                true,
                List.of(
                        new Question.One("most", "What most?", true, OPTIONS),
                        new Question.Several("also", "What else?", false, OPTIONS, 2),
                        new Question.Ranking("order", "In which order?", false, OPTIONS, 3),
                        new Question.Scale("today", "And today?", false, 1, 3, "sad", "fine"),
                        new Question.Figure("people", "How many are you?", false, 1, 20, List.of(1L, 3L), null),
                        new Question.Text("words", "Anything else?", false, 100)));
    }

    ConsultCity open(Access access, PaperEntry paper) {
        accepted(new DefineQuestionnaire(terms(access, paper)));
        accepted(new OpenQuestionnaire(SQUARE, NOW));
        return this;
    }

    Engine engine() {
        return engine;
    }

    CommandOrigin origin() {
        return by("staff/one");
    }

    CommandOrigin by(String person) {
        return new CommandOrigin("c" + commands.getAndIncrement(), person, NOW + 10);
    }

    Answer send(Object command) {
        return engine.commands().send(command, origin());
    }

    void accepted(Object command) {
        assertThat(send(command)).isInstanceOf(Answer.Accepted.class);
    }

    void refused(Object command, String sentence) {
        assertRefused(send(command), sentence);
    }

    static void assertRefused(Answer answer, String sentence) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(
                        refused.refusal().sentence())
                .isEqualTo(sentence));
    }

    static void assertRefused(Reception reception, String sentence) {
        assertThat(reception).isInstanceOfSatisfying(Reception.Refused.class, refused -> assertThat(
                        refused.refusal().sentence())
                .isEqualTo(sentence));
    }

    static JsonNode json(String text) {
        return EngineJson.MAPPER.readTree(text.replace('\'', '"'));
    }

    static OneTimeCode code(int number) {
        return new OneTimeCode(new CardCode("%012d".formatted(number)));
    }

    Reception answer(String form, String answers, @Nullable OneTimeCode code) {
        return engine.answers().receive(SQUARE, form, json(answers), code, BlobStore.freshSalt(), by("home"));
    }

    Reception type(String person, String number, String answers) {
        return engine.answers().type(SQUARE, number, json(answers), null, BlobStore.freshSalt(), by(person));
    }

    static String form(int number) {
        return "%032x".formatted(number);
    }

    @Override
    public void close() {
        engine.close();
        data.close();
    }
}
