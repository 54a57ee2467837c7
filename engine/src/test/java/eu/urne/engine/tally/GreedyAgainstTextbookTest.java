package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Few options, few scores and little money, so that ties and misfits are the rule. */
class GreedyAgainstTextbookTest {

    record Case(List<Long> costs, List<Integer> votes, long budget, Rule.Greedy rule) {

        Election election(List<Integer> order) {
            Elections.Builder builder = Elections.budget(budget);
            order.forEach(i -> builder.option("o" + i, costs.get(i), votes.get(i)));
            return builder.build();
        }

        /** Conflicts are told by index: those of this order of declaration. */
        Rule.Greedy rule(List<Integer> order) {
            return new Rule.Greedy(
                    rule.form(),
                    rule.minimum(),
                    rule.conflicts().stream()
                            .map(pair -> new Rule.Conflict(order.indexOf(pair.first()), order.indexOf(pair.second())))
                            .toList());
        }

        List<Integer> declared() {
            return IntStream.range(0, costs.size()).boxed().toList();
        }
    }

    @Property(tries = 2000)
    void choosesWhatTheTextbookChooses(@ForAll("cases") Case c) {
        Outcome outcome = Tally.count(c.election(c.declared()), c.rule(), TieBreak.Fixed.DECLARED);

        assertThat(outcome.selected()).isEqualTo(textbook(c));
        assertThat(outcome.spent() + outcome.left()).isEqualTo(c.budget());
        assertThat(outcome.left()).isNotNegative();
        assertThat(outcome.verdicts())
                .extracting(Verdict::option)
                .hasSize(c.costs().size());
        assertThat(outcome.verdicts().stream()
                        .filter(verdict -> verdict.reason() instanceof Reason.Chosen)
                        .map(Verdict::option))
                .containsExactlyInAnyOrderElementsOf(outcome.selected());
    }

    @Property(tries = 500)
    void tellsATieExactlyWhereAnotherOrderChoosesOthers(@ForAll("cases") Case c) {
        Set<Set<String>> possible = new HashSet<>();
        for (List<Integer> order : Elections.orders(c.costs().size())) {
            Outcome outcome = Tally.count(c.election(order), c.rule(order), TieBreak.Fixed.DECLARED);
            possible.add(Set.copyOf(outcome.selected()));
        }
        Outcome outcome = Tally.count(c.election(c.declared()), c.rule(), TieBreak.Fixed.DECLARED);
        Outcome reported = Tally.count(c.election(c.declared()), c.rule(), TieBreak.Fixed.REPORT);

        assertThat(outcome.ties().isEmpty()).isEqualTo(possible.size() == 1);
        assertThat(reported.decided()).isEqualTo(possible.size() == 1);
    }

    @Property(tries = 300)
    void doesNotDependOnHowBallotsAreGrouped(@ForAll("cases") Case c) {
        Election grouped = c.election(c.declared());
        List<WeightedBallot> single = new ArrayList<>();
        for (WeightedBallot weighted : grouped.ballots()) {
            for (long i = 0; i < weighted.weight(); i++) {
                single.addFirst(new WeightedBallot(weighted.ballot(), 1));
            }
        }
        Election ungrouped = new Election(grouped.options(), grouped.budget(), single);

        assertThat(Tally.count(ungrouped, c.rule(), new TieBreak.Lot("seed")))
                .isEqualTo(Tally.count(grouped, c.rule(), new TieBreak.Lot("seed")));
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.integers().between(1, 5).flatMap(n -> Combinators.combine(
                        Arbitraries.longs().between(0, 8).list().ofSize(n),
                        Arbitraries.integers().between(0, 3).list().ofSize(n),
                        Arbitraries.longs().between(0, 20),
                        rules(n))
                .as(Case::new));
    }

    private static Arbitrary<Rule.Greedy> rules(int n) {
        Arbitrary<List<Rule.Conflict>> conflicts = n == 1
                ? Arbitraries.just(List.of())
                : Combinators.combine(
                                Arbitraries.integers().between(0, n - 1),
                                Arbitraries.integers().between(1, n - 1))
                        .as((first, step) -> new Rule.Conflict(first, (first + step) % n))
                        .list()
                        .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of(Rule.Form.PLAIN, Rule.Form.NO_SKIP, Rule.Form.THRESHOLD, Rule.Form.EXCLUSIVE),
                        Arbitraries.longs().between(0, 2),
                        conflicts)
                .as((form, minimum, pairs) ->
                        new Rule.Greedy(form, minimum, form == Rule.Form.EXCLUSIVE ? pairs : List.of()));
    }

    /** The definition, word for word, without reasons. */
    private static List<String> textbook(Case c) {
        List<Integer> order = c.declared().stream()
                .filter(i -> c.votes().get(i) >= c.rule().minimum())
                .sorted(Comparator.comparing(i -> -c.votes().get(i)))
                .toList();
        List<Integer> chosen = new ArrayList<>();
        long left = c.budget();
        for (int i : order) {
            boolean excluded = c.rule().conflicts().stream()
                    .anyMatch(pair -> (pair.first() == i && chosen.contains(pair.second()))
                            || (pair.second() == i && chosen.contains(pair.first())));
            if (!excluded && c.costs().get(i) <= left) {
                chosen.add(i);
                left -= c.costs().get(i);
            } else if (c.rule().form() == Rule.Form.NO_SKIP) {
                break;
            }
        }
        return chosen.stream().map(i -> "o" + i).toList();
    }
}
