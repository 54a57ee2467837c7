package eu.urne.projections;

import eu.urne.engine.blob.BlobHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals of a budget are asked for.
 *
 * @param everything also those that are not for everybody
 * @param state null for any
 * @param site null for any
 * @param category null for any
 * @param texts those with these texts, in this order; null for any
 */
public record ProposalFilter(
        boolean everything,
        @Nullable ProposalState state,
        @Nullable String site,
        @Nullable String category,
        @Nullable List<BlobHash> texts) {}
