package eu.urne.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.budget.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The examples that come with the program are the city's processes, with its figures. */
class ExamplesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static Scenario example(String name) {
        return ScenarioReader.read(ScenarioFiles.examples(TODAY), name);
    }

    private static <T extends Act> List<T> acts(Scenario scenario, Class<T> type) {
        return scenario.days().stream()
                .flatMap(day -> day.steps().stream())
                .map(Step::act)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Stream<JsonNode> studies(Scenario scenario) {
        return acts(scenario, Act.Request.class).stream()
                .filter(request -> request.call() == RestCall.STUDY)
                .map(request -> Objects.requireNonNull(request.fields().get("feasibility")));
    }

    @Test
    void theChildrensBudgetOf2022HasTheCitysFigures() {
        Scenario scenario = example("children-2022.yaml");

        assertThat(scenario.budget().amount().cents()).isEqualTo(500_000);
        assertThat(scenario.budget().demonstration()).isTrue();
        assertThat(scenario.budget().sites()).hasSize(8);
        assertThat(scenario.budget().sites().stream().filter(site -> site.name().startsWith("Centre social")))
                .hasSize(3);
        assertThat(acts(scenario, Act.Ideas.class).stream().mapToInt(ideas -> ideas.last() - ideas.first() + 1))
                .containsExactly(60, 63);
        assertThat(acts(scenario, Act.Shortlist.class).getFirst().proposals()).hasSize(4);
        assertThat(Objects.requireNonNull(scenario.people()).voters()).isEqualTo(205);
    }

    @Test
    void thereAre123DifferentIdeas() {
        List<Act.Idea> ideas = ScenarioReader.ideas(ScenarioFiles.examples(TODAY), "children-ideas.yaml");

        assertThat(ideas).hasSize(123);
        assertThat(ideas.stream().map(Act.Idea::proposal).distinct()).hasSize(123);
        assertThat(ideas.stream().map(Act.Idea::title).distinct()).hasSize(123);
    }

    @Test
    void ofTheSeventeenSheetsThoseWithoutACostAreNotPutToTheVote() {
        Scenario scenario = example("adults-digital.yaml");

        assertThat(acts(scenario, Act.Idea.class)).hasSize(17);
        assertThat(studies(scenario)).hasSize(17);
        assertThat(studies(scenario)
                        .filter(study ->
                                study.has("cents") != study.path("feasible").asBoolean()))
                .isEmpty();
        assertThat(studies(scenario).filter(study -> !study.has("cents"))).hasSize(3);
        assertThat(acts(scenario, Act.Shortlist.class).getFirst().proposals()).hasSize(14);
        assertThat(scenario.budget().calendar().day(Phase.VOTE)).isBefore(TODAY);
        assertThat(scenario.budget().calendar().day(Phase.OUTCOME)).isAfter(TODAY);
    }

    @Test
    void theRunningBudgetIsTakingIdeasToday() {
        Scenario scenario = example("children-running.yaml");

        assertThat(scenario.budget().budget().value()).isEqualTo("children-2027");
        assertThat(scenario.budget().amount().cents()).isEqualTo(1_000_000);
        assertThat(scenario.budget().calendar().day(Phase.IDEAS)).isBefore(TODAY);
        assertThat(scenario.budget().calendar().day(Phase.STUDY)).isAfter(TODAY);
    }

    @Test
    void thePageOfScenariosListsEveryStep() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "scenarios.md"));

        String table = Stream.of(RestCall.values()).map(ExamplesTest::row).collect(Collectors.joining("\n"));
        assertThat(page).contains("| step | request | members |\n|---|---|---|\n" + table + "\n\n");
    }

    private static String row(RestCall call) {
        String members = call.members().stream()
                .map(member -> "`" + member + "`" + (call.required().contains(member) ? "" : " (optional)"))
                .collect(Collectors.joining(", "));
        return "| `" + call.stepName() + "` | `" + call.path() + "` | " + members + " |";
    }
}
