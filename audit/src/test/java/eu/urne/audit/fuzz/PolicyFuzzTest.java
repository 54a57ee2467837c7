package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Policy;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import java.util.Optional;

/** docs/formats/witness.md, section 3: a policy is read or refused with its line, and what it demands is decided. */
class PolicyFuzzTest {
    private static final ExampleKey KEY = new ExampleKey("fuzz.example", "key of fuzz.example");

    @FuzzTest
    void policyIsReadOrRefused(byte[] bytes) throws MalformedException {
        Optional<Policy> policy = Verdicts.audit(() -> Policy.parse(new String(bytes, UTF_8)));
        if (policy.isPresent()) {
            SignedNote note = SignedNote.parse(KEY.note("fuzz.example\n0\n\n"));
            VerifierKey key = VerifierKey.parse(KEY.vkey());
            Verdicts.audit(() -> policy.get().demand(note, key))
                    .ifPresent(
                            names -> assertThat(names).as("nobody has cosigned").isEmpty());
        }
    }
}
