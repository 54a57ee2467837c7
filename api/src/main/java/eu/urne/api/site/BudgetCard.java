package eu.urne.api.site;

import eu.urne.engine.budget.Audience;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.poll.Money;
import eu.urne.projections.BudgetView;
import eu.urne.projections.ProposalState;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A budget as the first page shows it.
 *
 * @param projects published ones
 * @param until the day on which the next phase begins; null in the last
 */
public record BudgetCard(
        String id,
        String title,
        Audience audience,
        Phase phase,
        Money amount,
        long projects,
        @Nullable LocalDate until,
        boolean demonstration) {

    static BudgetCard of(BudgetView budget) {
        return new BudgetCard(
                budget.budget().value(),
                budget.terms().title(),
                budget.terms().audience(),
                budget.phase(),
                budget.terms().amount(),
                shown(budget.proposals()),
                budget.phase()
                        .next()
                        .map(next -> budget.terms().calendar().day(next))
                        .orElse(null),
                budget.terms().demonstration());
    }

    /** How many proposals are in a state in which they are for everybody. */
    static long shown(Map<ProposalState, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().isShown())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Whether it is for children. */
    public boolean isForChildren() {
        return audience == Audience.CHILDREN;
    }

    /** The phase as keys of texts have it. */
    public String phaseKey() {
        return Phases.key(phase);
    }

    /** Where it comes in a list: what one can do something about now comes first. */
    int rank() {
        return switch (phase) {
            case VOTE -> 0;
            case IDEAS -> 1;
            case OUTCOME -> 2;
            case STUDY -> 3;
            case KICK_OFF -> 4;
            case WORKS -> 5;
        };
    }
}
