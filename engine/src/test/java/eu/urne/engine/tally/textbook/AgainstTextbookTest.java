package eu.urne.engine.tally.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.tally.Amounts;
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
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.MajorityJudgment;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Each try is a seed for a hundred elections: 100,000 over all properties that compare with the textbook. */
class AgainstTextbookTest {

    private static final int ELECTIONS = 100;
    private static final TieBreak TIES = TieBreak.Fixed.COST_VOTES_ID;

    @Property(tries = 500)
    void equalSharesBuyWhatTheTextbookBuys(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (int i = 0; i < ELECTIONS; i++) {
            Utility utility = List.of(Utility.values()).get(i % Utility.values().length);
            Election election = elections.next(RandomElection.Kind.of(utility));
            EqualShares rule = shares(utility, elections.random());

            Outcome outcome = Tally.count(election, rule, TIES);

            TextbookShares textbook = new TextbookShares(election, rule);
            TextbookShares.Run run = textbook.count();
            assertThat(outcome.selected())
                    .as("%s %s", rule.text(), election)
                    .isEqualTo(ids(election, whole(election, rule, run, textbook)));
            assertThat(outcome.shares().orElseThrow().share()).isEqualTo(fraction(run.share()));
            assertThat(new SharesCount(election, rule, TIES, false).outcome()).isEqualTo(outcome);
        }
    }

    private static List<Integer> whole(
            Election election, EqualShares rule, TextbookShares.Run run, TextbookShares textbook) {
        List<Integer> filled =
                switch (rule.then()) {
                    case NOTHING -> run.bought();
                    case GREEDY -> TextbookGreedy.count(election, Rule.Form.PLAIN, run.bought());
                    case PHRAGMEN -> TextbookPhragmen.count(election, false, run.bought());
                };
        List<Integer> greedy = TextbookGreedy.count(election, Rule.Form.PLAIN, List.of());
        return rule.comparison() && textbook.preference(greedy, filled) > 0 ? greedy : filled;
    }

    @Property(tries = 200)
    void phragmenBuysWhatTheTextbookBuys(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (int i = 0; i < ELECTIONS; i++) {
            Election election = elections.next(RandomElection.Kind.APPROVAL);
            Phragmen rule = new Phragmen(i % 2 == 0);

            Outcome outcome = Tally.count(election, rule, TIES);

            List<Integer> expected = TextbookPhragmen.count(election, rule.skips(), List.of());
            assertThat(outcome.selected()).as("%s", election).isEqualTo(ids(election, expected));
            assertThat(new PhragmenCount(election, rule, TIES, false).outcome()).isEqualTo(outcome);
        }
    }

    @Property(tries = 200)
    void theGreedyFormsChooseWhatTheTextbookChooses(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (int i = 0; i < ELECTIONS; i++) {
            Rule.Form form = List.of(Rule.Form.values()).get(i % Rule.Form.values().length);
            Election election = elections.next(kind(form, elections.random()));

            assertThat(Tally.count(election, Rule.Greedy.of(form), TIES).selected())
                    .as("%s %s", form, election)
                    .isEqualTo(ids(election, TextbookGreedy.count(election, form, List.of())));
        }
    }

    @Property(tries = 100)
    void majorityJudgmentTakesAwayOneGradeAfterTheOther(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (int i = 0; i < ELECTIONS; i++) {
            Election election = elections.next(RandomElection.Kind.GRADES);

            List<String> selected = Tally.count(election, new MajorityJudgment(RandomElection.GRADES), TIES)
                    .selected();

            assertThat(selected).as("%s", election).isEqualTo(ids(election, TextbookJudgment.winner(election)));
        }
    }

