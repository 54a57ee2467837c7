package eu.urne.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.cli.Main;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Extract;
import eu.urne.audit.MotionReport.MinutesState;
import eu.urne.audit.Progress;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.audit.extract.ExtractSubject.OfMotion;
import eu.urne.engine.council.Council;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.CouncilEvent.SeatVacated;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionEvent.MotionDeclared;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.OpinionAnswer;
import eu.urne.engine.council.Tenure;
import eu.urne.engine.council.VacancyReason;
import eu.urne.engine.council.VoteCount;
import eu.urne.projections.CouncilView;
import eu.urne.projections.Views;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A year of the youth council: candidacies, draw, three meetings, ten motions, a resignation, signed minutes. */
class CouncilYearTest {

    private static final Path YEAR = Path.of("..", "docs", "examples", "youth-council.yaml");
    private static final CouncilId YOUTH = new CouncilId("jeunes");

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void theYearIsPlayedToItsEndAndVerifies() throws Exception {
        Path data = folder.resolve("data");
        Path evidence = folder.resolve("year.zip");
        StringWriter told = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(told, true))
                .setErr(new PrintWriter(told, true))
                .execute(
                        "replay",
                        "--scenario",
                        YEAR.toString(),
                        "--data",
                        data.toString(),
                        "--export",
                        evidence.toString());

        assertThat(exit).as(told.toString()).isZero();
        assertThat(told.toString()).contains("of which 8 refused, as they must be");
        try (EvidenceSource source = EvidenceSource.open(evidence.toString())) {
            Report report = Verification.of(source).run();
            assertThat(report.findings()).isEmpty();
            assertThat(report.motions()).hasSize(10).allSatisfy(motion -> assertThat(motion.minutes())
                    .isEqualTo(MinutesState.SIGNED));
        }
        try (Server server = Server.start(ServerSettings.local(data))) {
            assertSeats(server.views());
            assertDraw(server.views());
            assertMotions(server.views());
            assertMinutes(server.views());
            assertMotionAlone(server, "presidence", 1);
            assertMotionAlone(server, "skatepark", 0);
        }
    }

    /** The evidence of one motion is the one that the verifier cuts out of the whole, and is verified alone. */
    private void assertMotionAlone(Server server, String motion, int polls) throws Exception {
        Path whole = download(server, "/api/evidence.zip");
        Path alone = download(server, "/api/councils/jeunes/motions/" + motion + "/evidence.zip");
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        try (EvidenceSource source = EvidenceSource.open(whole.toString())) {
            Extract.write(source, OfMotion.parse("jeunes/" + motion), cut, Progress.SILENT);
        }
        assertThat(alone).hasBinaryContent(cut.toByteArray());
        try (EvidenceSource source = EvidenceSource.open(alone.toString())) {
            Report report = Verification.of(source).run();
            assertThat(report.findings()).isEmpty();
            assertThat(report.polls()).hasSize(polls);
            assertThat(report.motions()).singleElement().satisfies(told -> assertThat(told.carried())
                    .isTrue());
        }
    }

    private Path download(Server server, String path) throws Exception {
        Path file = folder.resolve(path.replaceAll("\\W", "-"));
        try (InputStream in =
                URI.create("http://127.0.0.1:" + server.port() + path).toURL().openStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static void assertMinutes(Views views) {
        for (String meeting : List.of("seance-1", "seance-2", "seance-3")) {
            assertThat(views.councils().minutes(YOUTH, new MeetingId(meeting)))
                    .hasValueSatisfying(view -> assertThat(view.minutes()).isInstanceOf(Minutes.Published.class));
        }
        assertThat(views.councils().signers(YOUTH))
                .extracting(signer -> signer.signer().keys())
                .containsExactly(2, 2);
    }

    private static void assertSeats(Views views) {
        CouncilView view = views.councils().council(YOUTH).orElseThrow();
        Council.Established council = view.council();
        List<Tenure> twelve = council.seats().get(12);
        assertThat(council.seats().keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 45).boxed().toList());
        assertThat(twelve).hasSize(2);
        assertThat(council.held(twelve.getFirst().end())).doesNotContain(12).hasSize(44);
        assertThat(council.held(twelve.getLast().from())).hasSize(45);
        assertThat(view.meetings()).hasSize(3);
        assertThat(view.motions()).hasSize(10);
        assertThat(view.history()).anySatisfy(told -> assertThat(told.event())
                .isInstanceOfSatisfying(SeatVacated.class, vacated -> assertThat(vacated.reason())
                        .isEqualTo(VacancyReason.RESIGNED)));
    }

    private static void assertDraw(Views views) {
        Drawn draw = (Drawn)
                views.councils().draw(new DrawId("jeunes-tirage")).orElseThrow().draw();
        assertThat(draw.seats()).hasSize(45);
        assertThat(draw.reserve().values().stream().mapToInt(List::size).sum()).isEqualTo(40);
        assertThat(draw.roles().get("jury").taken()
                        + draw.roles().get("ambassadeurs").taken())
                .isEqualTo(27);
    }

    private static Motion motion(Views views, String id) {
        return views.councils().motion(YOUTH, new MotionId(id)).orElseThrow().motion();
    }

    private static void assertDeclared(
            Views views, String id, VoteCount votes, int silent, boolean casting, boolean carried) {
        MotionDeclared result = ((Motion.Declared) motion(views, id)).result();
        assertThat(result)
                .isEqualTo(new MotionDeclared(YOUTH, new MotionId(id), votes, silent, true, casting, carried));
    }

    private static void assertMotions(Views views) {
        assertDeclared(views, "reglement", new VoteCount(29, 2, 2), 0, false, true);
        assertDeclared(views, "skatepark", new VoteCount(25, 4, 4), 0, false, true);
        assertDeclared(views, "presidence", new VoteCount(24, 1, 1), 0, false, true);
        assertDeclared(views, "bus", new VoteCount(12, 12, 2), 0, true, true);
        assertDeclared(views, "salle", new VoteCount(9, 13, 3), 0, false, false);
        assertDeclared(views, "concours", new VoteCount(20, 3, 2), 0, false, true);
        assertDeclared(views, "modification", new VoteCount(15, 8, 2), 0, false, false);
        assertDeclared(views, "marche", new VoteCount(20, 0, 5), 0, false, true);
        assertDeclared(views, "local", new VoteCount(22, 3, 0), 0, false, false);
        assertThat(motion(views, "logo")).isInstanceOf(Motion.Withdrawn.class);
        assertThat(((Motion.Declared) motion(views, "skatepark")).answer())
                .satisfies(answer -> assertThat(answer.answer()).isEqualTo(OpinionAnswer.PARTLY));
        assertThat(views.councils().meeting(YOUTH, new MeetingId("seance-3")))
                .hasValueSatisfying(meeting -> assertThat(meeting.meeting()).isInstanceOf(Meeting.Closed.class));
    }
}
