package eu.urne.audit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** docs/formats/evidence.md, "The archive": what is accepted is what every other reader of archives sees in it. */
class ArchiveFuzzTest {
    private static final int BOUND = 1 << 16;
    private static final Path ZIP = temporary();

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("fuzz", ".zip");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @FuzzTest
    void acceptedArchiveIsTheSameForOthers(byte[] bytes) throws IOException {
        Files.write(ZIP, bytes);
        try (EvidenceSource source = EvidenceSource.open(ZIP.toString())) {
            Set<String> names = source.names().orElseThrow();
            try (ZipFile other = new ZipFile(ZIP.toFile())) {
                Set<String> seen = other.stream().map(ZipEntry::getName).collect(Collectors.toSet());
                assertThat(seen).isEqualTo(names);
                for (String name : names) {
                    compare(source, other, name);
                }
            }
        } catch (MalformedException | UnreadableEvidenceException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void compare(EvidenceSource source, ZipFile other, String name)
            throws IOException, UnreadableEvidenceException {
        try {
            byte[] read = source.read(name, BOUND).orElseThrow();
            try (InputStream stream = other.getInputStream(other.getEntry(name))) {
                assertThat(stream.readAllBytes()).isEqualTo(read);
            }
        } catch (MalformedException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
