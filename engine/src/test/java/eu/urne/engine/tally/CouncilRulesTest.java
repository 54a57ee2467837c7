package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.tally.CouncilMotion.Casting;
import eu.urne.engine.tally.CouncilMotion.Majority;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CouncilRulesTest {

    @ParameterizedTest
    @CsvSource({
        "SIMPLE,0,0,NONE,5,4,9,true",
        "SIMPLE,0,0,NONE,4,4,0,false",
        "SIMPLE,0,0,FOR,4,4,0,true",
        "SIMPLE,0,0,AGAINST,4,4,0,false",
        "SIMPLE,0,10,NONE,5,1,3,false",
        "SIMPLE,0,9,NONE,5,1,3,true",
        "ABSOLUTE,35,0,NONE,17,0,0,false",
        "ABSOLUTE,35,0,NONE,18,17,0,true",
        "ABSOLUTE,36,0,NONE,18,0,0,false",
        "TWO_THIRDS,0,0,NONE,4,2,5,true",
        "TWO_THIRDS,0,0,NONE,3,2,0,false",
        "TWO_THIRDS,0,0,NONE,0,0,5,false",
        "UNANIMITY,0,0,NONE,1,0,5,true",
        "UNANIMITY,0,0,NONE,9,1,0,false",
        "UNANIMITY,0,0,NONE,0,0,5,false",
    })
    void aMotionNeedsItsMajorityAndItsQuorum(
            Majority majority,
            long members,
            long quorum,
            Casting casting,
            int yes,
            int no,
            int abstain,
            boolean carried) {
        Rule rule = new CouncilMotion(majority, members, quorum, casting);

        Outcome outcome = Tally.count(motion(yes, no, abstain), rule, TieBreak.Fixed.DECLARED);

        assertThat(outcome.selected()).hasSize(carried ? 1 : 0);
        assertThat(outcome.verdicts().getFirst().reason().score()).isEqualTo(yes);
    }

    @Test
    void mostVotesWinWithoutMoney() {
        Election election = Elections.budget(0)
                .option("a", 9, 2)
                .option("b", 9, 3)
                .option("c", 9, 2)
                .option("d", 9, 0)
                .build();

        assertThat(count(election, MostVotes.plurality()).selected()).containsExactly("b");
        Outcome two = count(election, MostVotes.approval(2));
        assertThat(two.selected()).containsExactly("b", "a");
        assertThat(two.ties()).containsExactly(new Tie(2, List.of("a", "c"), "id", List.of("a")));
        assertThat(count(election, MostVotes.approval(9)).selected()).containsExactly("b", "a", "c");
        assertThat(Tally.count(election, MostVotes.approval(2), TieBreak.Fixed.REPORT)
                        .decided())
                .isFalse();
    }

    @Test
    void pluralityRefusesABallotForTwo() {
        Election election = new Election(
                List.of(new Option("a", 1), new Option("b", 1)),
                1,
                List.of(new WeightedBallot(Ballot.Approval.of(0, 1), 1)));

        assertThatThrownBy(() -> count(election, MostVotes.plurality())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plurality",
                "approval-k:seats=3",
                "majority-judgment:grades=6",
                "motion:majority=two-thirds,members=35,quorum=18,casting=none",
                "motion:majority=simple,members=0,quorum=0,casting=against",
                "phragmen",
                "phragmen-skip",
                "knapsack",
                "greedy-per-cost",
                "greedy-custom",
                "mes:utility=cost,start=floor,voters=all,completion=add1,step=100,comparison=greedy",
                "mes:utility=sqrt-cost,start=exact,voters=voting,completion=add1-exhaustive,step=1%,then=phragmen",
                "mes:utility=points,start=exact,voters=all,completion=none,then=greedy",
                "mes:utility=borda,start=exact,voters=all,completion=next,then=greedy",
            })
    void rulesReadBackWhatTheyWrite(String text) {
        assertThat(Rule.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mes",
                "mes:utility=cost",
                "mes:utility=luck,start=exact,voters=all,completion=none",
                "mes:utility=cost,start=exact,voters=all,completion=none,step=1",
                "mes:utility=cost,start=exact,voters=all,completion=add1",
                "mes:utility=sqrt-cost,start=exact,voters=all,completion=none,comparison=greedy",
                "mes:utility=cost,start=exact,voters=all,completion=next,step=1",
                "mes:utility=cost,start=floor,voters=all,completion=next",
                "mes:utility=sqrt-cost,start=exact,voters=all,completion=next",
                "approval-k:seats=0",
                "majority-judgment:grades=1",
                "motion:majority=absolute,members=35,quorum=18,casting=for",
            })
    void rulesThatCannotBeAreRefused(String text) {
        assertThatThrownBy(() -> Rule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome count(Election election, Rule rule) {
        return Tally.count(election, rule, TieBreak.Fixed.ID);
    }

    private static Election motion(int yes, int no, int abstain) {
        List<Ballot> ballots = new ArrayList<>();
        ballots.addAll(Collections.nCopies(yes, new Ballot.Motion(Ballot.Stance.FOR)));
        ballots.addAll(Collections.nCopies(no, new Ballot.Motion(Ballot.Stance.AGAINST)));
        ballots.addAll(Collections.nCopies(abstain, new Ballot.Motion(Ballot.Stance.ABSTAIN)));
        return new Election(List.of(new Option("street lighting", 0)), 0, WeightedBallot.group(ballots));
    }
}
