package eu.urne.audit;

import static eu.urne.audit.example.ExampleBytes.base64;
import static eu.urne.audit.example.ExampleBytes.join;
import static eu.urne.audit.example.ExampleBytes.sha256;
import static eu.urne.audit.example.MemoryEvidence.findings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.MemoryEvidence;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has the files but not the keys cannot change a byte of them (checks 1, 2, 3 and 6). */
class TamperedFilesTest {
    private static final String NOT_THE_TILE = ": is not the tile that the entries give";

    private ExampleLog log = new ExampleLog("never used");
    private Map<String, byte[]> files = Map.of();

    @BeforeEach
    void longLog() {
        log = new ExampleLog("vote.example.org");
        log.genesis();
        for (int i = 1; i < 600; i++) {
            log.append("idea-" + i, "budget/2026", "urne.budget.IdeaHandedIn.v1", Map.of("number", i));
            if (i % 100 == 0) {
                log.commit();
            }
        }
        log.commit();
        files = new TreeMap<>(log.files());
    }

    @Test
    void untouchedFilesAreVerified() {
        assertThat(findings(files)).isEmpty();
        assertThat(MemoryEvidence.report(files).notExamined()).containsEntry("urne.budget.IdeaHandedIn.v1", 599L);
    }

    @Test
    void changedByteOfAnEntryIsFound() {
        flip("tile/entries/001", 5000);

        assertThat(findings(files))
                .anyMatch(finding -> finding.startsWith("entry 2"))
                .contains("tile/0/001" + NOT_THE_TILE)
                .contains("checkpoint: has another root than the tree of its 600 entries");
    }

    @Test
    void changedLevelZeroTileIsFound() {
        flip("tile/0/000", 77);

        assertThat(findings(files)).containsExactly("tile/0/000" + NOT_THE_TILE);
    }

    @Test
    void changedLevelOneTileIsFound() {
        flip("tile/1/000.p/2", 63);

        assertThat(findings(files)).containsExactly("tile/1/000.p/2" + NOT_THE_TILE);
    }

    @Test
    void truncatedTileIsFound() {
        files.computeIfPresent("tile/0/001", (name, bytes) -> Arrays.copyOf(bytes, bytes.length - 32));

        assertThat(findings(files)).containsExactly("tile/0/001" + NOT_THE_TILE);
    }

    @Test
    void tooLongTileIsFound() {
        files.computeIfPresent("tile/0/001", (name, bytes) -> Arrays.copyOf(bytes, bytes.length + 1));

        assertThat(findings(files)).containsExactly("tile/0/001: has more than 8192 bytes");
    }

