package eu.urne.engine.tally.random;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Completion;
import eu.urne.engine.tally.EqualShares.Share;
import eu.urne.engine.tally.EqualShares.Start;
import eu.urne.engine.tally.EqualShares.Step;
import eu.urne.engine.tally.EqualShares.StepUnit;
import eu.urne.engine.tally.EqualShares.Then;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.WeightedBallot;
import eu.urne.engine.tally.internal.PhragmenCount;
import eu.urne.engine.tally.internal.SharesCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What holds for any election. Each try is a seed for a hundred of them. That the outcomes are those of the papers is
 * for the verifier's textbook to say, with which the api's tests compare.
 */
class RandomElectionsTest {

    private static final int ELECTIONS = 100;
    private static final TieBreak TIES = TieBreak.Fixed.COST_VOTES_ID;

    @Property(tries = 500)
    void boundsDecideNothingInEqualSharesThatFractionsDecideOtherwise(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (int i = 0; i < ELECTIONS; i++) {
            Utility utility = List.of(Utility.values()).get(i % Utility.values().length);
            Election election = elections.next(kind(utility));
            EqualShares rule = shares(utility, elections.random());

            assertThat(new SharesCount(election, rule, TIES, false).outcome())
                    .as("%s %s", rule.text(), election)
                    .isEqualTo(Tally.count(election, rule, TIES));
        }
    }

    @Property(tries = 200)
    void boundsDecideNothingInPhragmensRuleThatFractionsDecideOtherwise(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (int i = 0; i < ELECTIONS; i++) {
            Election election = elections.next(RandomElection.Kind.APPROVAL);
            Phragmen rule = new Phragmen(i % 2 == 0);

            assertThat(new PhragmenCount(election, rule, TIES, false).outcome())
                    .as("%s %s", rule.text(), election)
                    .isEqualTo(Tally.count(election, rule, TIES));
        }
    }

    @Property(tries = 50)
    void furtherVotesAreTheFewestThatWouldHaveBought(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (int i = 0; i < ELECTIONS; i++) {
            Election election = elections.next(RandomElection.Kind.APPROVAL);
            EqualShares rule = EqualShares.plain(i % 2 == 0 ? Utility.COST : Utility.CARDINALITY);
            Outcome outcome = Tally.count(election, rule, TieBreak.Fixed.ID);
            for (int option = 0; option < election.options().size(); option++) {
                if (outcome.verdicts().get(option).reason() instanceof Reason.Unpaid unpaid
                        && unpaid.further().isPresent()) {
                    long further = unpaid.further().getAsLong();
                    for (long votes = Math.max(1, further - 3); votes <= further; votes++) {
                        Election more = with(election, option, votes);
                        assertThat(Tally.count(more, rule, TieBreak.Fixed.ID)
                                        .selected()
                                        .contains(election.options().get(option).id()))
                                .as("%s votes for %s in %s", votes, option, election)
                                .isEqualTo(votes == further);
                    }
                }
            }
        }
    }

    /** The election with more votes for an option and the same share; money is told in parts, so that it is whole. */
    private static Election with(Election election, int option, long votes) {
        long parts = election.voters();
        List<Option> options = election.options().stream()
                .map(each -> new Option(each.id(), each.cost() * parts))
                .toList();
        List<WeightedBallot> ballots = new ArrayList<>(election.ballots());
        ballots.add(new WeightedBallot(Ballot.Approval.of(option), votes));
        return new Election(options, election.budget() * (parts + votes), ballots);
    }

    @Property(tries = 100)
    void theOrderOfBallotsOptionsAndColumnsChangesNothing(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (int i = 0; i < ELECTIONS; i++) {
            Utility utility = List.of(Utility.values()).get(i % Utility.values().length);
            Election election = elections.next(kind(utility));
            Rule rule = i % 7 == 0 && kind(utility) == RandomElection.Kind.APPROVAL
                    ? new Phragmen(i % 2 == 0)
                    : shares(utility, elections.random());
            TieBreak ties = i % 3 == 0 ? new TieBreak.Lot("seed" + i) : i % 3 == 1 ? TIES : TieBreak.Fixed.ID;

            Outcome outcome = Tally.count(election, rule, ties);
            Outcome turned = Tally.count(Shuffled.of(election, elections.random()), rule, ties);

            assertThat(turned.selected())
                    .as("%s %s", rule, election)
                    .containsExactlyInAnyOrderElementsOf(outcome.selected());
            assertThat(turned.verdicts())
                    .filteredOn(verdict -> !(verdict.reason() instanceof Reason.Bought))
                    .isSubsetOf(outcome.verdicts());
        }
    }

    private static EqualShares shares(Utility utility, Random random) {
        Completion completion = List.of(Completion.values()).get(random.nextInt(3));
        Step step = completion == Completion.NONE
                ? Step.NONE
                : random.nextInt(4) == 0
                        ? new Step(60, StepUnit.PERCENT_OF_BUDGET)
                        : new Step(1 + random.nextInt(2), StepUnit.PER_VOTER);
        Start start = step.unit() == StepUnit.PER_VOTER && random.nextBoolean() ? Start.FLOOR : Start.EXACT;
        boolean approvals = kind(utility) == RandomElection.Kind.APPROVAL;
        Then then = List.of(Then.values()).get(random.nextInt(approvals ? 3 : 2));
        boolean comparison = utility != Utility.SQRT_COST && random.nextInt(3) == 0;
        return new EqualShares(utility, new Share(start, step, random.nextBoolean()), completion, then, comparison);
    }

    private static RandomElection.Kind kind(Utility utility) {
        return switch (utility) {
            case COST, CARDINALITY, SQRT_COST -> RandomElection.Kind.APPROVAL;
            case POINTS -> RandomElection.Kind.POINTS;
            case BORDA -> RandomElection.Kind.RANKING;
        };
    }
}
