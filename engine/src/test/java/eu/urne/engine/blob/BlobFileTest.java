package eu.urne.engine.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the SQLite file of the blobs, for who has it. */
class BlobFileTest {

    private static final byte[] SALT = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final byte[] SECRET = "Zwetschgenknödel for the canteen".getBytes(UTF_8);

    @TempDir
    Path folder;

    private DataDirectory data;
    private BlobStore blobs;

    @BeforeEach
    void open() {
        data = DataDirectory.open(folder, "test.example/log");
        blobs = BlobStore.open(data);
    }

    @AfterEach
    void close() {
        blobs.close();
        data.close();
    }

    @Test
    void noByteOfWhatIsErasedStaysInTheFolder() throws IOException {
        IdeaText idea = new IdeaText("Zwetschgenknödel", "Cuisiner avec mirabelloscope.");
        BlobHash hash = blobs.putIdea("children-2026", idea, SALT);
        assertThat(folderText()).contains("mirabelloscope");

        blobs.erase(hash);

        assertThat(folderText()).doesNotContainIgnoringCase("mirabelloscope", "zwetschgen");
        assertThat(blobs.search("children-2026", "mirabelloscope", 10)).isEmpty();
    }

    @Test
    void theFileIsItsOwnersOnly() throws IOException {
        blobs.put("text/plain", SECRET, SALT);

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("blobs.db"))
                    .toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as("%s", file)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedInOneSentence() throws IOException {
        blobs.close();
        Path other = folder.resolve("blobs.db");
        Files.writeString(other, "this is a letter, and no database at all; long enough to be read as one".repeat(20));

        assertThatThrownBy(() -> BlobStore.open(data))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the database of the blobs " + other + " cannot be opened: ");
    }

    private String folderText() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
