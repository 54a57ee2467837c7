package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.tally.EqualShares.Utility;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtremeElectionsTest {

    private static final String SHARES = "mes:utility=%s,start=exact,voters=%s,completion=%s";

    /** Every rule for approvals. */
    static List<Rule> rules() {
        return Stream.of(
                        "greedy",
                        "greedy-no-skip",
                        "greedy-threshold:minimum=9223372036854775807",
                        "greedy-exclusive:conflicts=0-1",
                        "greedy-custom",
                        "greedy-per-cost",
                        "knapsack",
                        "phragmen",
                        "phragmen-skip",
                        "plurality",
                        "approval-k:seats=2",
                        SHARES.formatted("cost", "all", "none"),
                        SHARES.formatted("cost", "voting", "add1,step=1"),
                        SHARES.formatted("cardinality", "all", "add1-exhaustive,step=1"),
                        SHARES.formatted("cost", "all", "add1,step=1%"),
                        SHARES.formatted("cost", "all", "next"),
                        SHARES.formatted("cardinality", "voting", "next,then=phragmen,comparison=greedy"),
                        SHARES.formatted("sqrt-cost", "all", "none,then=greedy"),
                        "earmarked:minimum=all/0+1/100%,rule=" + SHARES.formatted("cost", "all", "next"))
                .map(Rule::parse)
                .toList();
    }

    /** Each with two options at least, since some rules name two. */
    static List<Election> elections() {
        long most = Long.MAX_VALUE;
        return List.of(
                election(most, List.of(most, most), most / 2, most / 2),
                election(most, List.of(most, 1L), most / 2, 1),
                election(most, List.of(1L, 1L), 1, 1),
                election(1, List.of(most, most), most / 2, 7),
                election(0, List.of(0L, 0L), 3, 4),
                election(0, List.of(1L, most), 3, 4),
                election(5, List.of(0L, 10L), 1, 1),
                election(100, List.of(most, most - 1), 1, 2),
                election(7, List.of(3L, 3L, 3L, 3L), 1, 1, 1, 1),
                new Election(List.of(new Option("a", 1), new Option("b", 2)), 10, List.of()),
                new Election(
                        List.of(new Option("a", 1), new Option("b", 2)),
                        10,
                        List.of(new WeightedBallot(new Ballot.Blank(), most))));
    }

    /** So many voters approve each option, and nothing else. */
    private static Election election(long budget, List<Long> costs, long... voters) {
        List<Option> options = IntStream.range(0, costs.size())
                .mapToObj(option -> new Option("o" + option, costs.get(option)))
                .toList();
        List<WeightedBallot> ballots = IntStream.range(0, voters.length)
                .mapToObj(option -> new WeightedBallot(Ballot.Approval.of(option), voters[option]))
                .toList();
        return new Election(options, budget, ballots);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleComesToAnOutcomeWhateverTheAmounts(Rule rule) {
        for (Election election : elections()) {
            if (rule instanceof Earmarked && election.budget() == 0) {
                continue;
            }
            Outcome outcome = Tally.count(election, rule, TieBreak.Fixed.ID);

            assertThat(outcome.verdicts()).hasSameSizeAs(election.options());
            assertThat(outcome.left()).isNotNegative();
            assertThat(outcome.spent() + outcome.left()).isEqualTo(election.budget());
        }
    }

    @Test
    void tenThousandOptionsAllTiedAreCountedByEveryRule() {
        List<Option> options = IntStream.range(0, 10_000)
                .mapToObj(option -> new Option("o" + option, 10))
                .toList();
        int[] all = IntStream.range(0, 10_000).toArray();
        Election election = new Election(options, 25, List.of(new WeightedBallot(Ballot.Approval.of(all), 5)));

        for (Rule rule : rules()) {
            if (rule.id().equals("plurality") || rule.id().equals("greedy-threshold")) {
                continue;
            }
            Outcome outcome = Tally.count(election, rule, TieBreak.Fixed.ID);

            assertThat(outcome.selected()).as(rule.text()).hasSize(2);
        }
    }

    @Test
    void pointsBeyondALongAreRefusedByGreedyRulesToo() {
        Election election = new Election(
                List.of(new Option("a", 1)),
                10,
                List.of(new WeightedBallot(new Ballot.Points(Indexes.of(0), Amounts.of(Long.MAX_VALUE)), 2)));

        assertThatThrownBy(() -> Tally.count(election, Rule.Greedy.plain(), TieBreak.Fixed.ID))
                .isInstanceOf(ArithmeticException.class);
    }

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
