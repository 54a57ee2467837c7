package eu.urne.engine.tally.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Earmarked;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Completion;
import eu.urne.engine.tally.EqualShares.Share;
import eu.urne.engine.tally.EqualShares.Step;
import eu.urne.engine.tally.EqualShares.Then;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.WeightedBallot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** For approvals each part is an election of its own, from which all other options are struck out. */
class EarmarkedAgainstTextbookTest {

    private static final TieBreak TIES = TieBreak.Fixed.ID;
    private static final List<Rule.OfMoney> RULES = List.of(
            Rule.Greedy.plain(),
            Rule.Greedy.noSkip(),
            Rule.Greedy.perCost(),
            Phragmen.stopping(),
            Phragmen.skipping(),
            EqualShares.plain(Utility.COST),
            EqualShares.plain(Utility.SQRT_COST).then(Then.PHRAGMEN),
            EqualShares.plain(Utility.CARDINALITY).then(Then.GREEDY),
            EqualShares.add1(Utility.COST, 1).compared(),
            new EqualShares(Utility.COST, Share.exact(Step.NONE), Completion.NEXT, Then.NOTHING, false));

    @Property(tries = 200)
    void everyPartIsCountedAsAnElectionOfItsOwn(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (Rule.OfMoney rule : RULES) {
            Election election = elections.next(RandomElection.Kind.APPROVAL);
            if (election.budget() == 0) {
                continue;
            }
            Earmarked earmarked = earmarked(election, rule, elections.random());

            Outcome outcome = Tally.count(election, earmarked, TIES);

            assertThat(outcome.selected())
                    .as("%s %s", earmarked.text(), election)
                    .isEqualTo(byParts(election, earmarked));
            assertThat(outcome.spent()).isEqualTo(cost(election, outcome.selected()));
            assertThat(outcome.spent() + outcome.left()).isEqualTo(election.budget());
        }
    }

    private static Earmarked earmarked(Election election, Rule.OfMoney rule, Random random) {
        List<Integer> funded = new ArrayList<>();
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        long money = election.budget() - 1;
        for (int option = 0; option < election.options().size(); option++) {
            long cost = election.options().get(option).cost();
            int what = random.nextInt(6);
            if (what == 0 && cost <= money) {
                funded.add(option);
                money -= cost;
            }
            if (what > 1) {
                (what < 4 ? first : second).add(option);
            }
        }
        List<Earmarked.Minimum> minimums = new ArrayList<>();
        money++;
        if (funded.isEmpty() && first.isEmpty()) {
            first.add(0);
            second.remove((Integer) 0);
        }
        for (List<Integer> category : List.of(first, second)) {
            if (!category.isEmpty() && money > 0) {
                long amount = 1 + random.nextLong(money);
                money -= amount;
                Indexes options =
                        Indexes.of(category.stream().mapToInt(option -> option).toArray());
                minimums.add(new Earmarked.Minimum("c" + minimums.size(), options, amount, Earmarked.Unit.MONEY));
            }
        }
        return new Earmarked(rule, funded, minimums);
    }

    private static List<String> byParts(Election election, Earmarked rule) {
        List<String> ids = election.options().stream().map(Option::id).toList();
        List<String> selected =
                new ArrayList<>(rule.funded().stream().map(ids::get).toList());
        for (Earmarked.Minimum minimum : rule.minimums()) {
            List<String> category =
                    minimum.options().stream().mapToObj(ids::get).toList();
            selected.addAll(part(election, category, selected, minimum.amount(), rule.rule()));
        }
        long left = election.budget() - cost(election, selected);
        selected.addAll(part(election, ids, selected, left, rule.rule()));
        return selected;
    }

    private static List<String> part(
            Election election, List<String> ids, List<String> before, long money, Rule.OfMoney rule) {
        List<Integer> kept = IntStream.range(0, election.options().size())
                .filter(option -> ids.contains(election.options().get(option).id()))
                .filter(option ->
                        !before.contains(election.options().get(option).id()))
                .boxed()
                .toList();
        List<Option> options = kept.stream().map(election.options()::get).toList();
        List<WeightedBallot> ballots = election.ballots().stream()
                .map(weighted -> new WeightedBallot(struck(weighted.ballot(), kept), weighted.weight()))
                .toList();
        return Tally.count(new Election(options, money, ballots), rule, TIES).selected();
    }

    private static Ballot struck(Ballot ballot, List<Integer> kept) {
        int[] named = ballot instanceof Ballot.Approval approval
                ? approval.options().stream()
                        .filter(kept::contains)
                        .map(kept::indexOf)
                        .toArray()
                : new int[0];
        return named.length == 0 ? new Ballot.Blank() : Ballot.Approval.of(named);
    }

    private static long cost(Election election, List<String> ids) {
        Set<String> selected = Set.copyOf(ids);
        return election.options().stream()
                .filter(option -> selected.contains(option.id()))
                .mapToLong(Option::cost)
                .sum();
    }
}
