package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarmarkedTest {

    private final Election election = Elections.budget(100)
            .option("park", 60, 5)
            .option("pool", 50, 4)
            .option("bench", 30, 3)
            .option("tree", 10, 1)
            .build();

    @Test
    void tellsWhatWasFundedBeforehand() {
        Outcome outcome = count("earmarked:funded=3,rule=greedy");

        assertThat(outcome.selected()).containsExactly("tree", "park", "bench");
        assertThat(Elections.reason(outcome, "tree")).isEqualTo(new Reason.Funded(1, 1, 90));
        assertThat(Elections.reason(outcome, "park")).isEqualTo(new Reason.Chosen(2, 5, 30));
        assertThat(outcome.spent()).isEqualTo(100);
    }

    @Test
    void tellsWhatWasChosenWithAMinimum() {
        Outcome outcome = count("earmarked:minimum=small/2+3/35,rule=greedy");

        assertThat(outcome.selected()).containsExactly("bench", "park", "tree");
        assertThat(Elections.reason(outcome, "bench"))
                .isEqualTo(new Reason.FromMinimum("small", new Reason.Chosen(1, 3, 5)));
        assertThat(Elections.reason(outcome, "tree")).isEqualTo(new Reason.Chosen(3, 1, 0));
        assertThat(Elections.reason(outcome, "pool")).isEqualTo(new Reason.DidNotFit(4, 10));
    }

    @Test
    void categoriesAreCountedInTheirOrder() {
        assertThat(count("earmarked:minimum=b/1/50,minimum=a/2/30,rule=greedy").selected())
                .startsWith("pool", "bench");
        assertThat(count("earmarked:minimum=a/2/30,minimum=b/1/50,rule=greedy").selected())
                .startsWith("bench", "pool");
    }

    @Test
    void conflictsHoldWithWhatWasSelectedBefore() {
        Outcome outcome = count("earmarked:funded=3,minimum=a/2/30,rule=greedy-exclusive:conflicts=0-3+1-2");

        assertThat(outcome.selected()).containsExactly("tree", "bench");
        assertThat(Elections.reason(outcome, "park")).isEqualTo(new Reason.Excluded(5, "tree"));
        assertThat(Elections.reason(outcome, "pool")).isEqualTo(new Reason.Excluded(4, "bench"));
    }

    @Test
    void aMinimumScoreHoldsForAMinimumToo() {
        assertThat(count("earmarked:minimum=a/2+3/40,rule=greedy-threshold:minimum=2")
                        .selected())
                .containsExactly("bench", "park");
    }

    @Test
    void whatStoppedOneCountDoesNotStopTheNext() {
        assertThat(count("earmarked:minimum=a/1+3/40,rule=greedy-no-skip").selected())
                .containsExactly("park");
    }

    @Test
    void aTieToBeReportedInACategoryStopsThere() {
        Election tied = Elections.budget(100)
                .option("a", 30, 2)
                .option("b", 30, 2)
                .option("c", 10, 1)
                .build();

        Outcome outcome =
                Tally.count(tied, Rule.parse("earmarked:funded=2,minimum=x/0+1/40,rule=greedy"), TieBreak.Fixed.REPORT);

        assertThat(outcome.decided()).isFalse();
        assertThat(outcome.selected()).containsExactly("c");
        assertThat(outcome.spent()).isEqualTo(10);
        assertThat(outcome.left()).isEqualTo(90);
        assertThat(outcome.ties()).containsExactly(new Tie(2, List.of("a", "b"), "report", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "funded=4; the rule names option 4 of 4",
                "minimum=x/7/5; the rule names option 7 of 4",
                "funded=0+1; option pool cannot be funded beforehand: 110 would be more than the budget of 100",
                "funded=0,minimum=x/1/41; the minimum of x cannot be kept: 101 would be more than the budget of 100",
            })
    void whatCannotBeIsRefusedInASentence(String earmarked, String sentence) {
        assertThatThrownBy(() -> count("earmarked:" + earmarked + ",rule=greedy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    private Outcome count(String rule) {
        return Tally.count(election, Rule.parse(rule), TieBreak.Fixed.ID);
    }
}
