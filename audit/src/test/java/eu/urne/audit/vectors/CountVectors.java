package eu.urne.audit.vectors;

import static eu.urne.audit.vectors.Vectors.hex;
import static eu.urne.audit.vectors.Vectors.object;

import eu.urne.audit.fuzz.SmallPoll;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.Verdict;
import eu.urne.engine.tally.WeightedBallot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Vectors of choices and recounts: random ones of a fixed seed, made by the engine. */
final class CountVectors {
    private static final long SEED = 20_260_301;
    private static final int ELECTIONS = 60;
    private static final List<String> TIES = List.of("declared", "id", "cost-votes-id", "lot:2026-06-30");

    private CountVectors() {}

    static Map<String, Object> choices() {
        Random random = new Random(SEED);
        List<Object> polls = new ArrayList<>();
        for (SmallPoll poll : SmallPoll.ALL) {
            BallotCodec codec = new BallotCodec(poll.definition());
            List<Object> cases = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                byte[] plaintext = plaintext(poll, random);
                cases.add(object("plaintext", hex(plaintext), "choice", choice(codec.decode(plaintext))));
            }
            polls.add(object(
                    "kind",
                    poll.terms().getClass().getSimpleName().toUpperCase(Locale.ROOT),
                    "options",
                    poll.costs().size(),
                    "costs",
                    poll.costs(),
                    "budget",
                    poll.budget(),
                    "limits",
                    EngineJson.MAPPER.convertValue(poll.terms(), Map.class),
                    "cases",
                    cases));
        }
        return object("polls", polls);
    }

    /** Bytes of the right width with small values, one in five with a wrong width, kind or form. */
    private static byte[] plaintext(SmallPoll poll, Random random) {
        byte[] bytes = new byte[poll.kind().width(poll.costs().size())];
        bytes[0] = (byte) poll.kind().code();
        for (int i = 2; i < bytes.length; i++) {
            boolean high = bytes.length > 3
                    && i % 2 == 0
                    && poll.kind().code() != 6
                    && poll.kind().code() != 2
                    && poll.kind().code() != 3;
            bytes[i] = (byte) (high ? 0 : random.nextInt(4));
        }
        return switch (random.nextInt(15)) {
            case 0 -> Arrays.copyOf(bytes, bytes.length + 1);
            case 1 -> withFirst(bytes, 0, bytes[0] % 7 + 1);
            case 2 -> withFirst(bytes, 1, 2);
            case 3 -> withFirst(bytes, 1, 1);
            case 4 -> withFirst(withFirst(new byte[bytes.length], 0, bytes[0]), 1, 1);
            default -> bytes;
        };
    }

    private static byte[] withFirst(byte[] bytes, int place, int value) {
        byte[] copy = bytes.clone();
        copy[place] = (byte) value;
        return copy;
    }

    private static Map<String, Object> choice(Optional<Ballot> ballot) {
        return ballot.map(choice -> switch (choice) {
                    case Ballot.Blank blank -> object("form", "blank");
                    case Ballot.Approval approval ->
                        object(
                                "form",
                                "named",
                                "options",
                                approval.options().stream().boxed().toList());
                    case Ballot.Ranking ranking ->
                        object(
                                "form",
                                "ranked",
                                "options",
                                ranking.options().stream().boxed().toList());
                    case Ballot.Grades grades ->
                        object(
                                "form",
                                "graded",
                                "grades",
                                grades.grades().stream().boxed().toList());
                    case Ballot.Motion motion ->
                        object("form", "voted", "vote", motion.stance().name());
                    case Ballot.Points points ->
                        object(
                                "form",
                                "points",
                                "options",
                                points.options().stream().boxed().toList(),
                                "points",
                                IntStream.range(0, points.points().size())
                                        .mapToObj(points.points()::at)
                                        .toList());
                })
                .orElse(object("form", "null"));
    }

    static Map<String, Object> recounts() {
        Random random = new Random(SEED);
        List<Object> cases = new ArrayList<>();
        for (int i = 0; i < ELECTIONS; i++) {
            cases.add(recount(random));
        }
        return object("cases", cases);
    }

    private static Map<String, Object> recount(Random random) {
        int size = 1 + random.nextInt(6);
        List<Option> options = IntStream.range(0, size)
                .mapToObj(i -> new Option(
                        random.nextInt(9) == 0 ? " ".repeat(i + 1) : "o" + (char) ('z' - i), random.nextInt(5) * 10L))
                .toList();
        List<List<Integer>> ballots = IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> IntStream.range(0, size)
                        .filter(o -> random.nextBoolean())
                        .boxed()
                        .toList())
                .filter(ballot -> !ballot.isEmpty())
                .toList();
        int budget = random.nextInt(100);
        String tieBreak = TIES.get(random.nextInt(TIES.size()));
        int threshold = random.nextInt(3);
        Map<String, Object> rule = anyRule(random, options, threshold);
        Outcome outcome = Tally.count(
                new Election(
                        options,
                        budget,
                        WeightedBallot.group(
                                ballots.stream().map(CountVectors::approval).toList())),
                rule(rule, options),
                TieBreak.parse(tieBreak));
        Map<String, Object> vector = told(outcome);
        vector.put(
                "options",
                options.stream()
                        .map(option -> object("id", option.id(), "cost", option.cost()))
                        .toList());
        vector.putAll(Map.of("ballots", ballots, "budget", budget, "rule", rule, "tieBreak", tieBreak));
        return vector;
    }

    private static Map<String, Object> anyRule(Random random, List<Option> options, int threshold) {
        return switch (random.nextInt(4)) {
            case 0 -> object("id", "greedy");
            case 1 -> object("id", "greedy-no-skip", "threshold", threshold);
            case 2 -> object("id", "greedy-threshold", "threshold", threshold);
            default -> exclusive(options, threshold);
        };
    }

    private static Map<String, Object> told(Outcome outcome) {
        Map<String, Object> told = object("selected", outcome.selected(), "spent", outcome.spent());
        told.put("left", outcome.left());
        told.put("ties", outcome.ties().stream().map(Tie::tied).toList());
        told.put(
                "verdicts",
                outcome.verdicts().stream().map(CountVectors::verdict).toList());
        return told;
    }

    private static Ballot approval(List<Integer> options) {
        return Ballot.Approval.of(options.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Map<String, Object> exclusive(List<Option> options, int threshold) {
        List<List<String>> conflicts = new ArrayList<>();
        if (options.size() > 1) {
            conflicts.add(
                    options.subList(0, 2).stream().map(Option::id).sorted().toList());
        }
        return object("id", "greedy-exclusive", "threshold", threshold, "conflicts", conflicts);
    }

    private static Rule rule(Map<String, Object> rule, List<Option> options) {
        long threshold = rule.get("threshold") instanceof Integer number ? number : 0;
        return switch (String.valueOf(rule.get("id"))) {
            case "greedy" -> Rule.Greedy.plain();
            case "greedy-no-skip" -> new Rule.Greedy(Rule.Form.NO_SKIP, threshold, List.of());
            case "greedy-threshold" -> Rule.Greedy.threshold(threshold);
            default ->
                new Rule.Greedy(
                        Rule.Form.EXCLUSIVE,
                        threshold,
                        options.size() > 1 ? List.of(new Rule.Conflict(0, 1)) : List.of());
        };
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        String id = verdict.option();
        return switch (verdict.reason()) {
            case Reason.Chosen it ->
                object("id", id, "score", it.score(), "verdict", "selected", "left", it.left(), "round", it.round());
            case Reason.DidNotFit it ->
                object("id", id, "score", it.score(), "verdict", "unaffordable", "left", it.left());
            case Reason.NotReached it -> object("id", id, "score", it.score(), "verdict", "stopped");
            case Reason.BelowMinimum it ->
                object("id", id, "score", it.score(), "verdict", "below-threshold", "threshold", it.minimum());
            case Reason.Excluded it -> object("id", id, "score", it.score(), "verdict", "excluded", "by", it.by());
            case Reason other -> throw new AssertionError("no verdict of a greedy rule: " + other);
        };
    }
}
