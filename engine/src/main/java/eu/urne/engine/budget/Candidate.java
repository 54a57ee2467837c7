package eu.urne.engine.budget;

/**
 * A proposal that is to stand on a ballot.
 *
 * @param title official and short, as the staff words it
 * @param cents what it costs by its study
 * @param place where it would be built
 * @param category what it is about
 */
public record Candidate(ProposalId proposal, String title, long cents, Place place, String category) {}
