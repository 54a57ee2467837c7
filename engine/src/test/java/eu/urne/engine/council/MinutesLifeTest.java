package eu.urne.engine.council;

import static eu.urne.engine.council.CouncilCity.YOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.AgendaItem.By;
import eu.urne.engine.council.MeetingCommand.AddAgendaItem;
import eu.urne.engine.council.MeetingCommand.PublishAgenda;
import eu.urne.engine.council.MeetingCommand.RecordAttendance;
import eu.urne.engine.council.MotionCommand.PutMotion;
import eu.urne.engine.council.MotionCommand.WithdrawMotion;
import eu.urne.engine.council.SignerCommand.AllowSignerKey;
import eu.urne.engine.council.SignerCommand.RegisterSignerKey;
import eu.urne.engine.council.SignerCommand.RetireSigner;
import eu.urne.engine.council.SignerCommand.RevokeSignerKey;
import eu.urne.engine.poll.MotionRule.Majority;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.exc.InvalidNullException;

/** Minutes from the draft to the second signature, and the keys with which they are signed. */
class MinutesLifeTest {

    private static final MeetingId MEETING = new MeetingId("2027-01");
    private static final MotionId MOTION = new MotionId("skatepark");
    private static final SignerId CHAIR = new SignerId("chair");
    private static final SignerId CLERK = new SignerId("clerk");
    private static final BlobHash TEXT = new BlobHash("ab".repeat(32));
    private static final BlobHash OTHER = new BlobHash("cd".repeat(32));
    private static final List<MinutesNote> NOTES =
            List.of(new MinutesNote(null, TEXT), new MinutesNote("budget", TEXT), new MinutesNote("travaux", OTHER));
    private static final String BEHIND = "key: a second person allows a new key first, as the one before was revoked";

    private final Pen chairs = new Pen(1);
    private final Pen clerks = new Pen(2);
    private final Pen others = new Pen(3);

    @TempDir
    Path folder;

    private CouncilCity city;
    private MinutesOffice office;

