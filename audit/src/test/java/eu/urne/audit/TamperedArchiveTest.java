package eu.urne.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.example.ExampleArchive;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive has no byte that is not one of its listed files or of the one structure around them (check 3). */
class TamperedArchiveTest {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Map<String, byte[]> files = new TreeMap<>(log().files());

    @TempDir
    private Path folder;

    private static ExampleLog log() {
        ExampleElection election = new ExampleElection();
        election.log().genesis();
        election.favourite();
        return election.log();
    }

    private List<String> findings(byte[] archive) throws Exception {
        Path zip = Files.write(folder.resolve("evidence.zip"), archive);
        try (EvidenceSource source = EvidenceSource.open(zip.toString())) {
            return Verification.of(source).run().findings().stream()
                    .map(finding -> finding.sentence().replace(folder + "/", ""))
                    .toList();
        }
    }

    private static byte[] zip(EntryWriter writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            writer.write(zip);
        }
        return bytes.toByteArray();
    }

    /** Writes into an archive. */
    private interface EntryWriter {
        void write(ZipOutputStream zip) throws IOException;
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private void addAll(ZipOutputStream zip) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            add(zip, file.getKey(), file.getValue());
        }
    }

    @Test
    void byteInFrontIsFound() throws Exception {
        byte[] zip = ExampleArchive.stored(files);

        assertThat(findings(ExampleBytes.join(Arrays.copyOf(zip, 4), zip)))
                .containsExactly("evidence.zip: the archive has bytes between its directory and its end record");
    }

    @Test
    void byteBehindIsFound() throws Exception {
        assertThat(findings(ExampleBytes.join(ExampleArchive.stored(files), "x")))
                .containsExactly(
                        "evidence.zip: the archive does not end with its end record: it is cut off, or something"
                                + " stands behind it");
    }

    @Test
    void archiveThatIsCutOffIsFound() throws Exception {
        byte[] zip = ExampleArchive.deflated(files);

        assertThat(findings(Arrays.copyOf(zip, zip.length - 30)))
                .singleElement()
                .asString()
                .startsWith("evidence.zip: the archive does not end with its end record");
    }

    @Test
    void commentIsFound() throws Exception {
        byte[] zip = zip(out -> {
            addAll(out);
            out.setComment("hello");
        });

        assertThat(findings(zip))
                .singleElement()
                .asString()
                .startsWith("evidence.zip: the archive does not end with its end record");
    }

    @Test
    void duplicateNameIsFound() throws Exception {
        byte[] zip = zip(out -> {
            addAll(out);
            add(out, "vkeY", files.get("vkey"));
        });
        String text = new String(zip, ISO_8859_1).replace("vkeY", "vkey");

        assertThat(findings(text.getBytes(ISO_8859_1)))
                .containsExactly("evidence.zip: vkey stands twice in the archive");
    }

    @Test
    void folderEntryIsFound() throws Exception {
        byte[] zip = zip(out -> {
            addAll(out);
            add(out, "tile/", new byte[0]);
        });

        assertThat(findings(zip))
                .singleElement()
                .asString()
                .matches("tile/: is no file of a log of 23 entries|evidence.zip: the archive has .*");
    }

    @Test
    void nameThatClimbsOutIsFound() throws Exception {
        byte[] zip = zip(out -> {
            addAll(out);
            add(out, "../evil", new byte[0]);
        });

        assertThat(findings(zip)).containsExactly("../evil: is no file of a log of 23 entries");
    }

    @Test
    void nameWithUnprintableCharactersIsFound() throws Exception {
        byte[] zip = zip(out -> {
            addAll(out);
            add(out, "vk\u0007ey", new byte[0]);
        });

        assertThat(findings(zip))
                .containsExactly(
                        "evidence.zip: the archive has a file whose name is not 1 to 64 visible ASCII" + " characters");
    }

    @Test
    void extraFieldIsFound() throws Exception {
        byte[] zip = zip(out -> {
            ZipEntry entry = new ZipEntry("vkey");
            entry.setTimeLocal(TIME);
            entry.setExtra(new byte[] {1, 2, 0, 0});
            out.putNextEntry(entry);
            out.write(files.get("vkey"));
        });

        assertThat(findings(zip))
                .containsExactly("evidence.zip: the archive has a directory entry with an extra field");
    }

    @Test
    void anotherTimestampIsFound() throws Exception {
        byte[] zip = zip(out -> {
            ZipEntry entry = new ZipEntry("vkey");
            entry.setTimeLocal(TIME.plusYears(46));
            out.putNextEntry(entry);
            out.write(files.get("vkey"));
        });

        assertThat(findings(zip))
                .containsExactly("evidence.zip: the archive has a file whose time is not 1980-02-01 00:00");
    }

    @Test
    void changedChecksumIsFound() throws Exception {
        byte[] zip = ExampleArchive.stored(files);
        int local = 14;
        int directory = firstDirectoryHeader(zip) + 16;
        zip[local] ^= 1;
        zip[directory] ^= 1;

        assertThat(findings(zip)).containsExactly("checkpoint: has another checksum than the archive says");
    }

    @Test
    void twoHeadersThatDifferAreFound() throws Exception {
        byte[] zip = ExampleArchive.stored(files);
        zip[14] ^= 1;

        assertThat(findings(zip))
                .containsExactly("evidence.zip: checkpoint has a local header that is not the one its directory entry"
                        + " demands");
    }

    @Test
    void fileThatInflatesBeyondItsBoundIsFound() throws Exception {
        files.put("vkey", new byte[50_000_000]);

        assertThat(findings(ExampleArchive.deflated(files))).containsExactly("vkey: has more than 65,535 bytes");
    }

    @Test
    void whatIsNoArchiveCannotBeRead() throws Exception {
        assertThatThrownBy(() -> findings("not a zip archive, but long enough".getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageEndingWith("evidence.zip is not a zip archive");
        assertThatThrownBy(() -> findings(new byte[0])).isInstanceOf(UnreadableEvidenceException.class);
        assertThatThrownBy(() -> findings("PK".getBytes(US_ASCII))).isInstanceOf(UnreadableEvidenceException.class);
    }

    @Test
    void emptyArchiveCannotBeRead() throws Exception {
        assertThatThrownBy(() -> findings(zip(out -> {})))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageEndingWith("has no file 'vkey', so it is no evidence");
    }

    private static int firstDirectoryHeader(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }
}
