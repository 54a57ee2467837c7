package eu.urne.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.blob.IdeaText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts and files beside the evidence. */
class BlobArchiveTest {

    @TempDir
    Path folder;

    @Test
    void everyFileHasTheHashThatIsItsName() throws IOException, NoSuchAlgorithmException {
        try (DataDirectory data = DataDirectory.open(folder, "test.example/log");
                BlobStore blobs = BlobStore.open(data)) {
            IdeaText idea = new IdeaText("Une cabane", "dans l’arbre");
            BlobHash text = blobs.putIdea("b", idea, BlobStore.freshSalt());
            BlobHash picture = blobs.put("image/png", new byte[] {1, 2, 3}, BlobStore.freshSalt());
            BlobHash erased = blobs.put("image/png", new byte[] {4, 5, 6}, BlobStore.freshSalt());
            blobs.erase(erased);

            Map<String, byte[]> files = written(blobs, List.of(text, erased, picture));

            assertThat(files).containsOnlyKeys("SHA256SUMS", "types.tsv", text.hex(), picture.hex());
            for (BlobHash hash : List.of(text, picture)) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(files.get(hash.hex()));
                assertThat(HexFormat.of().formatHex(sum)).isEqualTo(hash.hex());
            }
            byte[] content = files.get(text.hex());
            assertThat(IdeaText.read(Arrays.copyOfRange(content, BlobHash.SALT_BYTES, content.length)))
                    .isEqualTo(idea);
            assertThat(new String(files.get("types.tsv"), StandardCharsets.UTF_8))
                    .isEqualTo(text + "\tapplication/json\n" + picture + "\timage/png\n");
            assertThat(new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8))
                    .isEqualTo(text + "  " + text + "\n" + picture + "  " + picture + "\n");
        }
    }

    private static Map<String, byte[]> written(BlobStore blobs, List<BlobHash> hashes) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        BlobArchive.write(blobs, hashes, archive);
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