    @BeforeEach
    void start() {
        city = new CouncilCity(folder).drawn();
        office = city.engine().minutes();
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private void called() {
        LocalDate day = LocalDate.of(2027, 1, 20);
        MeetingCall call =
                new MeetingCall("Première séance", day.minusDays(9), day, LocalTime.of(18, 30), "Mairie", false, null);
        city.accepted(origin -> city.engine().meetings().call(YOUTH, MEETING, call, origin));
        List.of("budget", "travaux")
                .forEach(item -> city.accepted(
                        new AddAgendaItem(YOUTH, MEETING, new AgendaItem(item, By.CITY, null, item, null, null))));
        city.accepted(new PublishAgenda(YOUTH, MEETING));
    }

    private void closed() {
        called();
        MotionTerms terms = new MotionTerms("Un skatepark", TEXT, 0, MEETING, Majority.SIMPLE, Voting.HANDS, false, 0);
        city.accepted(new PutMotion(YOUTH, MOTION, terms));
        city.accepted(origin -> city.engine().meetings().open(YOUTH, MEETING, 1, origin));
        city.accepted(new RecordAttendance(YOUTH, MEETING, 1, Presence.ROOM));
        city.accepted(origin -> city.engine().meetings().close(YOUTH, MEETING, origin));
    }

    private void named() {
        city.accepted(origin -> office.name(YOUTH, CHAIR, new SignerTerms(SignerRole.CHAIR, 1, "Présidence"), origin));
        city.accepted(
                origin -> office.name(YOUTH, CLERK, new SignerTerms(SignerRole.SECRETARY, 0, "Secrétariat"), origin));
    }

    private static RegisterSignerKey registration(SignerId signer, int number, Pen pen, @Nullable Pen before) {
        byte[] statement = new KeyRegistration(YOUTH, pen.key(), number, signer).statement();
        return new RegisterSignerKey(
                YOUTH, signer, number, pen.key(), pen.sign(statement), before == null ? null : before.sign(statement));
    }

    private void keyed() {
        named();
        city.accepted(registration(CHAIR, 1, chairs, null));
        city.accepted(registration(CLERK, 1, clerks, null));
    }

    private void drafted() {
        closed();
        keyed();
        city.accepted(origin -> office.draft(YOUTH, MEETING, NOTES, origin));
    }

    private Minutes.Known minutes() {
        return (Minutes.Known) office.minutes(YOUTH, MEETING);
    }

    private void signed(SignerId signer, Pen pen) {
        MinutesVersion latest = minutes().latest();
        city.accepted(
                origin -> office.sign(YOUTH, MEETING, latest.version(), signer, pen.sign(latest.statement()), origin));
    }

    private void notSigned(SignerId signer, int version, Pen pen, String sentence) {
        SignatureText signature = pen.sign(minutes().latest().statement());
        city.refused(origin -> office.sign(YOUTH, MEETING, version, signer, signature, origin), sentence);
    }

    @Test
    void minutesAreOfAMeetingThatIsClosed() {
        city.refused(
                origin -> office.draft(YOUTH, MEETING, NOTES, origin),
                "meeting: the council youth has no meeting 2027-01");
        called();
        city.refused(
                origin -> office.draft(YOUTH, MEETING, NOTES, origin),
                "meeting: 2027-01 is not closed; minutes are written when it is");
        city.refused(
                origin -> office.correct(YOUTH, MEETING, NOTES, "Erreur", origin),
                "meeting: 2027-01 is not closed; minutes are written when it is");
    }

    @Test
    void notesStandInTheOrderOfTheAgenda() {
        closed();
        city.refused(
                origin -> office.draft(YOUTH, MEETING, List.of(new MinutesNote("x", TEXT)), origin),
                "notes: x is no item of the agenda");
        city.refused(
                origin -> office.draft(
                        YOUTH,
                        MEETING,
                        List.of(new MinutesNote("budget", TEXT), new MinutesNote("budget", OTHER)),
                        origin),
                "notes: there is one at most on budget");
        city.refused(
                origin -> office.draft(
                        YOUTH, MEETING, List.of(new MinutesNote(null, TEXT), new MinutesNote(null, OTHER)), origin),
                "notes: there is one at most on the whole meeting");
        city.accepted(origin -> office.draft(YOUTH, MEETING, NOTES.reversed(), origin));
        assertThat(minutes().latest().notes()).isEqualTo(NOTES);
    }

    @Test
    void minutesArePublishedWithTheSecondSignature() {
        drafted();
        signed(CLERK, clerks);
        assertThat(minutes()).isInstanceOf(Minutes.Drafted.class);
        signed(CHAIR, chairs);
        assertThat(minutes()).isInstanceOf(Minutes.Published.class);
        assertThat(minutes().latest().facts().motions())
                .extracting(MinutesFacts.OfMotion::motion, MinutesFacts.OfMotion::events)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(MOTION, 1L));
        assertThat(minutes().latest().facts().meeting().events()).isEqualTo(7);
    }

    @Test
    void everySignatureIsOfTheLatestVersionWithTheKeyInUse() {
        drafted();
        notSigned(CHAIR, 1, others, "signature: it is not one of version 1 with key number 1 of chair");
        notSigned(CHAIR, 2, chairs, "version: 2 was signed, but the latest is 1");
        signed(CHAIR, chairs);
        SignerId deputy = new SignerId("deputy");
        city.accepted(origin -> office.name(YOUTH, deputy, new SignerTerms(SignerRole.CHAIR, 2, "Vice"), origin));
        notSigned(deputy, 1, others, "key: deputy has no key in use");
        city.accepted(registration(deputy, 1, others, null));
        notSigned(deputy, 1, others, "role: chair has signed as CHAIR");
        city.accepted(origin ->
                office.correct(YOUTH, MEETING, List.of(new MinutesNote("budget", OTHER)), "Faute de frappe", origin));
        assertThat(minutes().signatures()).isEmpty();
        notSigned(deputy, 2, others, "signer: deputy stands for the seat 2, but the meeting was chaired by the seat 1");
        signed(CHAIR, chairs);
        signed(CLERK, clerks);
        assertThat(minutes()).isInstanceOf(Minutes.Published.class);
    }

