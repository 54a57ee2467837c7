package eu.urne.engine.tally;

import eu.urne.engine.tally.internal.EarmarkedCount;
import eu.urne.engine.tally.internal.JudgmentCount;
import eu.urne.engine.tally.internal.MostVotesCount;
import eu.urne.engine.tally.internal.MotionCount;
import eu.urne.engine.tally.internal.Scores;
import eu.urne.engine.tally.internal.SpendingCount;
import eu.urne.engine.tally.internal.TieOrder;

/** Counts elections. */
public final class Tally {

    private Tally() {}

    /**
     * Applies a rule to an election. The same arguments give the same outcome, in any order of the ballots and however
     * equal ballots are grouped.
     *
     * @param election what was voted
     * @param rule how it is counted; option indexes in it refer to the election
     * @param tieBreak how ties are broken that change the outcome
     * @return winners, money, and a reason for every option
     * @throws IllegalArgumentException if the rule cannot count this kind of ballot, names options that do not exist,
     *     or earmarks more than the budget
     * @throws ArithmeticException if a score exceeds what a long holds
     */
    public static Outcome count(Election election, Rule rule, TieBreak tieBreak) {
        return switch (rule) {
            case Rule.OfMoney spending -> new SpendingCount(election, spending, tieBreak).outcome();
            case Earmarked earmarked -> new EarmarkedCount(election, earmarked, tieBreak).outcome();
            case MostVotes most -> new MostVotesCount(election, most, tieBreak).outcome();
            case MajorityJudgment judgment -> new JudgmentCount(election, judgment, tieBreak).outcome();
            case CouncilMotion motion -> new MotionCount(election, motion).outcome();
        };
    }

    /**
     * The place of every option if all were tied.
     *
     * @return for each option in declared order its place from 0; distinct. {@link TieBreak.Fixed#REPORT} lists the
     *     tied in declared order
     */
    public static int[] tieOrder(Election election, TieBreak tieBreak) {
        return TieOrder.of(election, tieBreak);
    }

    /**
     * How many ballots name each option, whatever they say about it.
     *
     * @return one number per option in declared order
     */
    public static long[] votes(Election election) {
        return Scores.votes(election);
    }
}
