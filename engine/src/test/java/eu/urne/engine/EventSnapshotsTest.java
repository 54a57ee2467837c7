package eu.urne.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.blob.BlobEvent;
import eu.urne.engine.budget.BudgetEvent;
import eu.urne.engine.budget.ProposalEvent;
import eu.urne.engine.consult.AnswerReceived;
import eu.urne.engine.consult.GatheringEvent;
import eu.urne.engine.consult.QuestionnaireEvent;
import eu.urne.engine.council.CandidacyEvent;
import eu.urne.engine.council.CouncilEvent;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MinutesEvent;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.SignerEvent;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import eu.urne.engine.participation.ParticipationPublished;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.roll.ConsentEvent;
import eu.urne.engine.roll.RollEvent;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.works.PlanEvent;
import eu.urne.engine.works.WorksEvent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What is in the log stays there: the JSON of every event and its name are approved, byte by byte. Where a test here
 * fails because an event is new, approve its file from {@code target/events}; where the JSON of an old one has changed,
 * it needs a new version and an upcaster instead.
 */
class EventSnapshotsTest {

    private static final Path WRITTEN = Path.of("target", "events");

    private final EventSerializer serializer = Engine.serializer();

    static Stream<String> names() {
        return EventExamples.all().keySet().stream();
    }

    @Test
    void everyEventHasAnExample() {
        Stream<Class<?>> events = Stream.concat(
                Stream.of(
                                PollEvent.class,
                                RollEvent.class,
                                ConsentEvent.class,
                                BudgetEvent.class,
                                ProposalEvent.class,
                                WorksEvent.class,
                                PlanEvent.class,
                                QuestionnaireEvent.class,
                                GatheringEvent.class,
                                CouncilEvent.class,
                                DrawEvent.class,
                                CandidacyEvent.class,
                                MeetingEvent.class,
                                MotionEvent.class,
                                SignerEvent.class,
                                MinutesEvent.class,
                                BlobEvent.class)
                        .flatMap(each -> Arrays.stream(each.getPermittedSubclasses())),
                Stream.of(AnswerReceived.class, BallotCast.class, ParticipationPublished.class));

        assertThat(EventExamples.all().values().stream().map(Object::getClass)).containsAll(events.toList());
    }

    @Test
    void everyApprovedFileIsThatOfAnExample() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(getClass().getResource("events")).toURI());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isNamedAndWrittenAsApproved(String name) throws IOException {
        SerializedObject<JsonNode> written =
                serializer.serialize(EventExamples.all().get(name), JsonNode.class);
        String json = new String(CanonicalJson.bytes(written.getData()), StandardCharsets.UTF_8);
        Files.createDirectories(WRITTEN);
        Files.writeString(WRITTEN.resolve(name + ".json"), json + "\n");

        assertThat(written.getType().getName() + ".v" + written.getType().getRevision())
                .isEqualTo(type(name));
        assertThat(json).isEqualTo(approved(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadBackAsApproved(String name) throws IOException {
        JsonNode json = EngineJson.MAPPER.readTree(approved(name));
        Object read = serializer.event(entry(type(name), json));

        assertThat(read)
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(EventExamples.all().get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isToldStraightFromTheBytesAlike(String name) throws IOException {
        JsonNode json = EngineJson.MAPPER.readTree(approved(name));
        byte[] sealed = new EntryCodec(new Signer(new Origin("a/b"), new byte[32]))
                .seal(new Entry(Entry.id("a", 0), "s", 0, type(name), 17, "node", "a", Map.of("x", "type"), json));

        EventSerializer.Told told = serializer.told(sealed);

        assertThat(told.atMs()).isEqualTo(17);
        assertThat(told.event())
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(EventExamples.all().get(name));
    }

    private static Entry entry(String type, JsonNode data) {
        return new Entry(Entry.id("a", 0), "s", 0, type, 0, "node", "a", Map.of(), data);
    }

    /** The name of the file without the form behind a hyphen. */
    private static String type(String name) {
        return name.replaceFirst("-.*", "");
    }

    private static String approved(String name) throws IOException {
        try (var file = EventSnapshotsTest.class.getResourceAsStream("events/" + name + ".json")) {
            assertThat(file)
                    .as("approved file of %s: compare %s/%s.json with docs/formats/events.md", name, WRITTEN, name)
                    .isNotNull();
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).endsWith("\n");
            return text.substring(0, text.length() - 1);
        }
    }
}