    @Test
    void publishedMinutesStandUntilTheirCorrectionIsSigned() {
        drafted();
        signed(CLERK, clerks);
        signed(CHAIR, chairs);
        city.refused(
                origin -> office.correct(YOUTH, MEETING, List.of(), " ", origin),
                "reason: minutes are corrected with 1 to 500 characters");
        city.accepted(new WithdrawMotion(YOUTH, MOTION, "Sans objet"));
        city.accepted(origin -> office.correct(YOUTH, MEETING, NOTES, "La motion est retirée", origin));
        assertThat(minutes().published())
                .isNotNull()
                .satisfies(published -> assertThat(published.latest().version()).isEqualTo(1));
        assertThat(minutes().latest().facts().motions().getFirst().events()).isEqualTo(2);
    }

    @Test
    void keyIsRegisteredByWhoHoldsIt() {
        named();
        RegisterSignerKey mine = registration(CHAIR, 1, chairs, null);
        city.refused(
                new RegisterSignerKey(YOUTH, CHAIR, 1, others.key(), mine.proof(), null),
                "proof: the registration is not signed with the key that it tells");
        city.refused(
                registration(CHAIR, 2, chairs, null),
                "number: the next key of chair is number 1 of at most 1000, not 2");
        city.refused(
                registration(CHAIR, 1, chairs, others),
                "endorsement: there is no key in use that could endorse another");
        city.refused(
                registration(new SignerId("nobody"), 1, chairs, null),
                "signer: the council youth has no signer nobody");
        city.accepted(mine);
        city.unchanged(mine);
    }

    @Test
    void keyIsReplacedByItselfOrByTwoPersons() {
        keyed();
        city.refused(
                registration(CHAIR, 2, others, null),
                "endorsement: the key in use has not signed the registration of the one behind it");
        city.accepted(registration(CHAIR, 2, others, chairs));
        city.accepted(new RevokeSignerKey(YOUTH, CHAIR, "Téléphone perdu", "staff/one"));
        city.refused(registration(CHAIR, 3, chairs, null), BEHIND);
        city.refused(
                new AllowSignerKey(YOUTH, CHAIR, "staff/one"),
                "by: another person than who revoked the key before allows a new one");
        city.accepted(new AllowSignerKey(YOUTH, CHAIR, "staff/two"));
        city.accepted(registration(CHAIR, 3, new Pen(4), null));
        city.accepted(new RetireSigner(YOUTH, CHAIR, "Fin de mandat"));
        city.refused(registration(CHAIR, 4, new Pen(5), null), "signer: chair signs no longer");
    }

    /** Else one person could sign as both, or a lost device come back. */
    @Test
    void keyIsRegisteredOnce() {
        named();
        city.accepted(registration(CHAIR, 1, chairs, null));
        String once = "key: a signer of youth has had it before; make a new one";
        city.refused(registration(CLERK, 1, chairs, null), once);
        city.accepted(registration(CHAIR, 2, others, chairs));
        city.refused(registration(CHAIR, 3, chairs, others), once);
        city.accepted(new RevokeSignerKey(YOUTH, CHAIR, "Volé", "staff/one"));
        city.accepted(new AllowSignerKey(YOUTH, CHAIR, "staff/two"));
        city.refused(registration(CHAIR, 3, others, null), once);
    }

    @Test
    void revokedKeySignsNothing() {
        drafted();
        city.accepted(new RevokeSignerKey(YOUTH, CLERK, "Volé", "staff/one"));
        notSigned(CLERK, 1, clerks, "key: clerk has no key in use");
    }

    @Test
    void weakKeyIsNone() {
        assertThatThrownBy(() -> new SignerKey("01" + "00".repeat(31))).hasMessageContaining("is not an Ed25519 key");
        assertThatThrownBy(() -> new SignerTerms(SignerRole.SECRETARY, 3, "Secrétariat"))
                .hasMessage("seat: a secretary signs for the office, not for a seat; give 0");
    }

    @Test
    void noteIsNotNull() {
        String json = """
                {"council":"youth","facts":{"meeting":{"events":1,"root":"%s"},"motions":[]},"meeting":"m",
                "notes":[null],"version":1}""".formatted("ab".repeat(32));
        assertThatThrownBy(() -> EngineJson.MAPPER.readValue(json, MinutesEvent.MinutesDrafted.class))
                .isInstanceOf(InvalidNullException.class);
    }
}
