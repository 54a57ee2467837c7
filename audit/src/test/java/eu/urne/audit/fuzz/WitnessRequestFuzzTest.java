package eu.urne.audit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.witness.Answer;
import eu.urne.audit.witness.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** docs/formats/witness.md, section 2: whatever is posted, the answer is one of those of the page. */
class WitnessRequestFuzzTest {
    private static final ExampleKey KEY = new ExampleKey("fuzz.example", "key of fuzz.example");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private static final Witness WITNESS = open();

    private static Witness open() {
        try {
            Path data = Files.createTempDirectory("fuzz-witness");
            return Witness.open(data, "w.example", List.of(VerifierKey.parse(KEY.vkey())), CLOCK);
        } catch (IOException | MalformedException | UnreadableEvidenceException e) {
            throw new AssertionError(e);
        }
    }

    @FuzzTest
    void answerIsOneOfThePage(byte[] bytes) throws IOException {
        Answer answer = WITNESS.add(bytes);
        assertThat(answer.status()).isIn(200, 400, 403, 404, 409, 422);
        assertThat(answer.body()).endsWith("\n");
    }
}
