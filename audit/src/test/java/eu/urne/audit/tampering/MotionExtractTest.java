package eu.urne.audit.tampering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Extract;
import eu.urne.audit.Progress;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.MemoryEvidence;
import eu.urne.audit.extract.ExtractSubject.OfMotion;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evidence of one motion shows seats, attendance, proxies, votes and minutes by itself. */
class MotionExtractTest {

    @TempDir
    static Path council;

    private static ExampleLog log;

    @TempDir
    Path folder;

    @BeforeAll
    static void play() throws Exception {
        try (PlayedCouncil played = new PlayedCouncil(council)) {
            log = played.play();
        }
    }

    private static byte[] extract(ExampleLog from, String motion) throws Exception {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        Extract.write(new MemoryEvidence(from.files()), OfMotion.parse("youth/" + motion), archive, Progress.SILENT);
        return archive.toByteArray();
    }

    private Report verified(byte[] archive) throws Exception {
        Path zip = Files.write(folder.resolve("motion.zip"), archive);
        try (EvidenceSource source = EvidenceSource.open(zip.toString())) {
            return Verification.of(source).run();
        }
    }

    private static Set<String> types(List<byte[]> entries) {
        return entries.stream()
                .map(entry -> String.valueOf(ExampleLog.parsed(entry).get("type")))
                .collect(Collectors.toSet());
    }

    @Test
    void motionIsVerifiedAlone() throws Exception {
        Report report = verified(extract(log, "bus"));
        assertThat(report.findings()).isEmpty();
        assertThat(report.subject()).isEqualTo("motion youth/bus");
        assertThat(report.motions())
                .singleElement()
                .satisfies(motion -> assertThat(motion.carried()).isTrue())
                .satisfies(motion -> assertThat(motion.proxies()).isEqualTo(1));
        assertThat(report.entries()).isLessThan(log.entries().size());
        assertThat(types(log.entries()))
                .contains("urne.council.MinutesSigned.v1", "urne.council.VoteCast.v1", "urne.council.ProxyGiven.v1");
    }

    @Test
    void withdrawnMotionIsVerifiedToo() throws Exception {
        assertThat(verified(extract(log, "logo")).findings()).isEmpty();
    }

    @Test
    void motionThatIsNotDecidedHasNoEvidenceYet() {
        assertThatThrownBy(() -> extract(log, "lamps"))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage("the motion 'lamps' of the council 'youth' is not decided yet, "
                        + "so nothing could show that its entries are all there");
        assertThatThrownBy(() -> extract(log, "none"))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage("memory has no motion 'none' of the council 'youth'");
    }

    /**
     * Whoever has the key leaves out one event and signs the shorter log: each stream ends in a finding or is short.
     */
    @Test
    void eventLeftOutIsFound() throws Exception {
        List<Integer> attendance = IntStream.range(0, log.entries().size())
                .filter(index -> String.valueOf(
                                ExampleLog.parsed(log.entries().get(index)).get("type"))
                        .contains("AttendanceRecorded"))
                .boxed()
                .toList();
        ExampleLog other = new ExampleLog(log.origin());
        other.entries().addAll(log.entries());
        other.entries().remove((int) attendance.getFirst());
        assertThat(verified(extract(other, "bus")).findings()).isNotEmpty();
    }

    @Test
    void subjectIsTwoIds() {
        assertThatThrownBy(() -> OfMotion.parse("youth"))
                .hasMessage("is not the id of a council, '/' and the id of a motion");
        assertThatThrownBy(() -> OfMotion.parse("youth/bus/x")).isInstanceOf(Exception.class);
    }
}
