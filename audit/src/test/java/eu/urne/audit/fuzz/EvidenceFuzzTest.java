package eu.urne.audit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.MemoryEvidence;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.SignedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** docs/formats/evidence.md: one file of good evidence is another; the first byte says which. */
class EvidenceFuzzTest {
    private static final Map<String, byte[]> GOOD =
            new ExampleElection().play().log().files();
    private static final List<String> NAMES = new ArrayList<>(GOOD.keySet());

    @FuzzTest
    void evidenceWithAnotherFileIsNeverVerified(byte[] bytes) throws MalformedException {
        if (bytes.length == 0) {
            return;
        }
        String name = NAMES.get(Byte.toUnsignedInt(bytes[0]) % NAMES.size());
        byte[] file = Arrays.copyOfRange(bytes, 1, bytes.length);
        Map<String, byte[]> files = new LinkedHashMap<>(GOOD);
        files.put(name, file);
        try {
            if (Verification.of(new MemoryEvidence(files)).run().verified()) {
                assertThat(said(name, file)).isEqualTo(said(name, files(name)));
            }
        } catch (UnreadableEvidenceException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static byte[] files(String name) {
        return GOOD.getOrDefault(name, new byte[0]);
    }

    /** A checkpoint may carry further signatures of keys that nobody knows; of all else every byte is told. */
    private static Object said(String name, byte[] file) throws MalformedException {
        return name.equals("checkpoint") ? SignedNote.parse(file).text() : List.of(name, Arrays.toString(file));
    }
}
