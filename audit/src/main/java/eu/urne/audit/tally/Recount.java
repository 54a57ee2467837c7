package eu.urne.audit.tally;

import java.util.Comparator;

/**
 * Counts a poll by the book (docs/formats/events.md, sections 3 and 4). What does it is written to be read beside that
 * page: exact, and only as fast as it must be.
 */
public final class Recount {
    private Recount() {}

    /**
     * Counts.
     *
     * @param election options, budget and ballots
     * @param rule the rule
     * @param tieBreak how ties are broken
     * @throws IllegalArgumentException if the rule does not count ballots of that kind
     */
    public static Outcome of(Election election, Rule rule, TieBreak tieBreak) {
        if (!rule.counts(election.kind())) {
            throw new IllegalArgumentException("the rule does not count ballots of this kind: " + election.kind());
        }
        Comparator<Integer> order = election.order(tieBreak);
        Selection selection =
                switch (rule) {
                    case Rule.ByScore byScore -> {
                        Selection chosen = Selection.none(election);
                        new ScoreCount(election, byScore, order, chosen).count();
                        yield chosen;
                    }
                    case Rule.EqualShares shares -> new SharesCount(election, shares, tieBreak, order).count();
                    case Rule.Phragmen phragmen -> {
                        Selection chosen = Selection.none(election);
                        new PhragmenCount(election, phragmen.skips(), order, chosen).count();
                        yield chosen;
                    }
                    case Rule.MostVotes most -> VotesCount.count(election, most, order);
                    case Rule.MajorityJudgment judgment -> JudgmentCount.count(election, order);
                    case Rule.CouncilMotion motion -> MotionCount.count(election, motion);
                };
        return selection.outcome(tieBreak);
    }
}
