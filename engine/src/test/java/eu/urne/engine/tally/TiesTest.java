package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiesTest {

    private static final Rule GREEDY = Rule.Greedy.plain();

    /** Two that do not fit together, "9" declared first, dearer, and "10" first by id. */
    private final Election tied = Elections.budget(10)
            .option("first", 1, 5)
            .option("9", 8, 3)
            .option("10", 7, 3)
            .option("last", 1, 1)
            .build();

    @ParameterizedTest
    @CsvSource({"declared,9", "id,10", "cost-votes-id,10", "lot:b,9", "lot:2026-05-01,10"})
    void theMethodOfTheDefinitionDecides(String method, String winner) {
        Outcome outcome = Tally.count(tied, GREEDY, TieBreak.parse(method));

        assertThat(outcome.selected()).containsExactly("first", winner, "last");
        String loser = winner.equals("9") ? "10" : "9";
        assertThat(outcome.ties()).containsExactly(new Tie(2, List.of(winner, loser), method, List.of(winner)));
        assertThat(outcome.decided()).isTrue();
    }

    @Test
    void atEqualCostTheOptionWithMoreBallotsStandsBeforeTheOneWithMorePointsEach() {
        Ballot one = new Ballot.Points(Indexes.of(0), Amounts.of(4));
        Ballot each = new Ballot.Points(Indexes.of(1), Amounts.of(2));
        Election election = new Election(
                List.of(new Option("a", 5), new Option("b", 5)),
                5,
                List.of(new WeightedBallot(one, 1), new WeightedBallot(each, 2)));

        assertThat(Tally.count(election, GREEDY, TieBreak.Fixed.COST_VOTES_ID).selected())
                .containsExactly("b");
    }

    @Test
    void reportingStopsAtTheTieAndNamesTheTied() {
        Outcome outcome = Tally.count(tied, GREEDY, TieBreak.Fixed.REPORT);

        assertThat(outcome.decided()).isFalse();
        assertThat(outcome.selected()).containsExactly("first");
        assertThat(outcome.ties()).containsExactly(new Tie(2, List.of("9", "10"), "report", List.of()));
        assertThat(Elections.reason(outcome, "9")).isEqualTo(new Reason.Tied(3));
        assertThat(Elections.reason(outcome, "last")).isEqualTo(new Reason.Undecided(1));
    }

    @Test
    void reportingStillSaysWhatDidNotFitAnyway() {
        Election election = Elections.budget(10)
                .option("a", 8, 3)
                .option("b", 8, 3)
                .option("huge", 999, 3)
                .build();

        Outcome outcome = Tally.count(election, GREEDY, TieBreak.Fixed.REPORT);

        assertThat(Elections.reason(outcome, "huge")).isEqualTo(new Reason.DidNotFit(3, 10));
        assertThat(outcome.ties().getFirst().tied()).containsExactly("a", "b");
    }

    @Test
    void equalScoresAreNoTieIfAllFit() {
        Election election =
                Elections.budget(10).option("a", 5, 3).option("b", 5, 3).build();

        Outcome outcome = Tally.count(election, GREEDY, TieBreak.Fixed.REPORT);

        assertThat(outcome.selected()).containsExactly("a", "b");
        assertThat(outcome.ties()).isEmpty();
    }

    @Test
    void equalScoresAreNoTieIfNoneFits() {
        Election election =
                Elections.budget(4).option("a", 5, 3).option("b", 5, 3).build();

        assertThat(Tally.count(election, GREEDY, TieBreak.Fixed.REPORT).ties()).isEmpty();
        assertThat(Tally.count(election, Rule.Greedy.noSkip(), TieBreak.Fixed.REPORT)
                        .ties())
                .isEmpty();
    }

    @Test
    void withoutSkippingAnOptionThatCannotFitTiesWithOneThatCan() {
        Election election =
                Elections.budget(5).option("huge", 9, 3).option("small", 5, 3).build();

        assertThat(Tally.count(election, GREEDY, TieBreak.Fixed.DECLARED).ties())
                .isEmpty();
        assertThat(Tally.count(election, Rule.Greedy.noSkip(), TieBreak.Fixed.DECLARED)
                        .ties())
                .containsExactly(new Tie(1, List.of("huge", "small"), "declared", List.of()));
    }

    @Test
    void equalScoresInConflictAreATie() {
        Election election =
                Elections.budget(10).option("a", 1, 3).option("b", 1, 3).build();
        Rule rule = Rule.Greedy.exclusive(List.of(new Rule.Conflict(0, 1)));

        assertThat(Tally.count(election, rule, TieBreak.Fixed.DECLARED).ties()).hasSize(1);
    }

    @Test
    void idsAreComparedByCodePoints() {
        String beyondTheBasicPlane = "\ud83c\udf33";
        Election election = Elections.budget(1)
                .option(beyondTheBasicPlane, 1, 1)
                .option("\uff5e", 1, 1)
                .build();

        assertThat(Tally.count(election, GREEDY, TieBreak.Fixed.ID).selected()).containsExactly("\uff5e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lot:2026-05-01", "id", "cost-votes-id", "declared", "report"})
    void methodsReadBackWhatTheyWrite(String text) {
        assertThat(TieBreak.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lot", "lot:", "ID", "cost_votes_id", "first"})
    void unknownMethodsAreRefusedInASentence(String text) {
        assertThatThrownBy(() -> TieBreak.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }
}
