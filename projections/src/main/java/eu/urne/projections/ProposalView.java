package eu.urne.projections;

import eu.urne.engine.budget.Author;
import eu.urne.engine.budget.Feasibility;
import eu.urne.engine.budget.Idea;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.poll.OptionVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal with everything that is decided about it.
 *
 * @param shown whether its words and pictures are for everybody
 * @param credits who handed in what was merged into it, directly or not
 * @param mergedInto the proposal as part of which it goes on; null where it does not
 * @param reason why it was withdrawn, rejected, merged or declined; null where it was not
 * @param department who studies it; null before
 * @param study what was found out; null before
 * @param verdict how its poll came out for it; null before the outcome is declared
 */
public record ProposalView(
        ProposalRow row,
        boolean shown,
        Author author,
        Idea idea,
        List<Credit> credits,
        @Nullable ProposalId mergedInto,
        @Nullable String reason,
        @Nullable String department,
        @Nullable Study study,
        @Nullable OptionVerdict verdict) {

    /** Whose idea lives on in another one. */
    public record Credit(ProposalId proposal, Author author) {}

    /**
     * A study.
     *
     * @param by pseudonym of who wrote it
     * @param confirmedBy pseudonym of who confirmed it; null for nobody
     */
    public record Study(
            Feasibility feasibility, String by, @Nullable String confirmedBy) {}
}
