package eu.urne.engine.tally.textbook;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Completion;
import eu.urne.engine.tally.EqualShares.Start;
import eu.urne.engine.tally.EqualShares.StepUnit;
import eu.urne.engine.tally.EqualShares.Utility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The Method of Equal Shares, straight from Peters, Pierczyński and Skowron (2021), section 3. */
final class TextbookShares {

    /** What a run bought and at which share. */
    record Run(List<Integer> bought, Ratio share) {}

    private final Election election;
    private final EqualShares rule;
    private final Voters voters;
    private final Comparator<Integer> ties;

    TextbookShares(Election election, EqualShares rule) {
        this(election, rule, Voters.costVotesId(election));
    }

    TextbookShares(Election election, EqualShares rule, Comparator<Integer> ties) {
        this.election = election;
        this.rule = rule;
        this.voters = Voters.of(election, rule.utility());
        this.ties = ties;
    }

    Run count() {
        int n = voters.utilities().size() - (rule.share().blanks() ? 0 : voters.blank());
        if (n == 0) {
            return new Run(List.of(), Ratio.ZERO);
        }
        Ratio step = rule.share().step().unit() == StepUnit.PERCENT_OF_BUDGET
                ? Ratio.of(election.budget())
                        .times(Ratio.of(rule.share().step().amount()))
                        .over(Ratio.of(100L * n))
                : Ratio.of(rule.share().step().amount());
        Ratio share = Ratio.of(election.budget()).over(Ratio.of(n));
        if (rule.share().start() == Start.FLOOR) {
            share = new Ratio(share.over(step).top().divide(share.over(step).bottom()), java.math.BigInteger.ONE)
                    .times(step);
        }
        List<Integer> bought = run(share);
        if (rule.completion() == Completion.NEXT) {
            return next(bought, share);
        }
        while (step.compareTo(Ratio.ZERO) > 0 && goesOn(bought)) {
            List<Integer> next = run(share.plus(step));
            if (cost(next) > election.budget()) {
                break;
            }
            share = share.plus(step);
            bought = next;
        }
        return new Run(bought, share);
    }

    /** Just above the share of each turn in order, as long as what is bought there fits. */
    private Run next(List<Integer> first, Ratio start) {
        Run standing = new Run(first, start);
        Optional<Ratio> share = Optional.of(start);
        while (share.isPresent() && goesOn(standing.bought())) {
            TextbookNext above = new TextbookNext(election, rule.utility(), voters, ties, share.get());
            if (cost(above.bought()) > election.budget()) {
                break;
            }
            if (!Set.copyOf(above.bought()).equals(Set.copyOf(standing.bought()))) {
                standing = new Run(above.bought(), share.get());
            }
            share = above.turn();
        }
        return standing;
    }

    private boolean goesOn(List<Integer> bought) {
        return options().stream()
                .filter(option -> voters.supporters(option) > 0 && !bought.contains(option))
                .anyMatch(option -> rule.completion() != Completion.ADD1_EXHAUSTIVE
                        || cost(bought) + cost(List.of(option)) <= election.budget());
    }

    /** One run: free options first, then again and again the option with the smallest rho. */
    List<Integer> run(Ratio share) {
        List<Ratio> money = new ArrayList<>();
        voters.utilities().forEach(voter -> money.add(share));
        Set<Integer> bought = new LinkedHashSet<>();
        options().stream()
                .filter(option -> cost(List.of(option)) == 0 && voters.supporters(option) > 0)
                .sorted(ties)
                .forEach(bought::add);
        while (true) {
            Optional<Integer> best = options().stream()
                    .filter(option -> !bought.contains(option) && cost(List.of(option)) > 0)
                    .filter(option -> price(option, money).isPresent())
                    .min(((Comparator<Integer>) (a, b) -> compare(
                                    a,
                                    price(a, money).orElseThrow(),
                                    b,
                                    price(b, money).orElseThrow()))
                            .thenComparing(ties));
            if (best.isEmpty()) {
                return List.copyOf(bought);
            }
            int option = best.get();
            Ratio price = price(option, money).orElseThrow();
            for (int i = 0; i < money.size(); i++) {
                money.set(i, money.get(i).minus(pays(i, option, price, money)));
            }
            bought.add(option);
        }
    }

    /** The smallest q with sum of min(b(i), q u(i)) = cost, by trying every set of voters who pay all they have. */
    private Optional<Ratio> price(int option, List<Ratio> money) {
        List<Integer> supporters = IntStream.range(0, money.size())
                .filter(i -> voters.utilities().get(i)[option] > 0)
                .boxed()
                .sorted(Comparator.comparing(
                        i -> money.get(i).over(Ratio.of(voters.utilities().get(i)[option]))))
                .toList();
        Ratio missing = Ratio.of(cost(List.of(option)));
        long worth = supporters.stream()
                .mapToLong(i -> voters.utilities().get(i)[option])
                .sum();
        for (int i : supporters) {
            Ratio price = missing.over(Ratio.of(worth));
            if (price.times(Ratio.of(voters.utilities().get(i)[option])).compareTo(money.get(i)) <= 0) {
                return Optional.of(price);
            }
            missing = missing.minus(money.get(i));
            worth -= voters.utilities().get(i)[option];
        }
        return Optional.empty();
    }

    private Ratio pays(int voter, int option, Ratio price, List<Ratio> money) {
        return money.get(voter).min(price.times(Ratio.of(voters.utilities().get(voter)[option])));
    }

    private int compare(int a, Ratio priceOfA, int b, Ratio priceOfB) {
        Ratio costOfA = Ratio.of(cost(List.of(a)));
        Ratio costOfB = Ratio.of(cost(List.of(b)));
        return switch (rule.utility()) {
            case COST -> priceOfA.over(costOfA).compareTo(priceOfB.over(costOfB));
            case SQRT_COST ->
                priceOfA.times(priceOfA)
                        .over(costOfA)
                        .compareTo(priceOfB.times(priceOfB).over(costOfB));
            case CARDINALITY, POINTS, BORDA -> priceOfA.compareTo(priceOfB);
        };
    }

    private long cost(List<Integer> options) {
        return options.stream()
                .mapToLong(option -> election.options().get(option).cost())
                .sum();
    }

    private List<Integer> options() {
        return IntStream.range(0, election.options().size()).boxed().toList();
    }

    /** The sum of utilities that each voter has from a set of options: who prefers which of two. */
    int preference(List<Integer> first, List<Integer> second) {
        int balance = 0;
        for (long[] voter : voters.utilities()) {
            balance += Long.signum(utility(voter, first) - utility(voter, second));
        }
        return balance;
    }

    private long utility(long[] voter, List<Integer> options) {
        return options.stream()
                .filter(option -> voter[option] > 0)
                .mapToLong(option -> rule.utility() == Utility.COST
                        ? election.options().get(option).cost()
                        : voter[option])
                .sum();
    }
}
