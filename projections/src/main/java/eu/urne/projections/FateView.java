package eu.urne.projections;

import eu.urne.engine.budget.ProposalId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a proposal, in the words of the city.
 *
 * @param title official one of the ballot; null where it was on none
 * @param won whether anything is built of it
 * @param toldMs when that was told, milliseconds since the epoch
 */
public record FateView(ProposalId proposal, @Nullable String title, boolean won, String text, long toldMs) {}
