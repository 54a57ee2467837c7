package eu.urne.projections;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Presentation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A budget with everything that is decided about it.
 *
 * @param terms as opened, with the calendar as it is now
 * @param steps phases that began or were moved, in order
 * @param parts how far they have come, in order of the terms
 * @param proposals how many there are of each state
 */
public record BudgetView(
        BudgetId budget,
        Phase phase,
        BudgetTerms terms,
        List<Step> steps,
        List<PartView> parts,
        Map<ProposalState, Long> proposals) {

    /**
     * A phase that began or was moved.
     *
     * @param atMs when that was decided, milliseconds since the epoch
     * @param reason "" if it began on its day
     * @param movedTo its new day; null where it began
     */
    public record Step(
            Phase phase, long atMs, String reason, @Nullable LocalDate movedTo) {}

    /**
     * A part of a budget.
     *
     * @param cents its money
     * @param poll its poll; null before the shortlist is published
     * @param definition hash of the poll's definition; null before
     * @param order how the options are shown; null before
     * @param shortlist what is voted on, by id; empty before
     * @param lapsed why it was given up; null if it was not
     */
    public record PartView(
            String part,
            String title,
            long cents,
            @Nullable PollId poll,
            @Nullable Hash definition,
            @Nullable Presentation order,
            List<ProposalId> shortlist,
            @Nullable String lapsed) {}
}
