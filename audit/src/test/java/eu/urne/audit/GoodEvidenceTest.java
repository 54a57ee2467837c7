package eu.urne.audit;

import static eu.urne.audit.example.ExampleBytes.join;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.PollReport.Opened;
import eu.urne.audit.PollReport.State;
import eu.urne.audit.example.ExampleArchive;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import eu.urne.audit.example.MemoryEvidence;
import eu.urne.audit.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole, good evidence is verified, and the report tells what it says. */
class GoodEvidenceTest {
    private static final String REFUSED = "urne.roll.VoterRefused.v1";
    private static final String CONSENT = "urne.roll.ConsentRecorded.v1";

    private final ExampleLog log = new ExampleLog("vote.example.org");

    @TempDir
    private Path folder;

    private Report verified() {
        Report report = MemoryEvidence.report(log.files());
        assertThat(report.findings()).isEmpty();
        return report;
    }

    private PollReport poll() {
        return verified().polls().getFirst();
    }

    @Test
    void archivesStoredAndCompressedAreVerifiedWithAKeyFromOutside() throws Exception {
        ExampleLog election = new ExampleElection().play().log();
        Path stored = Files.write(folder.resolve("stored.zip"), ExampleArchive.stored(election.files()));
        Path deflated = Files.write(folder.resolve("deflated.zip"), ExampleArchive.deflated(election.files()));
        VerifierKey key = VerifierKey.parse(election.key().vkey());

        for (Path zip : List.of(stored, deflated)) {
            try (EvidenceSource source = EvidenceSource.open(zip.toString())) {
                Report report = Verification.of(source).withKey(key).run();

                assertThat(report.findings()).isEmpty();
                assertThat(report.keyGiven()).isTrue();
            }
        }
    }

    @Test
    void archiveOfMoreFilesThanSixteenBitsIsRead() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        IntStream.range(0, 70_000).forEach(i -> files.put("file-" + i, new byte[] {(byte) i}));
        Path zip = Files.write(folder.resolve("many.zip"), ExampleArchive.stored(files));

