package eu.urne.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that must be refused is refused with its sentence, and a scenario ends where one goes another way. */
class RefusedStepsTest {

    private static final String HEAD = """
            about: invented
            seed: 1
            staff: [ana]
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
                begins: {KICK_OFF: 2026-01-01, IDEAS: 2026-01-05, STUDY: 2026-02-03, VOTE: 2026-03-04,
                         OUTCOME: 2026-04-05, WORKS: 2026-05-01}
              rules: {fourEyes: true, guardianConsent: true, groupsOnly: true, studyDays: 14}
            days:
            - day: 2026-01-01
              what: The first day
              steps:
              - do: open-budget
            """;
    private static final String TOO_EARLY = "too early: ideas are handed in from the phase IDEAS of the budget b on";

    @TempDir
    Path folder;

    private final StringWriter told = new StringWriter();

    private void play(String steps) throws IOException {
        Files.writeString(folder.resolve("year.yaml"), HEAD + steps.indent(2));
        Scenario scenario = ScenarioReader.read(ScenarioFiles.in(folder, LocalDate.EPOCH), "year.yaml");
        new Stage(folder.resolve("data"), new PrintWriter(told)).play(List.of(scenario), Pace.MAX, null);
    }

    private static String idea(String more) {
        return "- {do: idea, proposal: a, site: s, members: 3, category: c, title: T, text: X" + more + "}\n";
    }

    @Test
    void aRefusalWithTheSentenceOfTheStepIsAsItMustBe() throws IOException {
        play(idea(", refused: \"" + TOO_EARLY + "\""));

        assertThat(told.toString()).contains("refused, as it must be: " + TOO_EARLY);
    }

    @Test
    void aRefusalWithAnotherSentenceEndsTheScenario() {
        assertThatThrownBy(() -> play(idea(", refused: \"no\"")))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("year.yaml, line 27, idea: was to be refused with \"no\", but"
                        + " /api/budgets/b/proposals was refused with 409: " + TOO_EARLY);
    }

    @Test
    void aRefusalThatNobodyExpectedEndsTheScenario() {
        assertThatThrownBy(() -> play(idea("")))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("year.yaml, line 27, idea: /api/budgets/b/proposals was refused with 409: " + TOO_EARLY);
    }

    @Test
    void anExpectedRefusalThatDoesNotComeEndsTheScenario() {
        assertThatThrownBy(() -> play("- {do: move, phase: VOTE, day: 2026-03-05, reason: later, refused: \"no\"}\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("year.yaml, line 27, move: was to be refused with \"no\", but was accepted");
    }

    @Test
    void whatIsNotAsExpectedEndsTheScenario() {
        assertThatThrownBy(() -> play("- {do: expect, get: /api/budgets/b, at: /phase, is: VOTE}\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("year.yaml, line 27, is: at /phase of /api/budgets/b stands \"KICK_OFF\", not \"VOTE\"");
    }
}
