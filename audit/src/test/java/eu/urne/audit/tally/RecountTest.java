package eu.urne.audit.tally;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.ballot.Choice;
import eu.urne.audit.tally.Outcome.Decided;
import eu.urne.audit.tally.Outcome.Undecided;
import eu.urne.audit.tally.Rule.Conflict;
import eu.urne.audit.tally.Rule.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The rules and ties of docs/formats/events.md, section 3, by hand and by trying every order. */
class RecountTest {
    private static final TieBreak DECLARED = new TieBreak.Declared();

    /** A poll to count. */
    record Count(List<Long> costs, List<Long> scores, long budget, Rule rule) {}

    private static List<Option> options(Long... costs) {
        return IntStream.range(0, costs.length)
                .mapToObj(i -> new Option(String.valueOf((char) ('a' + i)), costs[i], ""))
                .toList();
    }

    /** Approvals of one option each, as many as its score. */
    private static Election election(List<Option> options, List<Long> scores, long budget) {
        BallotBox ballots = new BallotBox();
        for (int option = 0; option < options.size(); option++) {
            if (scores.get(option) > 0) {
                ballots.add(new Choice.Named(List.of(option)), scores.get(option));
            }
        }
        return new Election(options, new BallotKind.Approval(1), budget, ballots);
    }

    private static Rule rule(Form form, long threshold, Conflict... conflicts) {
        return new Rule.ByScore(form, threshold, List.of(conflicts));
    }

    private static Decided decided(Rule rule, TieBreak tieBreak, long budget, List<Long> scores, Long... costs) {
        Outcome outcome = Recount.of(election(options(costs), scores, budget), rule, tieBreak);
        assertThat(outcome).isInstanceOf(Decided.class);
        return (Decided) outcome;
    }

    private static List<String> verdicts(Decided decided) {
        return decided.results().stream()
                .map(result -> result.verdict().toString())
                .toList();
    }

    @Test
    void greedySkipsWhatDoesNotFit() {
        Decided decided = decided(rule(Form.GREEDY, 0), DECLARED, 100, List.of(9L, 8L, 7L), 60L, 50L, 40L);

        assertThat(decided.selected()).containsExactly("a", "c");
        assertThat(verdicts(decided))
                .containsExactly("Selected[left=40, round=1]", "Unaffordable[left=40]", "Selected[left=0, round=2]");
        assertThat(decided.spent()).isEqualTo(100);
    }

    @Test
    void noSkipStopsAtWhatDoesNotFit() {
        Decided decided = decided(rule(Form.NO_SKIP, 0), DECLARED, 100, List.of(9L, 8L, 7L), 60L, 50L, 40L);

        assertThat(decided.selected()).containsExactly("a");
        assertThat(verdicts(decided))
                .containsExactly("Selected[left=40, round=1]", "Unaffordable[left=40]", "Stopped[]");
    }

    @Test
    void thresholdHoldsForTheOtherRulesToo() {
        Rule noSkip = rule(Form.NO_SKIP, 8);
        Rule exclusive = rule(Form.EXCLUSIVE, 8);

        assertThat(decided(noSkip, DECLARED, 100, List.of(9L, 8L, 7L), 10L, 10L, 10L)
                        .selected())
                .containsExactly("a", "b");
        assertThat(decided(exclusive, DECLARED, 100, List.of(9L, 8L, 7L), 10L, 10L, 10L)
                        .selected())
                .containsExactly("a", "b");
    }

    @Test
    void equalCostIsDecidedByTheBallotsThatNameAnOption() {
        Map<String, Long> votes = Map.of("a", 1L, "b", 3L, "c", 2L);

        assertThat(new TieBreak.CostVotesId().order(options(5L, 5L, 5L), votes))
                .extracting(Option::id)
                .containsExactly("b", "c", "a");
    }

    @Test
    void thresholdKeepsLowScoresOut() {
        Decided decided = decided(rule(Form.THRESHOLD, 8), DECLARED, 100, List.of(9L, 8L, 7L), 10L, 10L, 10L);

        assertThat(decided.selected()).containsExactly("a", "b");
        assertThat(verdicts(decided)).endsWith("BelowThreshold[threshold=8]");
    }

    @Test
    void exclusionIsToldByTheFirstSelectedEvenIfItDoesNotFit() {
        Rule rule = rule(Form.EXCLUSIVE, 0, new Conflict("a", "c"), new Conflict("b", "c"));
        Decided decided = decided(rule, DECLARED, 100, List.of(8L, 9L, 7L), 10L, 10L, 1_000L);

        assertThat(decided.selected()).containsExactly("b", "a");
        assertThat(verdicts(decided)).endsWith("Excluded[by=b]");
    }

    @Test
    void optionsWithoutVotesTakePart() {
        assertThat(decided(rule(Form.GREEDY, 0), DECLARED, 10, List.of(0L, 0L), 5L, 5L)
                        .selected())
                .containsExactly("a", "b");
    }

    @Test
    void costsBeyondAllNumbersAreCompared() {
        long most = (1L << 53) - 1;
        Long[] costs = Collections.nCopies(3_000, most).toArray(Long[]::new);
        List<Option> options = IntStream.range(0, costs.length)
                .mapToObj(i -> new Option("o" + i, costs[i], ""))
                .toList();

        Outcome outcome =
                Recount.of(election(options, Collections.nCopies(3_000, 1L), most), rule(Form.GREEDY, 0), DECLARED);

        assertThat(((Decided) outcome).selected()).containsExactly("o0");
        assertThat(((Decided) outcome).ties()).hasSize(1);
    }

