package eu.urne.projections;

import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.Milestone;
import org.jspecify.annotations.Nullable;

/**
 * The works of a proposal that has won, in a list.
 *
 * @param title official one of the ballot
 * @param awarded cents
 * @param spent cents, less what came back
 * @param milestones how many there are, done ones included
 * @param done how many of them are done
 * @param next the planned milestone with the earliest day; null where none is planned
 * @param fate what became of the proposal; null before it is told
 */
public record WorksSummary(
        ProposalId proposal,
        String title,
        long awarded,
        long spent,
        long milestones,
        long done,
        @Nullable Milestone next,
        @Nullable String fate) {}
