package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.tally.EqualShares.Utility;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtremeElectionsTest {

    @Test
    void theLargestAmountsAreCountedWithoutOverflow() {
        Election huge = new Election(
                List.of(new Option("a", Long.MAX_VALUE), new Option("b", Long.MAX_VALUE)),
                Long.MAX_VALUE,
                List.of(
                        new WeightedBallot(Ballot.Approval.of(0, 1), Long.MAX_VALUE / 2),
                        new WeightedBallot(Ballot.Approval.of(0), 7)));

        for (Rule rule : List.of(
                EqualShares.plain(Utility.COST),
                EqualShares.plain(Utility.SQRT_COST),
                EqualShares.add1(Utility.COST, 1),
                Phragmen.stopping(),
                Phragmen.skipping())) {
            assertThat(Tally.count(huge, rule, TieBreak.Fixed.ID).selected())
                    .as(rule.text())
                    .containsExactly("a");
        }
    }

    @Test
    void aBudgetOfNothingBuysOnlyWhatIsFree() {
        Election election = new Election(
                List.of(new Option("dear", 5), new Option("free", 0), new Option("free too", 0)),
                0,
                List.of(new WeightedBallot(Ballot.Approval.of(0, 1), 3)));

        for (Rule rule :
                List.of(EqualShares.plain(Utility.COST), EqualShares.add1(Utility.COST, 1), Phragmen.stopping())) {
            assertThat(Tally.count(election, rule, TieBreak.Fixed.ID).selected())
                    .as(rule.text())
                    .containsExactly("free");
        }
    }

    @Test
    void anElectionWithoutVotesOrOptionsHasNoWinner() {
        Election noOptions = new Election(List.of(), 10, List.of());
        Election noVotes = new Election(List.of(new Option("a", 1)), 10, List.of());

        for (Election election : List.of(noOptions, noVotes)) {
            for (Rule rule : List.of(
                    EqualShares.add1(Utility.COST, 1),
                    Phragmen.stopping(),
                    MostVotes.plurality(),
                    new MajorityJudgment(3))) {
                assertThat(Tally.count(election, rule, TieBreak.Fixed.ID).selected())
                        .as(rule.text())
                        .isEmpty();
            }
        }
    }

    @Test
    void utilitiesBeyondALongAreRefused() {
        Election election = new Election(
                List.of(new Option("a", 1)),
                10,
                List.of(new WeightedBallot(new Ballot.Points(Indexes.of(0), Amounts.of(Long.MAX_VALUE)), 2)));

        assertThatThrownBy(() -> Tally.count(election, EqualShares.plain(Utility.POINTS), TieBreak.Fixed.ID))
                .isInstanceOf(ArithmeticException.class);
    }
}
