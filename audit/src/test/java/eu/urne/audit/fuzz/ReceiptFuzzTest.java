package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.note.Receipt;
import java.util.Optional;

/** docs/formats/log.md, section 9: what is read as a receipt is what the engine writes for the same values. */
class ReceiptFuzzTest {

    @FuzzTest
    void receiptIsWrittenBackAsItWas(byte[] bytes) {
        Optional<Receipt> read = Verdicts.audit(() -> Receipt.parse(bytes));
        read.ifPresent(receipt -> {
            String text = new String(bytes, UTF_8);
            String note = text.substring(text.indexOf("\n\n") + 2);
            String written = new eu.urne.engine.log.Receipt(receipt.index(), receipt.proof(), note, "").text();
            assertThat(text.replaceFirst("\nextra [A-Za-z0-9+/=]*\n", "\n")).isEqualTo(written);
            assertThat(receipt.proves(bytes)).as("proves itself").isFalse();
        });
    }
}
