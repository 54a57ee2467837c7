package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.engine.pabulib.PbDocument;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbText;
import eu.urne.engine.pabulib.PbWriter;
import eu.urne.engine.pabulib.Strictness;
import java.io.IOException;
import java.io.StringWriter;

/** Published elections: a file is read in full or refused in one sentence, and what was read is read back equal. */
class PabulibFuzzTest {
    private static final long MANY_VOTERS = 1_000;

    @FuzzTest
    void fileIsReadBackEqual(byte[] bytes) throws PbException, IOException {
        PbFile file;
        PbDocument document;
        try {
            PbText text = PbText.of("fuzz.pb", bytes);
            file = PbReader.read(text, Strictness.LENIENT);
            document = PbReader.document(text);
        } catch (PbException e) {
            assertThat(e.getMessage()).startsWith("fuzz.pb").endsWith(".");
            return;
        }
        if (file.election().voters() <= MANY_VOTERS) {
            StringWriter written = new StringWriter();
            PbWriter.write(document, written);
            PbText again = PbText.of("fuzz.pb", written.toString().getBytes(UTF_8));
            assertThat(PbReader.document(again)).isEqualTo(document);
            assertThat(PbReader.read(again, Strictness.LENIENT).election()).isEqualTo(file.election());
        }
    }
}
