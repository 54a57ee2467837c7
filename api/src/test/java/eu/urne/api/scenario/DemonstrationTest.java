package eu.urne.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.api.CannotStartException;
import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.vote.RestClient;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.store.TrialPostgres;
import eu.urne.projections.CouncilViews;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code urne serve --demo}: plays budgets at its first start and shows them from then on. */
class DemonstrationTest {

    @TempDir
    Path folder;

    private final StringWriter told = new StringWriter();

    private String prepare(Path data) {
        return new Demonstration(data, new PrintWriter(told)).prepare(LocalDate.now(ZoneId.systemDefault()));
    }

    @Test
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void theBudgetsAreThereAfterTheFirstStartAndAreNotPlayedAgain() throws Exception {
        Path data = folder.resolve("data");
        Files.createDirectories(data);
        Files.writeString(data.resolve("demonstration-begun"), "interrupted");
        Files.writeString(data.resolve("log.db"), "half of a log");

        String key = prepare(data);
        String days = told.toString();

        assertThat(days).contains("188 ideas", "597 ballots");
        assertThat(prepare(data)).isEqualTo(key);
        assertThat(told.toString()).isEqualTo(days);
        try (Server server = Server.start(ServerSettings.local(data));
                RestClient rest = new RestClient(URI.create("http://127.0.0.1:" + server.port()), key)) {
            assertBudgets(rest);
            assertThat(Files.readAllLines(data.resolve("demonstration-cards.txt")))
                    .hasSize(96)
                    .allMatch(line -> line.matches("[a-z-]+ [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"));
            JsonNode outcome = rest.get("/api/polls/children-2022-enfants/outcome");
            assertThat(outcome.get("cast").intValue()).isEqualTo(205);
            assertThat(texts(outcome.get("selected"))).containsExactly("potager", "radio");
            assertThat(rest.get("/api/polls/adults-digital-ville").get("state").asString())
                    .isEqualTo("open");
            assertCouncils(server.views().councils());
            assertAssessment(rest);
        }
        ViewsOnBoth.assertSame(
                data,
                folder.resolve("other"),
                TrialPostgres.database().orElseGet(() -> abort("there is no PostgreSQL to hold the views against")));
    }

    private static void assertBudgets(RestClient rest) {
        List<String> shown = new ArrayList<>();
        rest.get("/api/budgets").forEach(budget -> {
            assertThat(budget.get("demonstration").booleanValue()).isTrue();
            shown.add(
                    budget.get("budget").asString() + " " + budget.get("phase").asString());
        });
        assertThat(shown)
                .contains("children-2022 WORKS", "children-voting VOTE", "adults-digital VOTE")
                .anyMatch(budget -> budget.matches("children-20\\d\\d IDEAS"));
    }

    /** The figures of the city: 45 young people of 85, 280 of 600 inhabitants in eight districts; and 12 by quotas. */
    private static void assertCouncils(CouncilViews views) {
        assertThat(views.councils()).hasSize(10);
        assertThat(views.councils().stream()
                        .filter(view -> view.council().terms().kind().equals("neighbourhood"))
                        .mapToInt(view -> view.council().seats().size())
                        .sum())
                .isEqualTo(280);
        assertThat(views.councils().stream()
                        .map(view -> views.draw(view.draws().getFirst()).orElseThrow())
                        .map(view ->
                                ((CouncilDraw.Drawn) view.draw()).lots().pool().size()))
                .containsExactlyInAnyOrder(75, 75, 75, 75, 75, 75, 75, 75, 85, 30);
    }

    /** All years of the demonstration together: what its budgets and councils did. */
    private static void assertAssessment(RestClient rest) {
        Map<String, Long> sums = new HashMap<>();
        int now = LocalDate.now(ZoneId.systemDefault()).getYear();
        for (int year = 2022; year <= now; year++) {
            rest.get("/assessment/" + year + ".json")
                    .get("figures")
                    .properties()
                    .forEach(figure ->
                            sums.merge(figure.getKey(), figure.getValue().longValue(), Long::sum));
        }
        assertThat(sums.get("budgets.opened"))
                .isEqualTo(rest.get("/api/budgets").size());
        assertThat(sums.get("budgets.proposals")).isEqualTo(188);
        assertThat(sums.get("budgets.ballots")).isGreaterThanOrEqualTo(205);
        assertThat(sums.get("budgets.winners")).isGreaterThanOrEqualTo(2);
        assertThat(sums.get("budgets.decided-cents")).isPositive();
        assertThat(sums.get("councils.seats-drawn")).isEqualTo(280 + 45 + 12);
        assertThat(rest.get("/assessment/" + now + ".json")
                        .get("figures")
                        .get("councils.councils")
                        .longValue())
                .isEqualTo(10);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    @Test
    void aFolderWithOtherDataIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("log.db"), "a city's");

        assertThatThrownBy(() -> prepare(folder))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("the data folder " + folder
                        + " holds data that are no demonstration; choose another folder with --data");
        assertThat(Files.readString(folder.resolve("log.db"))).isEqualTo("a city's");
    }
}
