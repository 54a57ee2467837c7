package eu.urne.audit;

import static eu.urne.audit.example.ExampleBytes.join;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.MemoryEvidence;
import eu.urne.audit.note.Policy;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.witness.ExampleWitness;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Evidence whose checkpoint witnesses have cosigned. */
class CosignedEvidenceTest {
    private final ExampleLog log = new ExampleElection().play().log();
    private final ExampleWitness first = new ExampleWitness("w1.example");
    private final ExampleWitness second = new ExampleWitness("w2.example");

    private Report verified(Map<String, byte[]> files, String policy) throws Exception {
        return Verification.of(new MemoryEvidence(files))
                .withPolicy(Policy.parse(policy))
                .run();
    }

    private String policy(String logKey) {
        return "log " + logKey + "\nwitness one " + first.vkey() + "\nwitness two " + second.vkey()
                + "\ngroup both all one two\nquorum both\n";
    }

    private Map<String, byte[]> cosigned(ExampleWitness... witnesses) throws Exception {
        Map<String, byte[]> files = log.files();
        for (ExampleWitness witness : witnesses) {
            byte[] note = Objects.requireNonNull(files.get("checkpoint"));
            files.put(
                    "checkpoint", join(note, witness.line(SignedNote.parse(note).text(), 1_790_000_000)));
        }
        return files;
    }

    @Test
    void quorumIsVerifiedAndTold() throws Exception {
        Report report = verified(cosigned(first, second), policy(log.key().vkey()));

        assertThat(report.findings()).isEmpty();
        assertThat(report.cosigned()).isEqualTo(List.of("one", "two"));
        assertThat(report.keyGiven()).isTrue();
    }

    @Test
    void missingQuorumIsAFinding() throws Exception {
        assertThat(verified(cosigned(second), policy(log.key().vkey())).findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "checkpoint: is not cosigned by the quorum of the policy: of 2 witnesses two cosigned");
        assertThat(verified(cosigned(), policy(log.key().vkey())).verified()).isFalse();
    }

    @Test
    void logThatThePolicyDoesNotNameIsAFinding() throws Exception {
        String other = new ExampleLog("other.example.org").key().vkey();

        Report report = verified(cosigned(first, second), policy(other));
        assertThat(report.verified()).isFalse();
        assertThat(report.keyGiven()).isFalse();
    }

    @Test
    void cosignatureOfAnotherCheckpointIsAFinding() throws Exception {
        Map<String, byte[]> files = log.files();
        String older = SignedNote.parse(log.checkpoint(3)).text();
        files.put(
                "checkpoint", join(Objects.requireNonNull(files.get("checkpoint")), first.line(older, 1_790_000_000)));

        assertThat(verified(files, policy(log.key().vkey())).verified()).isFalse();
    }
}
