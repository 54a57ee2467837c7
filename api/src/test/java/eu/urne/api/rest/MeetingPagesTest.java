package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.site.CouncilTown;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.MeetingCall;
import eu.urne.engine.council.MeetingCommand.AddAgendaItem;
import eu.urne.engine.council.MeetingCommand.EvaluateQuorum;
import eu.urne.engine.council.MeetingCommand.PublishAgenda;
import eu.urne.engine.council.MeetingCommand.RecordAttendance;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionCommand.CastVote;
import eu.urne.engine.council.MotionCommand.PutMotion;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.MotionTerms;
import eu.urne.engine.council.Presence;
import eu.urne.engine.council.Vote;
import eu.urne.engine.council.Voting;
import eu.urne.engine.poll.MotionRule.Majority;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public pages of a meeting and of what is voted on there. */
class MeetingPagesTest {

    private static final String HOSTILE = "<script>alert(1)</script> ${7*7} [[${7*7}]]";
    private static final MeetingId JANUARY = new MeetingId("2027-01");
    private static final MotionId LAMPS = new MotionId("lamps");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 20);

    @TempDir
    Path folder;

    private CouncilTown town;
    private Client client;

    @BeforeEach
    void start() {
        MovableClock clock = new MovableClock(MovableClock.midnight("2026-11-02"));
        town = new CouncilTown(folder, clock);
        client = new Client(town.server(), CouncilTown.KEY);
        town.established("Conseil des jeunes").announced().frozen(Duration.ofHours(1));
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        town.told("one").told("two");
        clock.set(MovableClock.midnight("2027-01-20"));
        MeetingCall call = new MeetingCall(
                "Séance " + HOSTILE, DAY.minusDays(5), DAY, LocalTime.of(18, 30), "Mairie", false, null);
        town.accepted(origin -> town.engine().meetings().call(CouncilTown.YOUTH, JANUARY, call, origin));
        town.accepted(new AddAgendaItem(
                CouncilTown.YOUTH,
                JANUARY,
                new AgendaItem("park", AgendaItem.By.RESIDENT, null, "Le parc " + HOSTILE, null, LAMPS)));
        town.accepted(new PublishAgenda(CouncilTown.YOUTH, JANUARY));
    }

    @AfterEach
    void stop() {
        town.close();
    }

    private String text(String path) {
        Client.Reply reply = client.send(client.request(path).header("Accept", "text/html,*/*;q=0.8"));
        assertThat(reply.status()).as(path + "\n" + reply.text()).isEqualTo(200);
        assertThat(reply.text()).doesNotContain("??", "style=\"", "<script>");
        return reply.text();
    }

    private void opened() {
        town.accepted(origin -> town.engine().meetings().open(CouncilTown.YOUTH, JANUARY, 1, origin));
        for (int seat = 1; seat <= 5; seat++) {
            town.accepted(new RecordAttendance(CouncilTown.YOUTH, JANUARY, seat, Presence.ROOM));
        }
        town.accepted(new EvaluateQuorum(CouncilTown.YOUTH, JANUARY));
    }

    private void voted() {
        opened();
        BlobHash words = town.engine()
                .blobs()
                .put(
                        "text/plain;charset=UTF-8",
                        ("Plus de lampes " + HOSTILE).getBytes(StandardCharsets.UTF_8),
                        BlobStore.freshSalt());
        town.accepted(new PutMotion(
                CouncilTown.YOUTH,
                LAMPS,
                new MotionTerms("Éclairage", words, 2, JANUARY, Majority.ABSOLUTE, Voting.ROLL_CALL, true, 60)));
        town.accepted(origin -> town.engine().meetings().openVote(CouncilTown.YOUTH, LAMPS, origin));
        for (int seat = 1; seat <= 5; seat++) {
            town.accepted(new CastVote(CouncilTown.YOUTH, LAMPS, seat, seat < 5 ? Vote.FOR : Vote.AGAINST));
        }
    }

    @Test
    void aMeetingTellsItsCallItsAgendaAndWhoWasThereInNumbers() {
        opened();

        assertThat(text("/councils/youth/meetings/2027-01"))
                .contains("mercredi 20 janvier 2027 à 18\u00a0h\u00a030", "5 jours avant", "un habitant")
                .contains("Le conseil peut décider : 5 membres sur 6 sont là, il en faut 3.")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7}");
        assertThat(text("/councils")).contains("mercredi 20 janvier 2027");
        assertThat(text("/councils/youth")).contains("En cours");
    }

    @Test
    void aMotionTellsItsResultWithItsArithmetic() {
        voted();
        assertThat(text("/councils/youth/motions/lamps"))
                .contains("Vote en cours")
                .doesNotContain("adoptée.");

        town.accepted(origin -> town.engine().meetings().declare(CouncilTown.YOUTH, LAMPS, origin));
        assertThat(text("/councils/youth/motions/lamps"))
                .contains("4 pour, 1 contre, 0 abstention. La majorité absolue demande 4 voix pour, sur 6 membres."
                        + " La proposition est adoptée.")
                .contains("La ville répond au plus tard le 21 mars 2027.", "Place 5", "contre")
                .contains("Plus de lampes &lt;script&gt;");
        assertThat(text("/councils/youth/motions/lamps?lang=en")).contains("4 for, 1 against, 0 abstentions.");
        assertThat(text("/councils/youth/meetings/2027-01")).contains("Éclairage", "Adoptée");
        assertThat(text("/councils/youth")).contains("Éclairage", "Adoptée");
    }

    @Test
    void whatIsNotThereHasNoPage() {
        for (String path : new String[] {"/councils/youth/meetings/none", "/councils/youth/motions/none"}) {
            Client.Reply reply = client.send(client.request(path).header("Accept", "text/html,*/*;q=0.8"));
            assertThat(reply.status()).as(path).isEqualTo(404);
        }
    }
}
