package eu.urne.engine.pabulib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private static final String FULL = """
            META
            key;value
            Description;"One; ""two\"""
            budget;100,50
            vote_type;cumulative
            num_votes;7
            invented_key;kept
            PROJECTS
            name;project_id;cost;votes;latitude;invented
            "Park; ""green""
            and wide";a/1.2;400000.0;2;52.1;x
            ;b;50,25;;;
            VOTES
            age;voter_id;vote;points;invented
            34;v9;b,a/1.2,b;1,2,3;"x;y"
            ;v1;;;
            """;

    @Test
    void whatIsWrittenIsWhatWasRead() throws PbException, IOException {
        assertThat(written(document(FULL))).isEqualTo(FULL);
        assertThat(document(written(document(FULL)))).isEqualTo(document(FULL));
    }

    @Test
    void untidinessIsNotWritten() throws PbException, IOException {
        String untidy = "\ufeff"
                + FULL.replace("\n", "\r\n")
                        .replace("VOTES\r\n", "\r\nVOTES;;;\r\n")
                        .replace(";b;", "; b ;");

        assertThat(written(document(untidy)).replace("\r\n", "\n")).isEqualTo(FULL);
    }

    @Test
    void shortRowsAreFilledUpAndLongOnesKept() throws PbException {
        PbDocument document = document(FULL.replace(";v1;;;", ";v1;").replace("\"x;y\"", "z;beyond"));

        assertThat(document.votes().row(0)).containsExactly("34", "v9", "b,a/1.2,b", "1,2,3", "z", "beyond");
        assertThat(document.votes().row(1)).containsExactly("", "v1", "", "", "");
    }

    @Test
    void aTidyDocumentHasTrueNumbersPointsAndIdsFirst() throws PbException, IOException {
        assertThat(written(document(FULL).tidy())).isEqualTo("""
                META
                key;value
                Description;"One; ""two\"""
                budget;100.50
                vote_type;cumulative
                num_votes;2
                invented_key;kept
                num_projects;2
                PROJECTS
                project_id;name;cost;votes;latitude;invented
                a/1.2;"Park; ""green""
                and wide";400000.0;2;52.1;x
                b;;50.25;;;
                VOTES
                voter_id;age;vote;points;invented
                v9;34;b,a/1.2,b;1,2,3;"x;y"
                v1;;;;
                """);
    }

    @Test
    void anOutcomeIsAnnouncedInTheColumnSelected() throws PbException, IOException {
        assertThat(written(document(PbTexts.PLAIN).announcing("knapsack", Map.of("b", "1"))))
                .isEqualTo(PbTexts.PLAIN
                        .replace("greedy", "knapsack")
                        .replace("Park;1", "Park;0")
                        .replace("Pool;0", "Pool;1")
                        .replace("Bench;1", "Bench;0"));
        assertThat(written(document(FULL).tidy().announcing("greedy", Map.of("b", "1"))))
                .contains("project_id;name;cost;votes;selected;latitude;invented")
                .contains("and wide\";400000.0;2;0;52.1;x")
                .contains("b;;50.25;;1;;")
                .contains("rule;greedy");
    }

    private static PbDocument document(String text) throws PbException {
        return PbReader.document(PbTexts.text(text));
    }

    private static String written(PbDocument document) throws IOException {
        StringWriter written = new StringWriter();
        PbWriter.write(document, written);
        return written.toString();
    }
}
