package eu.urne.api.scenario;

import eu.urne.engine.budget.BudgetTerms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year of a budget or of councils, day by day.
 *
 * @param about what is the city's and what is invented
 * @param seed from which everything that is invented follows
 * @param staff names of the members of staff who act, each with a key; the first does what nobody else is named for
 * @param matter what it is about
 * @param people null where nobody votes
 */
record Scenario(
        String about,
        long seed,
        List<String> staff,
        Matter matter,
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

    /**
     * The budget that it is about.
     *
     * @throws IllegalStateException if it is about councils; no step of such a scenario asks for it
     */
    BudgetTerms budget() {
        if (matter instanceof Matter.Budget(BudgetTerms terms)) {
            return terms;
        }
        throw new IllegalStateException("the scenario has no budget");
    }

    /** The same with other numbers of voters and sites. */
    Scenario scaled(Scale scale) {
        return new Scenario(
                about,
                seed,
                staff,
                matter instanceof Matter.Budget(BudgetTerms terms) ? new Matter.Budget(scale.budget(terms)) : matter,
                people == null ? null : scale.people(people),
                days,
                source,
                files);
    }
}
