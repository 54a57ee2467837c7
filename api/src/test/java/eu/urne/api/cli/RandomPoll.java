package eu.urne.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Money;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollKey;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.SharesRule;
import eu.urne.engine.poll.Trustees;
import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Indexes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Polls of every kind and rule that Pabulib has ballots for, with few options, few voters and many ties. */
record RandomPoll(Random random) {

    private static final List<String> TITLES = List.of(
            "Une cabane dans les arbres",
            "L'aire de jeux; \"la grande\"",
            "=HYPERLINK(\"http://example\")",
            "حديقة عامة",
            "Un vélo 🚲 par école",
            " PROJECTS\nVOTES\r\n1;a",
            "",
            "a\u2028b");
    private static final List<String> IDS =
            List.of("a", "b2", "10", "9", "jardin", "B.7/3", "élan", "and", "x,y", "c d", "(e)", "none", " f");

    /** Rounds of amounts: whole units, tenths, cents. */
    private static final List<Integer> UNITS = List.of(100, 10, 1);

    PollDefinition definition(PollKey key) {
        List<PollOption> options = options();
        BallotKind kind = kind(options.size());
        boolean money = kind instanceof BallotKind.Knapsack || random.nextInt(8) > 0;
        PollTerms terms = new PollTerms(
                new PollId("poll-" + random.nextInt(100)),
                TITLES.get(random.nextInt(TITLES.size())),
                kind,
                money ? new Money(unit() * random.nextInt(40), "EUR") : null,
                rule(kind, options),
                List.of("declared", "id", "cost-votes-id", "lot:some-seed").get(random.nextInt(4)),
                "everybody",
                List.of("card"),
                false,
                1,
                Trustees.engine(key.publicKey()));
        return new PollDefinition(terms, options);
    }

    private long unit() {
        return UNITS.get(random.nextInt(UNITS.size()));
    }

    private List<PollOption> options() {
        List<String> ids = new ArrayList<>(random.nextBoolean() ? IDS.subList(0, 7) : IDS);
        Collections.shuffle(ids, random);
        long unit = unit();
        return ids.subList(0, 1 + random.nextInt(6)).stream()
                .map(id -> new PollOption(id, TITLES.get(random.nextInt(TITLES.size())), unit * random.nextInt(13)))
                .toList();
    }

    private BallotKind kind(int options) {
        return switch (random.nextInt(8)) {
            case 0 -> new BallotKind.Favourite();
            case 1 -> new BallotKind.Knapsack();
            case 2, 3 -> new BallotKind.Points(3, 12);
            case 4, 5 -> new BallotKind.Ranking(1 + random.nextInt(options));
            case 6 -> new BallotKind.Grades(4);
            default -> new BallotKind.Approval(1 + random.nextInt(options));
        };
    }

    private CountingRule rule(BallotKind kind, List<PollOption> options) {
        if (kind instanceof BallotKind.Grades) {
            return new CountingRule.MajorityJudgment();
        }
        Long threshold = random.nextInt(3) == 0 ? (long) random.nextInt(5) : null;
        List<CountingRule> rules = new ArrayList<>(List.of(
                new CountingRule.Greedy(),
                new CountingRule.GreedyNoSkip(threshold),
                new CountingRule.GreedyThreshold(random.nextInt(5)),
                new CountingRule.GreedyExclusive(conflicts(options), threshold),
                new CountingRule.GreedyCustom(threshold),
                new CountingRule.GreedyPerCost(threshold),
                new CountingRule.GreedyKnapsack(threshold),
                new CountingRule.GreedyPoints(threshold),
                new CountingRule.GreedyBorda(threshold),
                new CountingRule.GreedyBordaPerCost(threshold),
                new CountingRule.Phragmen(),
                new CountingRule.PhragmenSkip(),
                new CountingRule.Plurality(),
                new CountingRule.ApprovalK(1 + random.nextInt(options.size()))));
        for (SharesRule.Utility utility : SharesRule.Utility.values()) {
            rules.add(shares(utility));
            rules.add(shares(utility));
        }
        rules.add(new SharesRule(
                SharesRule.Utility.COST,
                SharesRule.Start.FLOOR,
                SharesRule.Voters.ALL,
                SharesRule.Completion.ADD1,
                100L,
                null,
                SharesRule.Then.NONE,
                any(SharesRule.Comparison.values())));
        rules.removeIf(rule -> !rule.counts(kind));
        return rules.get(random.nextInt(rules.size()));
    }

