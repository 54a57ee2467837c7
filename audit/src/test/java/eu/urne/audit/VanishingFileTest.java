package eu.urne.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.MemoryEvidence;
import eu.urne.audit.json.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A file that is listed and then gone does not make evidence good. */
class VanishingFileTest {

    private record Vanishing(EvidenceSource whole, String gone) implements EvidenceSource {
        @Override
        public String name() {
            return whole.name();
        }

        @Override
        public Optional<Set<String>> names() throws MalformedException, UnreadableEvidenceException {
            return whole.names();
        }

        @Override
        public Optional<byte[]> read(String file, int maxBytes) throws MalformedException, UnreadableEvidenceException {
            return file.equals(gone) ? Optional.empty() : whole.read(file, maxBytes);
        }

        @Override
        public Optional<InputStream> stream(String file) throws UnreadableEvidenceException {
            return whole.stream(file);
        }

        @Override
        public void close() throws IOException {
            whole.close();
        }
    }

    @Test
    void bundleThatIsGoneAfterItWasListedIsAFinding() throws Exception {
        Map<String, byte[]> files = new ExampleElection().play().log().files();
        String bundle = files.keySet().stream()
                .filter(name -> name.startsWith("tile/entries/"))
                .findFirst()
                .orElseThrow();

        Report report = Verification.of(new Vanishing(new MemoryEvidence(files), bundle))
                .run();

        assertThat(report.verified()).isFalse();
        assertThat(report.findings()).extracting(Finding::sentence).anyMatch(text -> text.contains("could be read"));
    }
}
