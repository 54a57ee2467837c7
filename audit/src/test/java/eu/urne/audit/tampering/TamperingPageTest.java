package eu.urne.audit.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.MemoryEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of docs/tampering.md is done, and the verifier says its sentence. */
class TamperingPageTest {
    private static final Path PAGE = Path.of("../docs/tampering.md");

    static Stream<Tampering> rows() {
        return Stream.of(
                        Tamperings.WITHOUT_THE_KEY,
                        Tamperings.BY_THE_LOG,
                        Tamperings.IN_A_POLL,
                        PaperTamperings.ROWS,
                        TabletTamperings.ROWS,
                        Tamperings.IN_THE_OUTCOME)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void sentenceIsSaid(Tampering row) {
        String pattern =
                Arrays.stream(row.sentence().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        assertThat(MemoryEvidence.findings(row.files().make()))
                .as(row.what())
                .anyMatch(finding -> finding.matches(pattern));
    }

    @Test
    void pageHasTheseRowsAndNoOthers() throws IOException {
        List<String> expected = rows().map(row -> "| " + row.what() + " | `" + row.sentence() + "` |")
                .toList();
        List<String> found = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && line.endsWith("` |"))
                .toList();
        assertThat(found).isEqualTo(expected);
    }
}