    @Test
    void truncatedBundleIsFound() {
        files.computeIfPresent("tile/entries/002.p/88", (name, bytes) -> Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(findings(files)).containsExactly("tile/entries/002.p/88: is cut off inside entry 87 of the bundle");
    }

    @Test
    void bundleWithOneEntryLessIsFound() {
        byte[] last = log.entries().getLast();
        files.computeIfPresent(
                "tile/entries/002.p/88", (name, bytes) -> Arrays.copyOf(bytes, bytes.length - last.length - 2));

        assertThat(findings(files)).containsExactly("tile/entries/002.p/88: holds 87 entries instead of 88");
    }

    @Test
    void missingBundleIsFound() {
        files.remove("tile/entries/001");

        assertThat(findings(files)).containsExactly("tile/entries/001: is missing");
    }

    @Test
    void missingTileIsFound() {
        files.remove("tile/0/002.p/88");

        assertThat(findings(files)).containsExactly("tile/0/002.p/88: is missing");
    }

    @Test
    void missingUpperTileIsFound() {
        files.remove("tile/1/000.p/2");

        assertThat(findings(files)).containsExactly("tile/1/000.p/2: is missing");
    }

    @Test
    void missingHistoryIsFound() {
        files.remove("history");

        assertThat(findings(files)).containsExactly("history: is missing");
    }

    @Test
    void extraFileIsFound() {
        files.put("readme.txt", new byte[0]);

        assertThat(findings(files)).containsExactly("readme.txt: is no file of a log of 600 entries");
    }

    @Test
    void extraTileOfAnotherWidthIsFound() {
        files.put("tile/0/002.p/87", new byte[87 * 32]);

        assertThat(findings(files)).containsExactly("tile/0/002.p/87: is no file of a log of 600 entries");
    }

    @Test
    void nameThatClimbsOutIsFound() {
        files.put("tile/../../etc/passwd", new byte[0]);

        assertThat(findings(files)).containsExactly("tile/../../etc/passwd: is no file of a log of 600 entries");
    }

    @Test
    void checkpointOfAnotherLogIsFound() {
        ExampleLog other = new ExampleElection().play().log();
        files.put("checkpoint", other.files().get("checkpoint"));

        assertThat(findings(files))
                .contains("checkpoint: has no signature of the key vote.example.org+"
                        + log.key().id());
    }

    @Test
    void checkpointWithAChangedSizeIsFound() {
        String note = new String(files.get("checkpoint"), UTF_8);
        files.put("checkpoint", note.replaceFirst("600", "599").getBytes(UTF_8));

        assertThat(findings(files))
                .contains("checkpoint: has a bad signature of the key vote.example.org+"
                        + log.key().id());
    }

    @Test
    void checkpointThatIsNoNoteIsFound() {
        files.put("checkpoint", "hello\n".getBytes(UTF_8));

        assertThat(findings(files))
                .containsExactly("checkpoint: is not a signed note: it has no text, empty line and signature lines");
    }

    @Test
    void keyOfAnotherLogIsFound() {
        files.put("vkey", (new ExampleKey("vote.example.org", "mallory").vkey() + "\n").getBytes(UTF_8));

        assertThat(findings(files))
                .anyMatch(finding -> finding.startsWith("checkpoint: has no signature of the key"))
                .contains("entry 0: the genesis names another key than the one that signs the checkpoints");
    }

    @Test
    void keyWithAWrongIdIsFound() {
        String vkey = new String(files.get("vkey"), UTF_8);
        files.put("vkey", vkey.replace(log.key().id(), "00000000").getBytes(UTF_8));

        assertThat(findings(files))
                .containsExactly("vkey: is not a verifier key: its id does not follow from its name and key");
    }

    @Test
    void keyWithoutANewlineIsFound() {
        files.put("vkey", log.key().vkey().getBytes(UTF_8));

        assertThat(findings(files)).containsExactly("vkey: is not a verifier key and a newline");
    }

    @Test
    void evidenceWithoutACheckpointCannotBeRead() {
        files.remove("checkpoint");

        assertThatThrownBy(() -> Verification.of(new MemoryEvidence(files)).run())
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage("memory has no file 'checkpoint', so it is no evidence");
    }

    @Test
    void forkedHistoryIsFound() {
        String fork = "vote.example.org\n101\n" + base64(sha256("another history")) + "\n";
        replaceHistory(log.checkpoint(1), log.key().note(fork), files.get("checkpoint"));

        assertThat(findings(files))
                .containsExactly("history: the checkpoint of size 101 has another root than the tree of that size");
    }

    @Test
    void historyWithTwoNotesOfOneSizeIsFound() {
        replaceHistory(log.checkpoint(1), log.checkpoint(1), files.get("checkpoint"));

        assertThat(findings(files)).containsExactly("history: note 1 has the size 1 behind one of 1");
    }

    @Test
    void historyWithANoteOfAnotherKeyIsFound() {
        ExampleKey mallory = new ExampleKey("vote.example.org", "mallory");
        replaceHistory(mallory.note("vote.example.org\n1\n" + base64(sha256("x")) + "\n"), files.get("checkpoint"));

        assertThat(findings(files))
                .containsExactly("history: note 0 has no signature of the key vote.example.org+"
                        + log.key().id());
    }

    @Test
    void historyThatDoesNotEndWithTheCheckpointIsFound() {
        replaceHistory(log.checkpoint(1), log.checkpoint(101));

        assertThat(findings(files)).containsExactly("history: does not end with the checkpoint of size 600");
    }

    @Test
    void historyThatIsCutOffIsFound() {
        files.computeIfPresent("history", (name, bytes) -> Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(findings(files)).containsExactly("history: is cut off inside a checkpoint");
    }

    @Test
    void emptyHistoryIsFound() {
        files.put("history", new byte[0]);

        assertThat(findings(files)).containsExactly("history: does not end with the checkpoint of size 600");
    }

    private void replaceHistory(byte[]... notes) {
        byte[] history = {};
        for (byte[] note : notes) {
            history = join(history, (short) note.length, note);
        }
        files.put("history", history);
    }

    private void flip(String file, int position) {
        files.computeIfPresent(file, (name, bytes) -> {
            byte[] changed = bytes.clone();
            changed[position] ^= 1;
            return changed;
        });
    }
}
