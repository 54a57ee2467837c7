package eu.urne.audit.tampering;

import eu.urne.audit.example.ExampleLog;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.consult.Access;
import eu.urne.engine.consult.Choice;
import eu.urne.engine.consult.Finding;
import eu.urne.engine.consult.FindingId;
import eu.urne.engine.consult.FindingState;
import eu.urne.engine.consult.GatheringCommand.AnnounceGathering;
import eu.urne.engine.consult.GatheringCommand.CallOffGathering;
import eu.urne.engine.consult.GatheringCommand.LinkEvaluation;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.GatheringTerms;
import eu.urne.engine.consult.OneTimeCode;
import eu.urne.engine.consult.PaperEntry;
import eu.urne.engine.consult.Question;
import eu.urne.engine.consult.QuestionnaireCommand.DefineQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.OpenQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.PublishFinding;
import eu.urne.engine.consult.QuestionnaireCommand.ReviseFinding;
import eu.urne.engine.consult.QuestionnaireCommand.WithdrawQuestionnaire;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.engine.consult.Reception;
import eu.urne.engine.roll.CardCode;
import eu.urne.engine.store.LogName;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A questionnaire with codes and paper, and a participation day, played by the engine. */
final class PlayedConsultation implements AutoCloseable {

    private static final String ORIGIN = "vote.example.org/2026";
    private static final long NOW = 1_790_000_000_000L;
    private static final long CLOSES = NOW + 1_000_000;
    private static final QuestionnaireId SQUARE = new QuestionnaireId("square");
    private static final GatheringId DAY = new GatheringId("day");
    private static final BlobHash TEXT = new BlobHash("ab".repeat(32));
    private static final List<Choice> OPTIONS =
            List.of(new Choice("trees", "Trees"), new Choice("benches", "Benches"), new Choice("water", "Water"));

    private final DataDirectory data;
    private final Engine engine;
    private int commands;

    PlayedConsultation(Path folder) {
        data = DataDirectory.open(folder, ORIGIN);
        engine = Engine.start(data, NOW, axon -> {});
    }

    private void send(Object command) {
        step("anne", origin -> engine.commands().send(command, origin));
    }

    private CommandOrigin by(String person) {
        return new CommandOrigin("c" + commands++, person, NOW + commands);
    }

    private void step(String person, Function<CommandOrigin, Answer> step) {
        Answer answer = step.apply(by("staff/" + person));
        if (!(answer instanceof Answer.Accepted)) {
            throw new AssertionError(answer.toString());
        }
    }

    /** Plays all of it, and gives the public log, signed by an example's key. */
    ExampleLog play() {
        questionnaire();
        answers();
        send(new DefineQuestionnaire(terms(new QuestionnaireId("typo"), Access.OPEN)));
        send(new WithdrawQuestionnaire(new QuestionnaireId("typo"), "Typo"));
        CommandOrigin end = new CommandOrigin("end", "staff/anne", CLOSES);
        engine.consultations().close(SQUARE, null, end);
        step("anne", origin -> engine.consultations().publish(SQUARE, origin));
        Finding finding =
                new Finding(new FindingId("trees"), "Trees", FindingState.PLANNED, TEXT, List.of("plan/square"));
        send(new PublishFinding(SQUARE, finding));
        send(new ReviseFinding(
                SQUARE, new Finding(finding.id(), "Trees", FindingState.DONE, TEXT, List.of()), "Planted"));
        step("anne", origin -> engine.consultations().erase(SQUARE, "Over", origin));
        gathering();
        return signed();
    }

    private static QuestionnaireTerms terms(QuestionnaireId id, Access access) {
        List<Question> questions = List.of(
                new Question.One("most", "What most?", true, OPTIONS),
                new Question.Several("also", "What else?", false, OPTIONS, 2),
                new Question.Ranking("order", "In which order?", false, OPTIONS, 3),
                new Question.Scale("today", "And today?", false, 1, 3, "sad", "fine"),
                new Question.Figure("people", "How many are you?", false, 1, 20, List.of(1L, 3L), "persons"),
                new Question.Text("words", "Anything else?", false, 100));
        return new QuestionnaireTerms(
                id, "The square", "Tell us", "en", access, PaperEntry.TWICE, CLOSES, 5, true, questions);
    }

    private void questionnaire() {
        send(new DefineQuestionnaire(terms(SQUARE, Access.TOKEN)));
        step("anne", origin -> engine.consultations()
                .issue(
                        SQUARE,
                        IntStream.range(0, 22)
                                .mapToObj(i -> code(i).hash(SQUARE))
                                .toList(),
                        origin));
        send(new OpenQuestionnaire(SQUARE, NOW));
    }

    private static OneTimeCode code(int number) {
        return new OneTimeCode(new CardCode("%012d".formatted(number)));
    }

    private void answers() {
        take("anne", 20, "{'most':'water'}");
        take("bruno", 20, "{'most':'water'}");
        for (int i = 0; i < 20; i++) {
            JsonNode answers = json(
                    i < 12
                            ? "{'most':'trees','today':1,'people':2,'also':['trees','water'],'order':['trees','water']}"
                            : "{'most':'benches','today':2,'people':5,'also':['benches'],'order':['benches','trees']}");
            Reception reception = engine.answers().receive(SQUARE, "", answers, code(i), salt(i), by("home"));
            if (!(reception instanceof Reception.Received)) {
                throw new AssertionError(reception.toString());
            }
        }
    }

    private void take(String person, int number, String answers) {
        engine.answers().type(SQUARE, "", json(answers), code(number), salt(number), by("staff/" + person));
    }

    private static JsonNode json(String text) {
        return EngineJson.MAPPER.readTree(text.replace('\'', '"'));
    }

    private static byte[] salt(int number) {
        byte[] salt = new byte[BlobHash.SALT_BYTES];
        salt[0] = (byte) number;
        return salt;
    }

    private void gathering() {
        send(new AnnounceGathering(day(DAY)));
        send(new LinkEvaluation(DAY, SQUARE));
        engine.gatherings().checkIn(DAY, "a", "nord", "18+", 20);
        engine.gatherings().checkIn(DAY, "b", "sud", "0-17", 9);
        step("anne", origin -> engine.gatherings().hold(DAY, origin));
        GatheringId snow = new GatheringId("snow");
        send(new AnnounceGathering(day(snow)));
        send(new CallOffGathering(snow, "Snow"));
    }

    private static GatheringTerms day(GatheringId id) {
        return new GatheringTerms(
                id,
                "Participation day",
                "Come",
                "participation-day",
                LocalDate.of(2026, 9, 17),
                LocalTime.of(14, 0),
                LocalTime.of(18, 0),
                "Town hall",
                List.of(new Choice("nord", "North"), new Choice("sud", "South")),
                List.of("0-17", "18+"),
                5,
                true);
    }

    private ExampleLog signed() {
        ExampleLog log = new ExampleLog(ORIGIN).genesis();
        engine.log().reader().range(LogName.PUBLIC, 1, 1_000).forEach(stored -> {
            Map<String, Object> entry = new HashMap<>(ExampleLog.parsed(stored.sealed()));
            entry.remove("sig");
            entry.put("key", log.key().id());
            log.entries().add(log.sign(entry, log.key()));
            log.commit();
        });
        return log;
    }

    @Override
    public void close() {
        engine.close();
        data.close();
    }
}
