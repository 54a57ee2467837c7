package eu.urne.api.scenario;

import eu.urne.engine.budget.BudgetTerms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year of a budget, day by day.
 *
 * @param about what is the city's and what is invented
 * @param seed from which everything that is invented follows
 * @param staff names of the members of staff who act, each with a key; the first does what nobody else is named for
 * @param budget as it is opened
 * @param people null where nobody votes
 */
record Scenario(
        String about,
        long seed,
        List<String> staff,
        BudgetTerms budget,
        @Nullable People people,
        List<Day> days,
        YamlSource source,
        ScenarioFiles files) {

    /**
     * A day on which something happens.
     *
     * @param what a sentence for whoever watches
     */
    record Day(LocalDate day, String what, List<Step> steps) {}

    /** The same with other numbers of voters and sites. */
    Scenario scaled(Scale scale) {
        return new Scenario(
                about,
                seed,
                staff,
                scale.budget(budget),
                people == null ? null : scale.people(people),
                days,
                source,
                files);
    }
}