        try (EvidenceSource source = EvidenceSource.open(zip.toString())) {
            assertThat(source.names()).contains(files.keySet());
            assertThat(source.read("file-69999", 1)).contains(new byte[] {(byte) 69_999});
        }
    }

    @Test
    void figuresOfTheRecountAreTold() {
        PollReport poll = MemoryEvidence.report(
                        new ExampleElection().play().log().files())
                .polls()
                .getFirst();

        assertThat(poll.state()).isEqualTo(State.DECLARED);
        assertThat(poll.opened()).isEqualTo(new Opened(1, 1, 7));
        assertThat(poll.decision())
                .isEqualTo(new PollReport.Decision(
                        List.of(
                                new PollReport.Winner("b", "Option b", 50_000, 3),
                                new PollReport.Winner("c", "Option c", 30_000, 1)),
                        80_000,
                        20_000,
                        "EUR",
                        List.of()));
    }

    @Test
    void pollIsToldInEveryStateOnItsWay() {
        log.genesis();
        ExamplePoll poll = new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2);

        poll.define().cards("all", 3);
        assertThat(poll().state()).isEqualTo(State.DEFINED);
        poll.open().cast(0, ExampleElection.favourite(1));
        assertThat(poll().state()).isEqualTo(State.OPEN);
        poll.close(0);
        assertThat(poll().state()).isEqualTo(State.CLOSED);
        poll.seal();
        assertThat(poll().state()).isEqualTo(State.SEALED);
        assertThat(poll().opened()).isNull();
        poll.reveal();
        assertThat(poll().state()).isEqualTo(State.KEY_REVEALED);
        assertThat(poll().opened()).isEqualTo(new Opened(0, 0, 1));
    }

    @Test
    void ballotsThatTheirRuleDoesNotCountAreOpenedAsInTheFirstVersions() {
        log.genesis();
        ExamplePoll grades = new ExamplePoll(log, "g", "GRADES", Map.of("grades", 3), 0, 0);
        grades.define().cards("all", 2).open();
        grades.cast(0, join((byte) 6, (byte) 0, (byte) 2, (byte) 1))
                .cast(1, join((byte) 6, (byte) 0, (byte) 3, (byte) 1));
        grades.close(0).seal().reveal();

        assertThat(poll().opened()).isEqualTo(new Opened(1, 0, 1));
        assertThat(poll().decision()).isNull();
    }

    @Test
    void basketsBeyondTheBudgetAreNullBallots() {
        log.genesis();
        ExamplePoll baskets = new ExamplePoll(log, "k", "KNAPSACK", Map.of(), 60_000, 50_000, 40_000);
        baskets.define().cards("all", 2).open();
        baskets.cast(0, join((byte) 3, (byte) 0, (byte) 5)).cast(1, join((byte) 3, (byte) 0, (byte) 3));
        baskets.close(0).seal().reveal();

        assertThat(poll().opened()).isEqualTo(new Opened(1, 0, 1));
    }

    @Test
    void pollWithManyBundlesOfBallotsIsCountedWhole() {
        log.genesis();
        ExamplePoll poll = new ExamplePoll(log, "many", "FAVOURITE", Map.of(), 10_000, 20_000);
        poll.define().cards("all", 700).open();
        byte[][] blank = poll.seal(poll.tokens().getFirst(), 0, join((byte) 1, (byte) 1, (short) 0));
        poll.castSealed(0, 0, blank);
        IntStream.range(1, 700).forEach(i -> poll.cast(i, ExampleElection.favourite(i % 3 == 0 ? 1 : 0)));
        poll.close(0).seal().reveal();
        List<byte[]> entries = List.copyOf(log.entries());

        Report report = MemoryEvidence.report(lastCheckpointOnly());

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(entries.size());
        assertThat(report.polls().getFirst().opened()).isEqualTo(new Opened(0, 1, 700));
        assertThat(Objects.requireNonNull(report.polls().getFirst().decision()).winners())
                .extracting(PollReport.Winner::score)
                .containsExactly(466L, 233L);
    }

    private Map<String, byte[]> lastCheckpointOnly() {
        ExampleLog once = new ExampleLog(log.origin());
        once.entries().addAll(log.entries());
        return once.files();
    }

    @Test
    void registerLogIsVerifiedAndCounted() {
        ExampleLog register = new ExampleLog("vote.example.org/register").genesis();
        String person = "0123456789abcdef0123456789abcdef";
        String stream = "register/p/" + person;
        register.append("open", "register/p", "urne.roll.AdmissionsOpened.v1", Map.of("poll", "p"));
        register.append("admit", stream, "urne.roll.VoterAdmitted.v1", Map.of("person", person, "poll", "p"));
        register.append("hand", stream, "urne.roll.CardHandedOut.v1", Map.of("person", person, "poll", "p"));
        register.append("close", "register/p", "urne.roll.AdmissionsClosed.v1", Map.of("poll", "p"));

        Report report = MemoryEvidence.report(register.files());

        assertThat(report.findings()).isEmpty();
        assertThat(report.registers()).containsExactly(new RegisterReport("p", true, 1, 1));
    }

    @Test
    void handOutBehindTheCloseOfAdmissionsIsFound() {
        ExampleLog register = new ExampleLog("vote.example.org/register").genesis();
        String person = "0123456789abcdef0123456789abcdef";
        register.append("open", "register/p", "urne.roll.AdmissionsOpened.v1", Map.of("poll", "p"));
        register.append("close", "register/p", "urne.roll.AdmissionsClosed.v1", Map.of("poll", "p"));
        register.append(
                "hand", "register/p/" + person, "urne.roll.CardHandedOut.v1", Map.of("person", person, "poll", "p"));

        assertThat(MemoryEvidence.findings(register))
                .containsExactly(
                        "entry 3: an event of type urne.roll.CardHandedOut.v1 does not belong into the stream"
                                + " 'register/p/" + person + "' as number 0",
                        "entry 3: admissions for the poll 'p' are not open here");
    }

    @Test
    void refusalsAndConsentsAreVerifiedAndNobodyIsCounted() {
        ExampleLog register = new ExampleLog("vote.example.org/register").genesis();
        String person = "0123456789abcdef0123456789abcdef";
        String refused = "register/refused:p/" + person;
        register.append("open", "register/p", "urne.roll.AdmissionsOpened.v1", Map.of("poll", "p"));
        register.append("no", refused, REFUSED, Map.of("person", person, "poll", "p", "reason", "TOO_OLD"));
        register.append("again", refused, REFUSED, Map.of("person", person, "poll", "p", "reason", "NO_CONSENT"));
        register.append("yes", "register/consent:b/" + person, CONSENT, Map.of("budget", "b", "person", person));

        Report report = MemoryEvidence.report(register.files());

        assertThat(report.findings()).isEmpty();
        assertThat(report.registers()).containsExactly(new RegisterReport("p", false, 0, 0));
        assertThat(report.notExamined()).isEmpty();
    }

    @Test
    void refusalsAndConsentsInAWrongPlaceOrFormAreFound() {
        ExampleLog register = new ExampleLog("vote.example.org/register").genesis();
        String person = "0123456789abcdef0123456789abcdef";
        String refused = "register/refused:p/" + person;
        String consent = "register/consent:b/" + person;
        register.append("no", refused, REFUSED, Map.of("person", person, "poll", "p", "reason", "TOO_OLD"));
        register.append("open", "register/p", "urne.roll.AdmissionsOpened.v1", Map.of("poll", "p"));
        register.append("odd", refused, REFUSED, Map.of("person", person, "poll", "p", "reason", "UGLY"));
        register.append("in", "register/p/" + person, REFUSED, Map.of("person", person, "poll", "p", "reason", "SITE"));
        register.append("of", consent, CONSENT, Map.of("budget", "c", "person", person));
        register.append("twice", consent, CONSENT, Map.of("budget", "b", "person", person));
        register.append("id", consent, CONSENT, Map.of("budget", "B", "person", person));

        assertThat(MemoryEvidence.findings(register))
                .containsExactly(
                        "entry 1: admissions for the poll 'p' are not open here",
                        "entry 3: reason is none of [TOO_YOUNG, TOO_OLD, AGE_UNKNOWN, RESIDENCE, STUDIES, SITE, GROUP,"
                                + " SEVERAL, NO_CONSENT]",
                        "entry 4: an event of type urne.roll.VoterRefused.v1 does not belong into the stream"
                                + " 'register/p/" + person + "' as number 0",
                        "entry 5: an event of type urne.roll.ConsentRecorded.v1 does not belong into the stream '"
                                + consent + "' as number 0",
                        "entry 6: an event of type urne.roll.ConsentRecorded.v1 does not belong into the stream '"
                                + consent + "' as number 1",
                        "entry 7: budget is not an id of 1 to 40 characters of a-z, 0-9 and -");
    }

    @Test
    void logThatContinuesAnotherIsTold() {
        ExampleLog old = new ExampleLog("old.example.org").genesis();
        String note = new String(old.checkpoint(1), StandardCharsets.UTF_8);
        Map<String, Object> genesis = Map.of(
                "format",
                1,
                "key",
                log.key().vkey(),
                "origin",
                log.origin(),
                "replaces",
                Map.of("checkpoint", note, "origin", "old.example.org"));
        log.append("genesis", "log/public", "urne.log.LogCreated.v1", genesis);

        assertThat(verified().replaces()).isEqualTo("old.example.org");
    }
}
