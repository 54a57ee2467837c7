package eu.urne.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a scenario is said in one sentence, with file, line and field. */
class ScenarioErrorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final String GOOD = """
            about: invented
            seed: 1
            staff: [ana, ben]
            budget:
              budget: b
              title: A budget
              audience: CHILDREN
              amount: {cents: 100, currency: EUR}
              split: NONE
              parts:
              - {id: all, title: All, cents: 100}
              rest: 0
              restRule: NONE
              sites:
              - {id: s, name: Site}
              demonstration: true
              calendar:
                zone: Europe/Paris
                begins: {KICK_OFF: 2026-01-01, IDEAS: 2026-01-02, STUDY: 2026-01-03, VOTE: 2026-01-04,
                         OUTCOME: 2026-01-05, WORKS: "${today+30}"}
              rules: {fourEyes: true, guardianConsent: true, groupsOnly: true, studyDays: 14}
            days:
            - day: 2026-01-01
              what: The first day
              steps:
              - do: open-budget
              - {do: accept, proposal: a}
            - day: 2026-01-02
              what: The second day
              steps:
              - do: merge
                proposals: [a, b]
                into: c
                reason: the same
                by: ben
                refused: no
            """;

    @TempDir
    Path folder;

    private Scenario read(String text) throws IOException {
        Files.writeString(folder.resolve("year.yaml"), text);
        return ScenarioReader.read(ScenarioFiles.in(folder, TODAY), "year.yaml");
    }

    private void assertRefused(String from, String to, String sentence) {
        assertThat(GOOD).contains(from);
        assertThatThrownBy(() -> read(GOOD.replace(from, to)))
                .isInstanceOf(ScenarioException.class)
                .hasMessage(sentence);
    }

    @Test
    void aGoodOneIsReadWithStaffRefusalsAndDaysAroundToday() throws IOException {
        Scenario scenario = read(GOOD);

        Step merge = scenario.days().get(1).steps().getFirst();
        assertThat(merge.by()).isEqualTo("ben");
        assertThat(merge.refused()).isEqualTo("no");
        assertThat(scenario.days().getFirst().steps().getFirst().by()).isEqualTo("ana");
        assertThat(scenario.budget().calendar().begins()).containsValue(LocalDate.of(2026, 3, 31));
    }

    @Test
    void whatIsNotYamlIsToldWithItsLine() {
        assertRefused("seed: 1", "seed: [1", "year.yaml, line 3: while parsing a flow sequence");
    }

    @Test
    void aMemberThatStandsTwiceIsToldWithItsLine() {
        assertRefused("seed: 1", "seed: 1\nseed: 2", "year.yaml, line 3: Duplicate Object property \"seed\"");
    }

    @Test
    void anUnknownMember() {
        assertRefused("seed: 1", "seed: 1\ncolour: red", "year.yaml, line 3, colour: there is no such member");
    }

    @Test
    void aMissingMember() {
        assertRefused("seed: 1\n", "", "year.yaml, line 1, seed: it is missing, or has the wrong type");
        assertRefused("  what: The second day\n", "", "year.yaml, line 28, what: it is missing, or has the wrong type");
    }

    @Test
    void aValueOfTheWrongType() {
        assertRefused("seed: 1", "seed: one", "year.yaml, line 2, seed: it is missing, or has the wrong type");
        assertRefused(
                "day: 2026-01-02", "day: 2026-02-30", "year.yaml, line 28, day: it is missing, or has the wrong type");
    }

    @Test
    void aBudgetThatDoesNotAddUp() {
        assertRefused(
                "title: All, cents: 100",
                "title: All, cents: 90",
                "year.yaml, line 4, parts: with the rest they are 90 cents together, the amount is 100");
    }

    @Test
    void anUnknownStep() {
        assertRefused("do: open-budget", "do: dance", "year.yaml, line 26, do: there is no step \"dance\"");
        assertRefused("- do: open-budget", "- {}", "year.yaml, line 26, do: it is missing, or has the wrong type");
    }

    @Test
    void aStepWithAMemberTooMuchOrTooFew() {
        assertRefused(
                "proposal: a}", "proposal: a, reason: why}", "year.yaml, line 27, reason: there is no such member");
        assertRefused("    reason: the same\n", "", "year.yaml, line 31, reason: it is missing, or has the wrong type");
        assertRefused(", proposal: a}", "}", "year.yaml, line 27, proposal: it is missing, or has the wrong type");
        assertRefused(
                "do: open-budget",
                "do: open-budget\n    colour: red",
                "year.yaml, line 27, colour: there is no such member");
    }

    @Test
    void aStepByNobodyOfTheStaff() {
        assertRefused("by: ben", "by: zoe", "year.yaml, line 35, by: \"zoe\" is none of the staff [ana, ben]");
        assertRefused("[ana, ben]", "[ana, ana]", "year.yaml, line 3, staff: one name at least, and none twice");
    }

    @Test
    void aStepForAPersonWhomNobodyNamed() {
        assertRefused(
                "do: open-budget",
                "do: admit\n    poll: b-all\n    person: lea",
                "year.yaml, line 28, person: \"lea\" is none of the people's named ones");
    }

    @Test
    void daysOutOfOrder() {
        assertRefused(
                "day: 2026-01-02",
                "day: 2026-01-01",
                "year.yaml, line 28, day: 2026-01-01 does not come after the day before it");
    }

    @Test
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> ScenarioReader.read(ScenarioFiles.in(folder, TODAY), "none.yaml"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("none.yaml cannot be read: ");
        assertThatThrownBy(() -> ScenarioReader.read(ScenarioFiles.in(folder, TODAY), "../none.yaml"))
                .hasMessage("\"../none.yaml\" is no name of a file beside the scenario");
    }

    @Test
    void anIdeaInAListIsToldWithTheListsLine() throws IOException {
        Files.writeString(folder.resolve("ideas.yaml"), """
                - {proposal: a, site: s, members: 3, category: c, title: t, text: x}
                - {proposal: b, site: s, category: c, title: t, text: x}
                """);

        assertThatThrownBy(() -> ScenarioReader.ideas(ScenarioFiles.in(folder, TODAY), "ideas.yaml"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("ideas.yaml, line 2, members: an idea has either members or a council");
    }
}