    @Test
    void tieBreaksOrderAsTheFormatSays() {
        List<Long> equal = List.of(1L, 1L, 1L);
        Rule greedy = rule(Form.GREEDY, 0);

        assertThat(first(decided(greedy, DECLARED, 50, equal, 50L, 40L, 40L))).isEqualTo("a");
        assertThat(first(decided(greedy, new TieBreak.CostVotesId(), 50, equal, 50L, 40L, 40L)))
                .isEqualTo("b");
        assertThat(TieBreak.parse("lot:").isPresent()).isFalse();
        assertThat(TieBreak.parse("lot:two words").isPresent()).isFalse();
        assertThat(TieBreak.parse("random").isPresent()).isFalse();
    }

    @Test
    void idsAreOrderedByTheirBytes() {
        List<Option> options = List.of(
                new Option("b", 1, ""),
                new Option("10", 1, ""),
                new Option("9", 1, ""),
                new Option("\ud83d\ude00", 1, ""),
                new Option("\ufb33", 1, ""));

        assertThat(new TieBreak.ById().order(options, Map.of()))
                .extracting(Option::id)
                .containsExactly("10", "9", "b", "\ufb33", "\ud83d\ude00");
    }

    @Test
    void lotOrdersByHash() {
        // printf 'seed\0a' | sha256sum begins with 0a36, with b: e2c0, with c: 7a1b
        assertThat(new TieBreak.Lot("seed").order(options(1L, 1L, 1L), Map.of()))
                .extracting(Option::id)
                .containsExactly("a", "c", "b");
    }

    @Test
    void reportStopsAtATieThatMattersOnly() {
        assertThat(Recount.of(
                        election(options(60L, 60L), List.of(1L, 1L), 100), rule(Form.GREEDY, 0), new TieBreak.Report()))
                .isEqualTo(new Undecided(new Tie("report", List.of("a", "b"), 1)));
        assertThat(decided(rule(Form.GREEDY, 0), new TieBreak.Report(), 120, List.of(1L, 1L), 60L, 60L)
                        .selected())
                .containsExactly("a", "b");
    }

    private static String first(Decided decided) {
        assertThat(decided.ties()).hasSize(1);
        return decided.selected().getFirst();
    }

    @Property(tries = 2_000)
    void tieIsToldExactlyWhereAnotherOrderOfItsOptionsWouldChangeWhoIsSelected(@ForAll("counts") Count count) {
        List<Option> options = options(count.costs.toArray(Long[]::new));
        Decided told = (Decided) Recount.of(election(options, count.scores, count.budget), count.rule, DECLARED);

        for (long score : new HashSet<>(count.scores)) {
            Set<Set<String>> selections = new HashSet<>();
            for (List<Integer> order : ordersWithin(score, count.scores)) {
                List<Option> shuffled = order.stream().map(options::get).toList();
                List<Long> scores = order.stream().map(count.scores::get).toList();
                Decided other = (Decided) Recount.of(election(shuffled, scores, count.budget), count.rule, DECLARED);
                selections.add(new HashSet<>(other.selected()));
            }
            boolean matters = selections.size() > 1;
            assertThat(told.ties().stream().anyMatch(tie -> tie.score() == score))
                    .isEqualTo(matters);
        }
    }

    /** All orders of the options in which only those of one score change places among themselves. */
    private static List<List<Integer>> ordersWithin(long score, List<Long> scores) {
        List<Integer> group = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            if (scores.get(i) == score) {
                group.add(i);
            }
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (List<Integer> permutation : permutations(group)) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, scores.size()).boxed().toList());
            for (int i = 0; i < group.size(); i++) {
                order.set(group.get(i), permutation.get(i));
            }
            orders.add(order);
        }
        return orders;
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : items) {
            List<Integer> rest = new ArrayList<>(items);
            rest.remove(first);
            for (List<Integer> tail : permutations(rest)) {
                List<Integer> permutation = new ArrayList<>(List.of(first));
                permutation.addAll(tail);
                all.add(permutation);
            }
        }
        return all;
    }

    @Provide
    Arbitrary<Count> counts() {
        Arbitrary<List<Long>> numbers = Arbitraries.longs().between(0, 9).list().ofSize(5);
        Arbitrary<List<Long>> scores = Arbitraries.longs().between(0, 2).list().ofSize(5);
        Arbitrary<Rule> exclusive = Arbitraries.subsetOf(
                        new Conflict("a", "b"), new Conflict("b", "c"), new Conflict("c", "e"), new Conflict("a", "d"))
                .map(conflicts -> new Rule.ByScore(Form.EXCLUSIVE, 0, List.copyOf(conflicts)));
        Arbitrary<Rule> rules = Arbitraries.oneOf(
                Arbitraries.just(rule(Form.GREEDY, 0)),
                Arbitraries.just(rule(Form.NO_SKIP, 0)),
                Arbitraries.just(rule(Form.THRESHOLD, 1)),
                exclusive);
        return Combinators.combine(numbers, scores, Arbitraries.longs().between(0, 20), rules)
                .as(Count::new);
    }
}
