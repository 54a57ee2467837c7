package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.evidence.EvidenceWriter;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Extract;
import eu.urne.audit.PollReport;
import eu.urne.audit.Progress;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.extract.ExtractSubject.OfPoll;
import eu.urne.engine.store.LogName;
import eu.urne.engine.tally.Ballot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server publishes is what the independent verifier demands. */
class PublishedEvidenceTest {

    @TempDir
    static Path folder;

    @TempDir
    static Path downloads;

    private static Voting voting;

    @BeforeAll
    static void voteToTheEnd() {
        voting = new Voting(folder, false).opened(3);
        voting.cast(voting.ballot(0, Ballot.Approval.of(0, 2)));
        voting.cast(voting.ballot(1, new Ballot.Blank()));
        voting.declared();
    }

    @AfterAll
    static void stop() {
        voting.close();
    }

    private static Report verified(String source) throws IOException, UnreadableEvidenceException {
        try (EvidenceSource evidence = EvidenceSource.open(source)) {
            Report report = Verification.of(evidence).run();
            assertThat(report.findings()).isEmpty();
            assertThat(report.verified()).isTrue();
            return report;
        }
    }

    private static void assertPublicLog(Report report) {
        assertThat(report.size()).isEqualTo(voting.logSize());
        assertThat(report.ballots()).isEqualTo(2);
        assertThat(report.polls()).singleElement().extracting(PollReport::state).isEqualTo(PollReport.State.DECLARED);
    }

    @Test
    void theArchiveIsVerified() throws IOException, UnreadableEvidenceException {
        Path archive = Files.write(
                downloads.resolve("evidence.zip"),
                voting.client.get("/api/evidence.zip").bytes());
        assertPublicLog(verified(archive.toString()));
    }

    @Test
    void theArchiveOfThePollIsVerifiedAlone() throws IOException, UnreadableEvidenceException {
        byte[] bytes = voting.client.get(Voting.POLL + "/evidence.zip").bytes();
        Report report =
                verified(Files.write(downloads.resolve("poll.zip"), bytes).toString());

        assertPublicLog(report);
        assertThat(report.isOfPart()).isTrue();
    }

    @Test
    void theArchiveOfThePollIsTheOneThatTheVerifierCutsOutOfTheWhole() throws Exception {
        Path whole = Files.write(
                downloads.resolve("whole.zip"),
                voting.client.get("/api/evidence.zip").bytes());
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        try (EvidenceSource evidence = EvidenceSource.open(whole.toString())) {
            Extract.write(evidence, new OfPoll(Voting.POLL.substring("/api/polls/".length())), cut, Progress.SILENT);
        }

        assertThat(voting.client.get(Voting.POLL + "/evidence.zip").bytes()).isEqualTo(cut.toByteArray());
    }

    @Test
    void theSiteIsVerified() throws IOException, UnreadableEvidenceException {
        assertPublicLog(verified("http://127.0.0.1:" + voting.server.port() + "/log/"));
    }

    @Test
    void theArchiveOfTheRegisterLogIsVerified() throws IOException, UnreadableEvidenceException {
        Path archive = downloads.resolve("register.zip");
        try (OutputStream out = Files.newOutputStream(archive)) {
            EvidenceWriter.write(voting.server.engine().log(), LogName.REGISTER, out);
        }
        assertThat(verified(archive.toString()).registers())
                .singleElement()
                .extracting(register -> register.admitted())
                .isEqualTo(3L);
    }
}
