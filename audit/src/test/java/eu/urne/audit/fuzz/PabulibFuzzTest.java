package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbWriter;

/** Published elections: a file is read in full or refused in one sentence, and what was read is read back equal. */
class PabulibFuzzTest {
    private static final long MANY_VOTERS = 1_000;

    @FuzzTest
    void fileIsReadBackEqual(byte[] bytes) throws PbException {
        PbFile file;
        try {
            file = PbReader.read("fuzz.pb", bytes);
        } catch (PbException e) {
            assertThat(e.getMessage()).startsWith("fuzz.pb").endsWith(".");
            return;
        }
        if (file.election().voters() <= MANY_VOTERS) {
            PbFile again = PbReader.read("fuzz.pb", PbWriter.text(file).getBytes(UTF_8));
            assertThat(again.election()).isEqualTo(file.election());
            assertThat(again.meta()).isEqualTo(file.meta());
            assertThat(again.projects()).isEqualTo(file.projects());
        }
    }
}
