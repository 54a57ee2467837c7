package eu.urne.engine.tally.textbook;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares.Utility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The run of Equal Shares just above a share, and how far it holds. Everything it decides is a comparison of two linear
 * functions of the share; until the first of these turns round, the run decides the same.
 */
final class TextbookNext {

    private final Election election;
    private final Utility utility;
    private final Voters voters;
    private final Comparator<Integer> ties;
    private final List<Integer> bought;
    private Optional<Ratio> firstTurn = Optional.empty();

    TextbookNext(Election election, Utility utility, Voters voters, Comparator<Integer> ties, Ratio share) {
        this.election = election;
        this.utility = utility;
        this.voters = voters;
        this.ties = ties;
        this.bought = run(share);
        firstTurn = firstTurn.map(share::plus);
    }

    List<Integer> bought() {
        return bought;
    }

    /** Where the run may become another. */
    Optional<Ratio> turn() {
        return firstTurn;
    }

    private List<Integer> run(Ratio share) {
        List<Germ> money = new ArrayList<>();
        voters.utilities().forEach(voter -> money.add(Germ.share(share)));
        Set<Integer> taken = new LinkedHashSet<>(options().stream()
                .filter(option -> cost(option) == 0 && voters.supporters(option) > 0)
                .sorted(ties)
                .toList());
        while (true) {
            Optional<Integer> best = Optional.empty();
            for (int option : options()) {
                if (cost(option) > 0
                        && !taken.contains(option)
                        && price(option, money).isPresent()) {
                    best = best.isEmpty() || before(option, best.get(), money) ? Optional.of(option) : best;
                }
            }
            if (best.isEmpty()) {
                return List.copyOf(taken);
            }
            pay(best.get(), money);
            taken.add(best.get());
        }
    }

    private boolean before(int a, int b, List<Germ> money) {
        Germ priceOfA = price(a, money).orElseThrow();
        Germ priceOfB = price(b, money).orElseThrow();
        int sign = utility == Utility.COST
                ? compare(priceOfA.times(cost(b)), priceOfB.times(cost(a)))
                : compare(priceOfA, priceOfB);
        return sign < 0 || (sign == 0 && ties.compare(a, b) < 0);
    }

    private void pay(int option, List<Germ> money) {
        Germ price = price(option, money).orElseThrow();
        for (int i = 0; i < money.size(); i++) {
            Germ part = price.times(voters.utilities().get(i)[option]);
            money.set(
                    i,
                    compare(money.get(i), part) < 0 ? Germ.ZERO : money.get(i).minus(part));
        }
    }

    /** Whoever cannot pay the price gives all he has, until the rest can. */
    private Optional<Germ> price(int option, List<Germ> money) {
        Set<Integer> poor = new LinkedHashSet<>();
        while (true) {
            Germ missing = Germ.constant(Ratio.of(cost(option)));
            long worth = 0;
            for (int i = 0; i < money.size(); i++) {
                missing = poor.contains(i) ? missing.minus(money.get(i)) : missing;
                worth += poor.contains(i) ? 0 : voters.utilities().get(i)[option];
            }
            if (worth == 0) {
                compare(missing, Germ.ZERO);
                return Optional.empty();
            }
            Germ price = missing.over(worth);
            List<Integer> poorer = IntStream.range(0, money.size())
                    .filter(i -> !poor.contains(i) && voters.utilities().get(i)[option] > 0)
                    .filter(i ->
                            compare(money.get(i), price.times(voters.utilities().get(i)[option])) < 0)
                    .boxed()
                    .toList();
            if (poorer.isEmpty()) {
                return Optional.of(price);
            }
            poor.addAll(poorer);
        }
    }

    private int compare(Germ a, Germ b) {
        Ratio gap = a.at().minus(b.at());
        Ratio closing = b.slope().minus(a.slope());
        if (closing.compareTo(Ratio.ZERO) != 0) {
            Ratio turn = gap.over(closing);
            boolean ahead = turn.compareTo(Ratio.ZERO) > 0;
            firstTurn = ahead ? Optional.of(firstTurn.map(turn::min).orElse(turn)) : firstTurn;
        }
        int sign = gap.compareTo(Ratio.ZERO);
        return sign != 0 ? sign : -closing.compareTo(Ratio.ZERO);
    }

    private long cost(int option) {
        return election.options().get(option).cost();
    }

    private List<Integer> options() {
        return IntStream.range(0, election.options().size()).boxed().toList();
    }
}
