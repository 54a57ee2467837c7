package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.tally.internal.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresOfBallotsTest {

    private static final List<Option> OPTIONS = List.of(new Option("a", 1), new Option("b", 1), new Option("c", 1));

    @Test
    void anApprovalCountsOnceForEachVoter() {
        assertThat(scores(
                        0,
                        new WeightedBallot(Ballot.Approval.of(2, 0), 5),
                        new WeightedBallot(Ballot.Approval.of(0), 2)))
                .containsExactly(7, 0, 5);
    }

    @Test
    void pointsAddUpAndMayBeNegative() {
        Ballot ballot = new Ballot.Points(Indexes.of(1, 0), Amounts.of(4, -1));

        assertThat(scores(0, new WeightedBallot(ballot, 3))).containsExactly(-3, 12, 0);
    }

    @Test
    void aPlaceOnARankingIsWorthTheLengthLessItsPosition() {
        assertThat(scores(
                        3,
                        new WeightedBallot(Ballot.Ranking.of(1, 2, 0), 1),
                        new WeightedBallot(Ballot.Ranking.of(1), 1)))
                .containsExactly(1, 6, 2);
    }

    @Test
    void placesBehindTheLengthAreWorthNothing() {
        assertThat(scores(2, new WeightedBallot(Ballot.Ranking.of(1, 2, 0), 1))).containsExactly(0, 2, 1);
    }

    @Test
    void aBlankBallotCountsForNoneButIsAVoter() {
        Election election = new Election(OPTIONS, 1, List.of(new WeightedBallot(new Ballot.Blank(), 4)));

        assertThat(Scores.of(election)).containsExactly(0, 0, 0);
        assertThat(election.voters()).isEqualTo(4);
    }

    @Test
    void aScoreBeyondALongIsRefused() {
        Ballot ballot = new Ballot.Points(Indexes.of(0), Amounts.of(Long.MAX_VALUE));

        assertThatThrownBy(() -> scores(0, new WeightedBallot(ballot, 2))).isInstanceOf(ArithmeticException.class);
    }

    private static long[] scores(int maxLength, WeightedBallot... ballots) {
        return Scores.of(new Election(OPTIONS, 1, maxLength, List.of(ballots)));
    }
}
