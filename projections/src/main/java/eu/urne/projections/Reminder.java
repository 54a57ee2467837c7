package eu.urne.projections;

import eu.urne.engine.budget.ProposalId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that waits too long for a study, or for its confirmation.
 *
 * @param department who is to study it; null for nobody
 * @param since the day from which on it waits
 * @param days how many, more than the budget allows
 */
public record Reminder(
        ProposalId proposal, ProposalState state, @Nullable String department, LocalDate since, long days) {}
