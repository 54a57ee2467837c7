package eu.urne.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbText;
import eu.urne.engine.pabulib.Strictness;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyBenchTest {

    private static final GeneratedElection SMALL = new GeneratedElection(50, 8, 1);

    @TempDir
    private Path folder;

    @Test
    void aGeneratedElectionIsAFileWithoutOddityAndAlwaysTheSame() throws IOException, PbException {
        byte[] first = Files.readAllBytes(SMALL.write(folder));

        PbFile file = PbReader.read(PbText.of(SMALL.write(folder)), Strictness.STRICT);

        assertThat(file.election().voters()).isEqualTo(50);
        assertThat(file.projects()).hasSize(8);
        assertThat(folder.resolve(SMALL.name())).hasBinaryContent(first);
        assertThat(Files.readAllBytes(new GeneratedElection(50, 8, 2).write(folder)))
                .isNotEqualTo(first);
    }

    @Test
    void theTableHasARowForReadingAndForEachRuleThatFits() throws IOException, PbException {
        StringWriter out = new StringWriter();
        AtomicLong clock = new AtomicLong();
        TallyBench bench = new TallyBench(() -> clock.addAndGet(1_000_000), 3, new PrintWriter(out, true));

        bench.begin();
        bench.measure(SMALL.write(folder));

        assertThat(out.toString()
                        .lines()
                        .filter(line -> !line.startsWith("|--"))
                        .map(line -> line.split(" \\| ", -1)[3]))
                .containsExactly(
                        "what",
                        "read 0.0 MB",
                        "greedy",
                        "mes/cost",
                        "mes/cost/add1",
                        "mes/cardinality",
                        "mes/cardinality/add1",
                        "phragmen");
        assertThat(out.toString()).contains("| generated-50x8.pb | 50 | 8 | greedy | 1.0 | 1.0 | ");
    }

    @Test
    void theLargestFilesAreMeasured() throws IOException {
        for (int size = 1; size <= 12; size++) {
            Files.writeString(folder.resolve(size + ".pb"), "x".repeat(size));
        }
        Files.writeString(folder.resolve("larger.txt"), "x".repeat(100));

        assertThat(TallyBench.largest(folder)).hasSize(10).startsWith(folder.resolve("12.pb"), folder.resolve("11.pb"));
    }
}
