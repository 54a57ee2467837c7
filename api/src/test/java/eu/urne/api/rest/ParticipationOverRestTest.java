package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Verification;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Refusal;
import eu.urne.engine.participation.ParticipationPublished;
import eu.urne.engine.participation.PublishParticipation;
import eu.urne.engine.poll.PollId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who took part is published at the close, from the vault and the register log. */
class ParticipationOverRestTest {

    private static final PollId POLL = new PollId("village-2026");

    @TempDir
    static Path folder;

    private static Desk desk;
    private static Reply before;
    private static Answer tooEarly;

    @BeforeAll
    static void vote() {
        desk = new Desk(folder).defined();
        List<String> tokens = IntStream.range(0, 40)
                .mapToObj(voter -> Voting.seed(voter).token().hex())
                .toList();
        desk.client.staffPost(Desk.POLL + "/cards", Map.of("label", "all", "tokens", tokens));
        admit(12, 9, 2017, "europe");
        admit(8, 6, 2014, "vermandois");
        desk.client.staffPost(Desk.POLL + "/open");
        before = desk.client.get(Desk.POLL + "/participation");
        tooEarly = publish();
        assertThat(desk.client.staffPost(Desk.POLL + "/close").status()).isEqualTo(201);
    }

    private static void admit(int persons, int served, int year, String site) {
        for (int i = 0; i < persons; i++) {
            String person = desk.person("Famille" + i, "Enfant" + site, year + "-01-01", site);
            desk.admit(person);
            if (i < served) {
                desk.client.staffPost(Desk.POLL + "/voters/" + person + "/hand-out");
            }
        }
    }

    private static Answer publish() {
        ParticipationPublished figures = new ParticipationPublished(POLL, 1, 1, List.of(), List.of(), List.of());
        return desk.server
                .engine()
                .commands()
                .send(new PublishParticipation(figures), new CommandOrigin("once-more", "staff/test", 0));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void thereAreNoFiguresBeforeTheClose() {
        assertThat(before.status()).isEqualTo(404);
        assertThat(before.json().get("detail").asString())
                .isEqualTo("there are no figures of who took part in a poll village-2026, or not yet");
        assertRefused(
                tooEarly,
                Refusal.Reason.WRONG_STATE,
                "too early: the participation in village-2026 is published when the vote is closed");
    }

    @Test
    void theFiguresAreThoseOfVaultAndRegister() {
        JsonNode figures = desk.client.get(Desk.POLL + "/participation").json();

        assertThat(figures.toString()).isEqualTo("""
                {"poll":"village-2026","admitted":20,"voters":15,\
                "bySite":[{"id":"europe","admitted":12,"voters":9},{"id":"vermandois","admitted":8,"voters":6}],\
                "byDistrict":[],"byAge":[{"id":"8-10","admitted":12,"voters":9},\
                {"id":"11-12","admitted":8,"voters":6}]}""");
    }

    @Test
    void theyArePublishedOnce() {
        assertRefused(publish(), Refusal.Reason.EXISTS, "the participation in village-2026 is published already");
    }

    @Test
    void theVerifierAcceptsTheLogWithThem() throws Exception {
        Path archive = Files.write(
                folder.resolve("evidence.zip"),
                desk.client.get("/api/evidence.zip").bytes());
        try (EvidenceSource evidence = EvidenceSource.open(archive.toString())) {
            assertThat(Verification.of(evidence).run().findings()).isEmpty();
        }
    }

    private static void assertRefused(Answer answer, Refusal.Reason reason, String sentence) {
        assertThat(answer).isEqualTo(new Answer.Refused(new Refusal(reason, sentence)));
    }
}