    private List<List<String>> conflicts(List<PollOption> options) {
        List<String> ids = options.stream()
                .map(PollOption::id)
                .sorted((a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8)))
                .toList();
        return IntStream.range(1, ids.size())
                .filter(option -> random.nextBoolean())
                .mapToObj(option -> List.of(ids.get(random.nextInt(option)), ids.get(option)))
                .toList();
    }

    private SharesRule shares(SharesRule.Utility utility) {
        SharesRule.Completion completion = any(SharesRule.Completion.values());
        boolean rises = completion != SharesRule.Completion.NONE;
        boolean percent = random.nextInt(4) == 0;
        Long step = rises && !percent ? (long) List.of(1, 10, 50, 100, 130).get(random.nextInt(5)) : null;
        boolean sets = utility != SharesRule.Utility.POINTS && utility != SharesRule.Utility.BORDA;
        return new SharesRule(
                utility,
                step != null ? any(SharesRule.Start.values()) : SharesRule.Start.EXACT,
                any(SharesRule.Voters.values()),
                completion,
                step,
                rises && percent ? 60L : null,
                sets ? any(SharesRule.Then.values()) : SharesRule.Then.GREEDY,
                utility == SharesRule.Utility.SQRT_COST
                        ? SharesRule.Comparison.NONE
                        : any(SharesRule.Comparison.values()));
    }

    /** What some voters chose. */
    List<Ballot> choices(PollDefinition definition) {
        List<Ballot> choices = new ArrayList<>();
        int distinct = random.nextInt(5);
        for (int i = 0; i < distinct; i++) {
            choices.addAll(Collections.nCopies(1 + random.nextInt(3), choice(definition)));
        }
        return choices;
    }

    private Ballot choice(PollDefinition definition) {
        int options = definition.options().size();
        List<Integer> all = new ArrayList<>(IntStream.range(0, options).boxed().toList());
        Collections.shuffle(all, random);
        int[] some = all.subList(0, 1 + random.nextInt(options)).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        Ballot choice =
                switch (definition.terms().limits()) {
                    case BallotKind.Favourite favourite -> Ballot.Approval.of(some[0]);
                    case BallotKind.Approval(int max) ->
                        Ballot.Approval.of(Arrays.copyOf(some, Math.min(max, some.length)));
                    case BallotKind.Knapsack knapsack -> basket(definition, some);
                    case BallotKind.Points points ->
                        new Ballot.Points(
                                Indexes.of(Arrays.stream(some).limit(4).sorted().toArray()),
                                Amounts.of(IntStream.range(0, Math.min(4, some.length))
                                        .mapToLong(option -> 1 + random.nextInt(3))
                                        .toArray()));
                    case BallotKind.Ranking(int max) ->
                        Ballot.Ranking.of(Arrays.copyOf(some, Math.min(max, some.length)));
                    case BallotKind.Grades(int grades) ->
                        Ballot.Grades.of(IntStream.range(0, options)
                                .map(option -> random.nextInt(grades))
                                .toArray());
                    case BallotKind.Motion motion -> throw new IllegalArgumentException("no motions");
                };
        return random.nextInt(6) == 0 ? new Ballot.Blank() : choice;
    }

    private static Ballot basket(PollDefinition definition, int[] wanted) {
        long left = definition.terms().budgetCents();
        List<Integer> basket = new ArrayList<>();
        for (int option : wanted) {
            if (definition.options().get(option).cost() <= left) {
                left -= definition.options().get(option).cost();
                basket.add(option);
            }
        }
        return basket.isEmpty()
                ? new Ballot.Blank()
                : Ballot.Approval.of(basket.stream().mapToInt(Integer::intValue).toArray());
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
