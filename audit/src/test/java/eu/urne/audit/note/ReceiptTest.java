package eu.urne.audit.note;

import static eu.urne.audit.example.ExampleBytes.base64;
import static eu.urne.audit.example.ExampleBytes.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExampleTree;
import eu.urne.audit.json.MalformedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A receipt proves one entry and no other (docs/formats/log.md, section 9). */
class ReceiptTest {
    private final ExampleLog log = new ExampleElection().play().log();

    private byte[] receipt(int index) {
        List<byte[]> leaves = log.entries().stream().map(ExampleTree::leaf).toList();
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
        for (byte[] hash : ExampleTree.path(index, leaves)) {
            text.append(base64(hash)).append('\n');
        }
        return join(text.append('\n').toString(), log.checkpoint(log.entries().size()));
    }

    @Test
    void extraLineIsPassedOver() throws Exception {
        String plain = new String(receipt(2), UTF_8);
        String extra = plain.replaceFirst("\nindex", "\nextra " + base64("hello".getBytes(UTF_8)) + "\nindex");

        assertThat(Receipt.parse(extra.getBytes(UTF_8)).proves(log.entries().get(2)))
                .isTrue();
        assertThatThrownBy(() -> Receipt.parse(
                        plain.replaceFirst("\nindex", "\nextra ?\nindex").getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void receiptOfEveryEntryProvesItAndNotTheNext() throws Exception {
        int size = log.entries().size();
        for (int index = 0; index < size; index++) {
            Receipt receipt = Receipt.parse(receipt(index));
            receipt.note().verify(VerifierKey.parse(log.key().vkey()));

            assertThat(receipt.proves(log.entries().get(index))).isTrue();
            assertThat(receipt.proves(log.entries().get((index + 1) % size))).isFalse();
        }
    }

    @Test
    void receiptOfATreeWithOneLeafHasNoHashes() throws Exception {
        ExampleLog one = new ExampleLog("one.example").genesis();
        byte[] text = join("c2sp.org/tlog-proof@v1\nindex 0\n\n", one.checkpoint(1));

        assertThat(Receipt.parse(text).proves(one.entries().getFirst())).isTrue();
    }

    @Test
    void changedHashProvesNothing() throws Exception {
        String text = new String(receipt(3), UTF_8);
        int hash = text.indexOf('\n', text.indexOf("index")) + 1;
        String changed = text.substring(0, hash) + (text.charAt(hash) == 'A' ? 'B' : 'A') + text.substring(hash + 1);

        assertThat(Receipt.parse(changed.getBytes(UTF_8)).proves(log.entries().get(3)))
                .isFalse();
    }

    @Test
    void wrongFormsAreRefused() {
        String text = new String(receipt(3), UTF_8);
        List<String> wrong = List.of(
                "",
                text.replace("@v1", "@v2"),
                text.replace("index 3", "index 03"),
                text.replace("index 3", "index 70"),
                text.replace("index 3\n", "index 3\nAAAA\n"),
                text.replaceFirst("\n\n", "\n"),
                text.substring(0, text.indexOf("\n\n") + 2));

        assertThat(wrong).allSatisfy(receipt -> assertThatThrownBy(() -> Receipt.parse(receipt.getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class));
    }
}
