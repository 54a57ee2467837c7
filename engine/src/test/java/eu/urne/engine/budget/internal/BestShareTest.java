package eu.urne.engine.budget.internal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.budget.BudgetEvent.Award;
import eu.urne.engine.budget.PartResult;
import eu.urne.engine.budget.PartResult.Loser;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.poll.PollId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is paid from the common rest. */
class BestShareTest {

    private static PartResult part(String id, long counted, long most, Loser... losers) {
        return new PartResult(id, new PollId("b-" + id), 0, counted, most, List.of(losers));
    }

    private static Loser loser(String id, long cents, long score) {
        return new Loser(new ProposalId(id), cents, score);
    }

    private static List<String> awarded(long cents, PartResult... results) {
        return BestShare.spend(cents, List.of(results)).awarded().stream()
                .map(award -> award.proposal().value())
                .toList();
    }

    @Test
    void shareOfTheVotesDecidesAndNotTheirNumber() {
        assertThat(awarded(100, part("big", 300, 1, loser("x", 100, 99)), part("small", 3, 1, loser("y", 100, 1))))
                .containsExactly("y");
    }

    @Test
    void sharesAreComparedExactly() {
        long most = 1_000_000_007L;
        assertThat(awarded(
                        1,
                        part("p", most, 1, loser("x", 1, 333_333_335)),
                        part("q", most + 2, 1, loser("y", 1, 333_333_336))))
                .containsExactly("y");
    }

    @Test
    void equalSharesGoByCostThenById() {
        assertThat(awarded(
                        600,
                        part("p", 4, 1, loser("b", 200, 2), loser("a", 200, 2)),
                        part("q", 8, 1, loser("c", 100, 4), loser("d", 300, 4))))
                .containsExactly("c", "a", "b");
    }

    @Test
    void whatDoesNotFitIsSkipped() {
        BestShare.Spent spent = BestShare.spend(
                250, List.of(part("p", 10, 1, loser("a", 300, 9), loser("b", 200, 8), loser("c", 50, 7))));

        assertThat(spent.awarded())
                .containsExactly(new Award(new ProposalId("b"), "p", 200), new Award(new ProposalId("c"), "p", 50));
        assertThat(spent.left()).isZero();
    }

    @Test
    void pointsAreMeasuredByThePointsOfABallot() {
        assertThat(awarded(1, part("p", 10, 5, loser("x", 1, 20)), part("q", 10, 1, loser("y", 1, 5))))
                .containsExactly("y");
    }

    @Test
    void nobodyIsPaidWithoutAVote() {
        assertThat(awarded(100, part("p", 0, 1, loser("x", 1, 0)))).isEmpty();
    }
}
