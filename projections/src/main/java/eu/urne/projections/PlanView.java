package eu.urne.projections;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.PlanLineId;
import java.util.List;

/**
 * The investment plan.
 *
 * @param years their figures, the latest first
 * @param lines by year, the latest first, then as they were put into the plan
 */
public record PlanView(List<PlanYear> years, Page<PlanLineView> lines) {

    /**
     * A year of the plan.
     *
     * @param lines how many
     * @param cents what they amount to
     * @param linesDecided how many of the lines were decided with citizens, as a whole or in part
     * @param centsDecided what of the amount was decided with citizens
     */
    public record PlanYear(int year, long lines, long cents, long linesDecided, long centsDecided) {}

    /**
     * A line of the plan.
     *
     * @param title as the plan has it
     * @param decided what of it was decided with citizens; empty for nothing
     */
    public record PlanLineView(PlanLineId line, String title, int year, long cents, List<PlanDecision> decided) {}

    /**
     * What a line pays for a proposal that has won.
     *
     * @param title official one of the ballot
     * @param cents from the line
     * @param spent cents spent on the works so far, from whatever line
     */
    public record PlanDecision(BudgetId budget, ProposalId proposal, String title, long cents, long spent) {}
}
