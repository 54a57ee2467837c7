package eu.urne.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Signer SIGNER = new Signer(new Origin("test.example/log"), new byte[32]);
    private static final Checkpoint CHECKPOINT = new Checkpoint(new Origin("test.example/log"), 42, TreeHash.empty());

    @Test
    void whatIsSignedIsReadBack() {
        assertThat(Checkpoint.verify(CHECKPOINT.sign(SIGNER), SIGNER.verifierKey()))
                .isEqualTo(CHECKPOINT);
    }

    @Test
    void theVerifierKeyIsReadBackFromItsString() {
        assertThat(VerifierKey.parse(SIGNER.verifierKey().toString())).isEqualTo(SIGNER.verifierKey());
    }

    @Test
    void signaturesOfOthersAreIgnored() {
        Signer witness = new Signer(new Origin("witness.example/w"), TreeHash.empty());
        String other = CHECKPOINT.sign(witness);
        String note = CHECKPOINT.sign(SIGNER) + other.substring(other.lastIndexOf("\n\n") + 2);
        assertThat(Checkpoint.verify(note, SIGNER.verifierKey())).isEqualTo(CHECKPOINT);
        assertThatThrownBy(() -> Checkpoint.verify(other, SIGNER.verifierKey())).hasMessageContaining("not signed by");
    }

    @Test
    void aBadSignatureOfAKnownKeyRejectsTheNote() {
        String note = CHECKPOINT.sign(SIGNER);
        assertThatThrownBy(() -> Checkpoint.verify(note.replace("\n42\n", "\n43\n"), SIGNER.verifierKey()))
                .hasMessageContaining("is wrong");
    }

    @Test
    void namesThatWouldConfuseTheFormatAreNoOrigins() {
        for (String name : new String[] {"", "a b", "a+b", "urne-entry-v1", "é", "a\nb", "x".repeat(201)}) {
            assertThatThrownBy(() -> new Origin(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void tileNumbersAreWrittenInGroupsOfThree() {
        assertThat(TilePath.number(5)).isEqualTo("005");
        assertThat(TilePath.number(1_234_067)).isEqualTo("x001/x234/067");
        assertThat(TilePath.parseNumber("x001/x234/067")).isEqualTo(1_234_067);
        for (String path : new String[] {"5", "0005", "x000/005", "x001/67", "../001", ""}) {
            assertThatThrownBy(() -> TilePath.parseNumber(path)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
