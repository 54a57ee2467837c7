package eu.urne.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.json.MalformedException;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, notes and checkpoints, with an example that others have published. */
class NotesTest {
    private static final String PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String PUBLISHED_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private final ExampleKey key = new ExampleKey("a.example", "a");
    private final ExampleKey other = new ExampleKey("b.example", "b");

    private static SignedNote parse(byte[]... parts) throws MalformedException {
        return SignedNote.parse(ExampleBytes.join((Object[]) parts));
    }

    private static byte[] signatureLines(byte[] note) {
        String text = new String(note, UTF_8);
        return text.substring(text.lastIndexOf("\n\n") + 2).getBytes(UTF_8);
    }

    @Test
    void publishedNoteIsGood() throws Exception {
        VerifierKey published = VerifierKey.parse(PUBLISHED_KEY);

        assertThat(published).hasToString(PUBLISHED_KEY);
        assertThatCode(() -> SignedNote.parse(PUBLISHED_NOTE.getBytes(UTF_8)).verify(published))
                .doesNotThrowAnyException();
    }

    @Test
    void publishedNoteWithAnotherWordIsBad() throws Exception {
        SignedNote changed =
                SignedNote.parse(PUBLISHED_NOTE.replace("answer", "reason").getBytes(UTF_8));
        VerifierKey published = VerifierKey.parse(PUBLISHED_KEY);

        assertThatThrownBy(() -> changed.verify(published))
                .hasMessage("has a bad signature of the key PeterNeumann+c74f20a3");
    }

    @Test
    void signaturesOfUnknownKeysAreIgnored() throws Exception {
        byte[] note = key.note("text\n");
        VerifierKey known = VerifierKey.parse(key.vkey());

        assertThatCode(() -> parse(note, signatureLines(other.note("text\n"))).verify(known))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> parse(other.note("text\n")).verify(known))
                .hasMessageStartingWith("has no signature of the key a.example+");
    }

    @Test
    void oneBadSignatureOfAKnownKeySpoilsAGoodOne() throws Exception {
        byte[] note = key.note("text\n");
        VerifierKey known = VerifierKey.parse(key.vkey());

        assertThatThrownBy(
                        () -> parse(note, signatureLines(key.note("other\n"))).verify(known))
                .hasMessageStartingWith("has a bad signature");
    }

    @Test
    void sixtyFourSignaturesAreReadAndNoMore() throws Exception {
        byte[] note = other.note("text\n");
        byte[] line = signatureLines(note);
        byte[] mine = signatureLines(key.note("text\n"));
        VerifierKey known = VerifierKey.parse(key.vkey());
        byte[] others = ExampleBytes.join(Collections.nCopies(62, line).toArray());

        assertThatCode(() -> parse(note, others, mine, line).verify(known)).doesNotThrowAnyException();
        assertThatThrownBy(() -> parse(note, others, line, mine).verify(known))
                .hasMessageStartingWith("has no signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n— a.example",
                "text\n\n- a.example AAAAAAA=\n",
                "text\n\n— a.example AAAAAAA\n",
                "text\n\n— a.example AAAA\n",
                "text\n\n—  a.example AAAAAAA=\n",
                "text\n\n— a+b AAAAAAA=\n",
                "text\n\n— a.example AAAAAAA=\n\n",
                "text\n\n— a.example AAAAAAA= \n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text.getBytes(UTF_8))).isInstanceOf(MalformedException.class);
    }

    @Test
    void noteIsBounded() {
        byte[] note = key.note("x".repeat(65_000) + "\n");
        byte[] tooLong = key.note("x".repeat(65_500) + "\n");

        assertThatCode(() -> SignedNote.parse(note)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SignedNote.parse(tooLong)).hasMessage("is a note of more than 65,535 bytes");
    }

    @Test
    void noteSplitsAtTheLastEmptyLine() throws Exception {
        SignedNote note = SignedNote.parse(key.note("first\n\nsecond\n"));

        assertThat(note.text()).isEqualTo("first\n\nsecond\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a+b", "urne-entry-v1", "caf\u00e9", "tab\tbed"})
    void originsThatCouldBeMistakenAreRefused(String origin) {
        assertThatThrownBy(() -> VerifierKey.checkedOrigin(origin)).isInstanceOf(MalformedException.class);
    }

    @Test
    void keyOfAnotherTypeIsRefused() {
        byte[] typed = ExampleBytes.join((byte) 2, key.publicKey());
        String id = ExampleBytes.hex(Arrays.copyOf(ExampleBytes.sha256("a.example\n", typed), 4));

        assertThatThrownBy(() -> VerifierKey.parse("a.example+" + id + "+" + ExampleBytes.base64(typed)))
                .hasMessage("is not a verifier key of type Ed25519");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n",
                "a\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "a\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "a\n9223372036854775808\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "a\n1\nAAAA\n",
                "a\n1\n",
                "a b\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedException.class);
    }
}
