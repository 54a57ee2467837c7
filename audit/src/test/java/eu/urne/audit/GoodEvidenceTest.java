package eu.urne.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleArchive;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole, good evidence is verified, from every kind of container. */
class GoodEvidenceTest {
    private final ExampleLog log = new ExampleElection().play().log();

    @TempDir
    private Path folder;

    @Test
    void compressedArchiveIsVerified() throws Exception {
        Path zip = Files.write(folder.resolve("evidence.zip"), ExampleArchive.deflated(log.files()));

        Report report = verify(zip.toString());

        assertThat(report.findings()).isEmpty();
        assertThat(report.verified()).isTrue();
    }

    private static Report verify(String evidence) throws Exception {
        try (EvidenceSource source = EvidenceSource.open(evidence)) {
            return Verification.of(source).run();
        }
    }
}
