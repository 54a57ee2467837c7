package eu.urne.engine.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.Beside;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store of texts and files keeps, and what is left of what it erased. */
@ParameterizedClass
@EnumSource(Beside.class)
class BlobStoreTest {

    private static final byte[] SALT = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final byte[] SECRET = "Zwetschgenknödel for the canteen".getBytes(UTF_8);

    @Parameter
    Beside beside;

    @TempDir
    Path folder;

    private DataDirectory data;

    private BlobStore blobs;

    @BeforeEach
    void open() {
        data = beside.open(folder);
        blobs = BlobStore.open(data);
    }

    @AfterEach
    void close() {
        blobs.close();
        data.close();
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
        close();
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
}