    @Property(tries = 50)
    void furtherVotesAreTheFewestThatWouldHaveBought(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (int i = 0; i < ELECTIONS; i++) {
            Utility utility = List.of(Utility.values()).get(i % Utility.values().length);
            Election election = elections.next(RandomElection.Kind.of(utility));
            EqualShares rule = EqualShares.plain(utility);
            Outcome outcome = Tally.count(election, rule, TIES);
            Ratio share = new TextbookShares(election, rule).count().share();
            Comparator<Integer> ties = Voters.costVotesId(election);
            for (int option = 0; option < election.options().size(); option++) {
                if (outcome.verdicts().get(option).reason() instanceof Reason.Unpaid unpaid
                        && unpaid.further().isPresent()) {
                    long further = unpaid.further().getAsLong();
                    for (long votes = Math.max(1, further - 3); votes <= further; votes++) {
                        Election more = with(election, option, votes);
                        assertThat(new TextbookShares(more, rule, ties)
                                        .run(share)
                                        .contains(option))
                                .as("%s votes for %s in %s", votes, option, election)
                                .isEqualTo(votes == further);
                    }
                }
            }
        }
    }

    @Property(tries = 100)
    void theOrderOfBallotsOptionsAndColumnsChangesNothing(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (int i = 0; i < ELECTIONS; i++) {
            Utility utility = List.of(Utility.values()).get(i % Utility.values().length);
            Election election = elections.next(RandomElection.Kind.of(utility));
            Rule rule = i % 7 == 0 && RandomElection.Kind.of(utility) == RandomElection.Kind.APPROVAL
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

    /** The same with further voters for one option; in a ranking the other option gets nothing. */
    private static Election with(Election election, int option, long votes) {
        List<WeightedBallot> ballots = new ArrayList<>(election.ballots());
        Ballot first = election.ballots().stream()
                .map(WeightedBallot::ballot)
                .filter(ballot -> !(ballot instanceof Ballot.Blank))
                .findFirst()
                .orElseThrow();
        Ballot further = first instanceof Ballot.Points
                ? new Ballot.Points(Indexes.of(option), Amounts.of(mostPoints(election)))
                : first instanceof Ballot.Ranking
                        ? Ballot.Ranking.of(option, option == 0 ? 1 : 0)
                        : Ballot.Approval.of(option);
        ballots.addAll(Collections.nCopies((int) votes, new WeightedBallot(further, 1)));
        return new Election(election.options(), election.budget(), election.maxLength(), ballots);
    }

    private static long mostPoints(Election election) {
        return election.ballots().stream()
                .flatMapToLong(weighted -> weighted.ballot() instanceof Ballot.Points points
                        ? points.points().stream()
                        : LongStream.empty())
                .max()
                .orElseThrow();
    }

    private static EqualShares shares(Utility utility, Random random) {
        Completion completion = List.of(Completion.values()).get(random.nextInt(utility == Utility.SQRT_COST ? 3 : 4));
        Step step = completion == Completion.NONE || completion == Completion.NEXT
                ? Step.NONE
                : random.nextInt(4) == 0
                        ? new Step(60, StepUnit.PERCENT_OF_BUDGET)
                        : new Step(1 + random.nextInt(2), StepUnit.PER_VOTER);
        Start start = step.unit() == StepUnit.PER_VOTER && random.nextBoolean() ? Start.FLOOR : Start.EXACT;
        boolean approvals = RandomElection.Kind.of(utility) == RandomElection.Kind.APPROVAL;
        Then then = List.of(Then.values()).get(random.nextInt(approvals ? 3 : 2));
        boolean comparison = utility != Utility.SQRT_COST && random.nextInt(3) == 0;
        return new EqualShares(utility, new Share(start, step, random.nextBoolean()), completion, then, comparison);
    }

    private static RandomElection.Kind kind(Rule.Form form, Random random) {
        return switch (form) {
            case KNAPSACK -> RandomElection.Kind.APPROVAL;
            case POINTS -> RandomElection.Kind.POINTS;
            case BORDA, BORDA_PER_COST -> RandomElection.Kind.RANKING;
            case PLAIN, NO_SKIP, THRESHOLD, EXCLUSIVE, RESERVE, PER_COST ->
                List.of(RandomElection.Kind.values()).get(random.nextInt(3));
        };
    }

    private static Fraction fraction(Ratio ratio) {
        return new Fraction(ratio.top(), ratio.bottom());
    }

    private static List<String> ids(Election election, List<Integer> options) {
        return options.stream().map(election.options()::get).map(Option::id).toList();
    }
}
