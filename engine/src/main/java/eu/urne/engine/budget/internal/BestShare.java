package eu.urne.engine.budget.internal;

import eu.urne.engine.budget.BudgetEvent.Award;
import eu.urne.engine.budget.PartResult;
import eu.urne.engine.tally.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Spends the common rest (docs/formats/events.md, section 6.1): the losers of all polls by their share of the votes
 * that they could have had, the highest first; of equal ones the cheaper first, then by id; each that the money left
 * pays is taken.
 */
final class BestShare {

    /** What is taken, and what is left. */
    record Spent(List<Award> awarded, long left) {}

    private record Standing(Award award, Fraction share) {}

    private BestShare() {}

    static Spent spend(long cents, List<PartResult> results) {
        List<Award> awarded = new ArrayList<>();
        long left = cents;
        for (Standing standing : standings(results)) {
            if (standing.award().cents() <= left) {
                awarded.add(standing.award());
                left -= standing.award().cents();
            }
        }
        return new Spent(awarded, left);
    }

    private static List<Standing> standings(List<PartResult> results) {
        List<Standing> standings = new ArrayList<>();
        for (PartResult result : results) {
            BigInteger most = BigInteger.valueOf(result.counted()).multiply(BigInteger.valueOf(result.most()));
            for (PartResult.Loser loser : result.losers()) {
                if (loser.score() > 0) { // nobody wants the others; and where somebody does there are ballots
                    standings.add(new Standing(
                            new Award(loser.proposal(), result.part(), loser.cents()),
                            new Fraction(BigInteger.valueOf(loser.score()), most)));
                }
            }
        }
        standings.sort(Comparator.comparing(Standing::share)
                .reversed()
                .thenComparing(each -> each.award().cents())
                .thenComparing(each -> each.award().proposal().value()));
        return standings;
    }
}
