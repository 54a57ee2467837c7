package eu.urne.engine.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** What the store of texts and files keeps, and what is left of what it erased. */
class BlobStoreTest {

    private static final byte[] SALT = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final byte[] SECRET = "Zwetschgenknödel for the canteen".getBytes(UTF_8);

    @TempDir
    Path folder;

    private BlobStore blobs;

    @BeforeEach
    void open() {
        blobs = BlobStore.open(folder.resolve("blobs.db"));
    }

    @AfterEach
    void close() {
        blobs.close();
    }

    @Test
    void aBlobIsNamedByTheHashOfItsSaltAndContent() {
        BlobHash hash = blobs.put("text/plain", "abc".getBytes(UTF_8), SALT);

        // echo -n 0123456789abcdef0123456789abcdefabc | sha256sum
        assertThat(hash.hex()).isEqualTo("8fdaf86783510ee8bf868eaf42fa54e4da1ba9856029c3dc49bfb35826aaea66");
    }

    @Test
    void whatWasPutIsFoundAfterAnotherStart() {
        BlobHash hash = blobs.put("image/png", SECRET, SALT);
        blobs.close();
        open();

        Blob blob = blobs.find(hash).orElseThrow();
        assertThat(blob.type()).isEqualTo("image/png");
        assertThat(blob.content()).isEqualTo(SECRET);
        assertThat(BlobHash.of(blob.salt(), blob.content())).isEqualTo(hash);
    }

    @Test
    void theSameContentWithAnotherSaltIsAnotherBlob() {
        BlobHash first = blobs.put("text/plain", SECRET, BlobStore.freshSalt());
        BlobHash second = blobs.put("text/plain", SECRET, BlobStore.freshSalt());

        assertThat(first).isNotEqualTo(second);
        blobs.erase(first);
        assertThat(blobs.find(second)).isPresent();
    }

    @Test
    void puttingTwiceIsNoError() {
        BlobHash hash = blobs.put("text/plain", SECRET, SALT);

        assertThat(blobs.put("text/plain", SECRET, SALT)).isEqualTo(hash);
    }

    @Test
    void aSaltHasThirtyTwoBytes() {
        assertThatThrownBy(() -> blobs.put("text/plain", SECRET, new byte[16]))
                .hasMessage("a salt has 32 bytes, not 16");
    }

    @Test
    void whatIsErasedIsKnownToHaveBeenThereAndNoMore() {
        BlobHash hash = blobs.put("text/plain", SECRET, SALT);

        assertThat(blobs.erase(hash)).isTrue();

        assertThat(blobs.find(hash)).isEmpty();
        assertThat(blobs.isErased(hash)).isTrue();
        assertThat(blobs.erase(hash)).isFalse();
    }

    @Test
    void whatIsErasedDoesNotComeBack() {
        BlobHash hash = blobs.put("text/plain", SECRET, SALT);
        blobs.erase(hash);

        blobs.put("text/plain", SECRET, SALT);

        assertThat(blobs.find(hash)).isEmpty();
    }

    @Test
    void erasingWhatNeverWasSaysSo() {
        assertThat(blobs.erase(new BlobHash("00".repeat(32)))).isFalse();
        assertThat(blobs.isErased(new BlobHash("00".repeat(32)))).isFalse();
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
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as("%s", file)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedInOneSentence() throws IOException {
        Path other = folder.resolve("other.db");
        Files.writeString(other, "this is a letter, and no database at all; long enough to be read as one".repeat(20));

        assertThatThrownBy(() -> BlobStore.open(other))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the database of the blobs " + other + " cannot be opened: ");
    }

    private String folderText() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
