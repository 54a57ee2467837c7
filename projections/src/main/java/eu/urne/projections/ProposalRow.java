package eu.urne.projections;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.ProposalId;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in a list.
 *
 * @param text its words, as a blob
 * @param title official one of the ballot; null before it is shortlisted
 * @param cents what it costs; null before it is studied, and where it is not feasible
 * @param part whose ballot it is on; null before
 * @param submittedMs when it was handed in, milliseconds since the epoch
 */
public record ProposalRow(
        ProposalId proposal,
        ProposalState state,
        String site,
        String category,
        BlobHash text,
        @Nullable String title,
        @Nullable Long cents,
        @Nullable String part,
        long submittedMs) {}
