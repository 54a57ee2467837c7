package eu.urne.audit.event;

/**
 * The figures of a poll's ballots (docs/formats/ballot.md, section 5).
 *
 * @param cast all ballots
 * @param superseded ballots that a later one of the same token replaces
 * @param nulls ballots that are no choice
 * @param blank blank ballots
 * @param counted cast less superseded less null
 */
public record BallotFigures(long cast, long superseded, long nulls, long blank, long counted) {}
