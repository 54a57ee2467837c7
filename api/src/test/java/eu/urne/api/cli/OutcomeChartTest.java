package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class OutcomeChartTest {

    @TempDir
    private Path folder;

    private final TallyRun run = new TallyRun();

    @Test
    void saysInWordsWhatItShows() throws Exception {
        Document chart = chart(TallyRun.SMALL, "en");

        assertThat(chart.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(chart.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("title description");
        assertThat(texts(chart, "title").getFirst()).isEqualTo("Small: outcome");
        assertThat(texts(chart, "desc"))
                .containsExactly(
                        "2 of 4 projects are selected. Budget 100.5: spent 100.5, left 0. Selected, in order: é; c.");
        assertThat(texts(chart, "title")).contains("b: not selected, score 2, cost 50", "é: 60");
        assertThat(texts(chart, "text")).contains("counted by greedy · 5 voters", "1.", "–");
    }

    @Test
    void speaksFrench() throws Exception {
        Document chart = chart(TallyRun.SMALL, "fr");

        assertThat(chart.getDocumentElement().getAttribute("lang")).isEqualTo("fr");
        assertThat(texts(chart, "text"))
                .contains("décompte par greedy · 5 votants", "Budget 100,5 : dépensé 100,5, reste 0", "coût");
    }

    @Test
    void barsAreAsLongAsTheScoresAndTheMoneyIsFullWidth() throws Exception {
        NodeList bars = chart(TallyRun.SMALL, "en").getElementsByTagName("rect");
        List<String> widths = IntStream.range(0, bars.getLength())
                .mapToObj(i -> ((Element) bars.item(i)).getAttribute("width"))
                .toList();

        // white, the budget, its two winners, the legend, and the scores 3, 1, 2 and 1
        assertThat(widths)
                .containsExactly(
                        "100%", "912.00", "544.48", "367.52", "12.00", "12.00", "200.00", "66.67", "133.33", "66.67");
    }

    @Test
    void cutsLongNamesButTellsThemInTheTitle() throws Exception {
        String name = "A very long name ".repeat(20).strip();
        Document chart = chart(named(name), "en");

        assertThat(texts(chart, "title")).anySatisfy(title -> assertThat(title).contains(name));
        assertThat(texts(chart, "text")).anySatisfy(text -> assertThat(text)
                .startsWith("b A very long name")
                .endsWith("…")
                .hasSizeLessThan(70));
    }

    @Test
    void escapesWhatComesFromTheFile() throws Exception {
        Document chart = chart(named("<script>alert('x')</script> & \u0007]]>\ufffe \ud83d\ude00"), "en");

        assertThat(chart.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(chart, "title"))
                .contains("b <script>alert('x')</script> &  ]]> \ud83d\ude00: not selected, score 2, cost 50");
    }

    @Test
    void isRefusedWhereItCannotBeWrittenOrIsOfSeveralFiles() throws IOException {
        String file = file(TallyRun.SMALL);
        String chart = folder.resolve("none").resolve("chart.svg").toString();

        assertThat(run.tally("--svg", chart, file)).isEqualTo(2);
        assertThat(run.tally("--svg", folder.toString(), file)).isEqualTo(2);
        assertThat(run.tally("--svg", chart, file, file)).isEqualTo(2);
        assertThat(run.tally("--svg", chart, folder.toString())).isEqualTo(2);
        assertThat(run.tally("-", "-")).isEqualTo(2);

        assertThat(run.out.toString()).isEmpty();
        assertThat(run.err.toString().lines())
                .containsExactly(
                        chart + ": the folder does not exist.",
                        folder + ": the file cannot be written.",
                        "--svg and --write need exactly one file to count.",
                        "--svg and --write need exactly one file to count.",
                        "Standard input (-) can be read only once.");
    }

    private static String named(String name) {
        return TallyRun.SMALL
                .replace("project_id;cost;selected", "project_id;cost;name")
                .replace("b;50;0", "b;50;\"" + name + "\"");
    }

    private Document chart(String text, String language) throws Exception {
        Path chart = folder.resolve("chart.svg");
        assertThat(run.tally("--svg", chart.toString(), "--lang", language, file(text)))
                .as(run.err.toString())
                .isZero();
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(chart))));
    }

    private static List<String> texts(Document chart, String element) {
        NodeList found = chart.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("small.pb"), text).toString();
    }
}
