package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ElectionChecksTest {

    private static final List<Option> ONE = List.of(new Option("a", 1));

    @Test
    void refusesWhatCannotBe() {
        refuses(() -> new Option("", 1));
        refuses(() -> new Option("a", -1));
        refuses(() -> new Election(ONE, -1, List.of()));
        refuses(() -> new Election(ONE, 1, -1, List.of()));
        refuses(() -> new Election(List.of(new Option("a", 1), new Option("a", 2)), 1, List.of()));
        refuses(() -> new WeightedBallot(new Ballot.Blank(), 0));
        refuses(() -> Indexes.of(-1));
        refuses(() -> Ballot.Approval.of());
        refuses(() -> Ballot.Approval.of(1, 1));
        refuses(() -> Ballot.Ranking.of(0, 1, 0));
        refuses(() -> new Ballot.Points(Indexes.of(0), Amounts.of(1, 2)));
    }

    @Test
    void refusesBallotsForOptionsThatDoNotExist() {
        for (Ballot ballot : List.of(Ballot.Approval.of(1), Ballot.Ranking.of(1), Ballot.Grades.of(1, 1))) {
            refuses(() -> new Election(ONE, 1, List.of(new WeightedBallot(ballot, 1))));
        }
    }

    @Test
    void bringsEqualBallotsTogether() {
        List<Ballot> ballots = List.of(
                Ballot.Approval.of(2, 1), Ballot.Approval.of(1, 2), Ballot.Ranking.of(1, 2), Ballot.Ranking.of(2, 1));

        assertThat(WeightedBallot.group(ballots))
                .containsExactly(
                        new WeightedBallot(Ballot.Approval.of(1, 2), 2),
                        new WeightedBallot(Ballot.Ranking.of(1, 2), 1),
                        new WeightedBallot(Ballot.Ranking.of(2, 1), 1));
    }

    private static void refuses(ThrowingCallable construction) {
        assertThatThrownBy(construction).isInstanceOf(IllegalArgumentException.class);
    }
}
