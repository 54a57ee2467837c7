package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GreedyRulesTest {

    private final Election election = Elections.budget(100)
            .option("park", 60, 9)
            .option("pool", 50, 8)
            .option("bench", 30, 7)
            .option("tree", 10, 2)
            .build();

    @Test
    void skipsWhatDoesNotFitAndGoesOn() {
        Outcome outcome = count(Rule.Greedy.plain());

        assertThat(outcome.selected()).containsExactly("park", "bench", "tree");
        assertThat(outcome.spent()).isEqualTo(100);
        assertThat(outcome.left()).isZero();
        assertThat(outcome.verdicts())
                .containsExactly(
                        new Verdict("park", new Reason.Chosen(1, 9, 40)),
                        new Verdict("pool", new Reason.DidNotFit(8, 40)),
                        new Verdict("bench", new Reason.Chosen(2, 7, 10)),
                        new Verdict("tree", new Reason.Chosen(3, 2, 0)));
        assertThat(outcome.ties()).isEmpty();
    }

    @Test
    void stopsAtTheFirstThatDoesNotFitIfToldTo() {
        Outcome outcome = count(Rule.Greedy.noSkip());

        assertThat(outcome.selected()).containsExactly("park");
        assertThat(Elections.reason(outcome, "pool")).isEqualTo(new Reason.DidNotFit(8, 40));
        assertThat(Elections.reason(outcome, "bench")).isEqualTo(new Reason.NotReached(7, "pool"));
        assertThat(Elections.reason(outcome, "tree")).isEqualTo(new Reason.NotReached(2, "pool"));
    }

    @Test
    void takesAnOptionThatJustReachesTheMinimumAndNoneBelow() {
        Outcome outcome = count(Rule.Greedy.threshold(7));

        assertThat(outcome.selected()).containsExactly("park", "bench");
        assertThat(Elections.reason(outcome, "tree")).isEqualTo(new Reason.BelowMinimum(2, 7));
    }

    @Test
    void skipsWhatIsInConflictWithAnOptionAlreadyChosen() {
        Outcome outcome = count(Rule.Greedy.exclusive(List.of(new Rule.Conflict(2, 0), new Rule.Conflict(1, 2))));

        assertThat(outcome.selected()).containsExactly("park", "tree");
        assertThat(Elections.reason(outcome, "bench")).isEqualTo(new Reason.Excluded(7, "park"));
        assertThat(Elections.reason(outcome, "pool")).isEqualTo(new Reason.DidNotFit(8, 40));
    }

    @Test
    void namesTheFirstChosenOfSeveralThatExclude() {
        Election three = Elections.budget(10)
                .option("late", 1, 5)
                .option("early", 1, 6)
                .option("out", 1, 1)
                .build();
        Rule rule = Rule.Greedy.exclusive(List.of(new Rule.Conflict(0, 2), new Rule.Conflict(1, 2)));

        Outcome outcome = Tally.count(three, rule, TieBreak.Fixed.DECLARED);

        assertThat(Elections.reason(outcome, "out")).isEqualTo(new Reason.Excluded(1, "early"));
    }

    @Test
    void takesWhatCostsNothingEvenWithNothingLeft() {
        Election free =
                Elections.budget(5).option("all", 5, 2).option("free", 0, 1).build();

        assertThat(Tally.count(free, Rule.Greedy.plain(), TieBreak.Fixed.REPORT).selected())
                .containsExactly("all", "free");
    }

    @Test
    void countsAnElectionWithoutBallots() {
        Election empty = Elections.budget(5).option("a", 5, 0).build();

        assertThat(Tally.count(empty, Rule.Greedy.plain(), TieBreak.Fixed.DECLARED)
                        .selected())
                .containsExactly("a");
    }

    @Test
    void holdsTheLargestAmountsThatALongHolds() {
        Election huge = Elections.budget(Long.MAX_VALUE)
                .option("a", Long.MAX_VALUE, 2)
                .option("b", Long.MAX_VALUE, 2)
                .build();

        Outcome outcome = Tally.count(huge, Rule.Greedy.plain(), TieBreak.Fixed.DECLARED);

        assertThat(outcome.spent()).isEqualTo(Long.MAX_VALUE);
        assertThat(outcome.ties()).hasSize(1);
    }

    @Test
    void refusesAConflictWithAnOptionThatDoesNotExist() {
        Rule rule = Rule.Greedy.exclusive(List.of(new Rule.Conflict(0, 4)));

        assertThatThrownBy(() -> count(rule)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesBallotsThatHaveNoScore() {
        Election motion = new Election(
                List.of(new Option("a", 1)), 1, List.of(new WeightedBallot(new Ballot.Motion(Ballot.Stance.FOR), 1)));

        assertThatThrownBy(() -> Tally.count(motion, Rule.Greedy.plain(), TieBreak.Fixed.ID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("motions");
    }

    private Outcome count(Rule rule) {
        return Tally.count(election, rule, TieBreak.Fixed.DECLARED);
    }
}
