package eu.urne.projections;

import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.Delay;
import eu.urne.engine.works.Expense;
import eu.urne.engine.works.Indicator;
import eu.urne.engine.works.Measure;
import eu.urne.engine.works.Milestone;
import eu.urne.engine.works.Photo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a proposal: its works if it has won, and what was told of it in any case.
 *
 * @param title official one of the ballot; null where it was on none
 * @param won whether anything is built of it
 * @param awarded cents; 0 where it has not won
 * @param spent cents, less what came back
 * @param milestones by day
 * @param delays as they were told
 * @param expenses as they were told
 * @param photos as they were added
 * @param indicators as they were defined
 * @param fate what became of the proposal; null before it is told
 */
public record WorksView(
        ProposalId proposal,
        @Nullable String title,
        boolean won,
        long awarded,
        long spent,
        List<Milestone> milestones,
        List<Delay> delays,
        List<Expense> expenses,
        List<Photo> photos,
        List<IndicatorSeries> indicators,
        @Nullable String fate) {

    /**
     * An indicator with its values.
     *
     * @param measures by day
     */
    public record IndicatorSeries(Indicator indicator, List<Measure> measures) {}
}
