package eu.urne.audit;

/**
 * What a register log says about the candidacies of a draw.
 *
 * @param draw draw id
 * @param closed whether nobody can stand any more
 * @param standing persons who stand: as many as the pool has
 */
public record CandidacyReport(String draw, boolean closed, long standing) {}
