package eu.urne.audit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonArray;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.tally.Rule;
import eu.urne.audit.tally.Rule.Conflict;
import eu.urne.audit.tally.Rule.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads counting rules (docs/formats/events.md, section 3). */
final class RuleReader {
    private static final String WHERE = "rule";
    private static final long MAX = CanonicalJson.MAX_INTEGER;

    private RuleReader() {}

    /** Reads a rule for a poll with so many options. */
    static Rule read(Json json, int options) throws MalformedException {
        String id = json instanceof JsonObject object && object.members().get("id") instanceof JsonText text
                ? text.text()
                : "";
        return switch (id) {
            case "greedy" -> plain(json, new Rule.ByScore(Form.GREEDY, 0, List.of()));
            case "greedy-no-skip" -> byScore(json, Form.NO_SKIP);
            case "greedy-threshold" -> {
                long threshold = Members.exactly(json, WHERE, "id", "threshold").integer("threshold", 0, MAX);
                yield new Rule.ByScore(Form.THRESHOLD, threshold, List.of());
            }
            case "greedy-exclusive" -> {
                Members rule = Members.withOptional(json, WHERE, Set.of("threshold"), "conflicts", "id");
                yield new Rule.ByScore(Form.EXCLUSIVE, threshold(rule), conflicts(rule));
            }
            case "greedy-custom" -> byScore(json, Form.CUSTOM);
            case "greedy-per-cost" -> byScore(json, Form.PER_COST);
            case "knapsack" -> byScore(json, Form.KNAPSACK);
            case "points" -> byScore(json, Form.POINTS);
            case "borda" -> byScore(json, Form.BORDA);
            case "borda-per-cost" -> byScore(json, Form.BORDA_PER_COST);
            case "mes" -> shares(json);
            case "phragmen" -> plain(json, new Rule.Phragmen(false));
            case "phragmen-skip" -> plain(json, new Rule.Phragmen(true));
            case "plurality" -> plain(json, new Rule.MostVotes(true, 1));
            case "approval-k" -> {
                Members rule = Members.exactly(json, WHERE, "id", "seats");
                yield new Rule.MostVotes(false, (int) rule.integer("seats", 1, options));
            }
            case "majority-judgment" -> plain(json, new Rule.MajorityJudgment());
            case "motion" -> motion(Members.exactly(json, WHERE, "casting", "id", "majority", "members", "quorum"));
            default ->
                throw new MalformedException("definition member 'rule' has the id '" + StrictText.printable(id, 40)
                        + "', which is no rule of this version");
        };
    }

    private static Rule plain(Json json, Rule rule) throws MalformedException {
        Members.exactly(json, WHERE, "id");
        return rule;
    }

    private static Rule byScore(Json json, Form form) throws MalformedException {
        Members rule = Members.withOptional(json, WHERE, Set.of("threshold"), "id");
        return new Rule.ByScore(form, threshold(rule), List.of());
    }

    private static long threshold(Members rule) throws MalformedException {
        return rule.has("threshold") ? rule.integer("threshold", 0, MAX) : 0;
    }

    private static List<Conflict> conflicts(Members rule) throws MalformedException {
        List<Conflict> conflicts = new ArrayList<>();
        for (Json element : rule.array("conflicts")) {
            boolean sortedPair = element instanceof JsonArray(List<Json> pair)
                    && pair.size() == 2
                    && pair.getFirst() instanceof JsonText(String first)
                    && pair.getLast() instanceof JsonText(String second)
                    && Arrays.compareUnsigned(first.getBytes(UTF_8), second.getBytes(UTF_8)) < 0
                    && conflicts.add(new Conflict(first, second));
            if (!sortedPair) {
                throw rule.wrong("conflicts", "has an element that is not a sorted pair of ids");
            }
        }
        return List.copyOf(conflicts);
    }

    private static Rule shares(Json json) throws MalformedException {
        Members rule = Members.withOptional(
                json,
                WHERE,
                Set.of("step", "stepPercent"),
                "comparison",
                "completion",
                "id",
                "start",
                "then",
                "utility",
                "voters");
        Rule.Utility utility = named(rule, "utility", Rule.Utility.values());
        Rule.Completion completion = named(rule, "completion", Rule.Completion.values());
        Rule.Then then = named(rule, "then", Rule.Then.values());
        boolean floor = isFirst(rule, "start", "floor", "exact");
        boolean comparison = isFirst(rule, "comparison", "greedy", "none");
        if (floor && !rule.has("step")) {
            throw rule.wrong("start", "is floor, which needs a step");
        }
        if (then == Rule.Then.PHRAGMEN && (utility == Rule.Utility.POINTS || utility == Rule.Utility.BORDA)) {
            throw rule.wrong("then", "is phragmen, which counts no points and no rankings");
        }
        if (comparison && utility == Rule.Utility.SQRT_COST) {
            throw rule.wrong("comparison", "is not none, as it must be with sqrt-cost");
        }
        return new Rule.EqualShares(
                utility,
                floor,
                isFirst(rule, "voters", "all", "voting"),
                completion,
                step(rule, completion != Rule.Completion.NONE),
                then,
                comparison);
    }

    private static Rule.Step step(Members rule, boolean rises) throws MalformedException {
        boolean cents = rule.has("step");
        boolean percent = rule.has("stepPercent");
        if (rises ? cents == percent : cents || percent) {
            throw rule.wrong("completion", "does not go with the step");
        }
        if (cents) {
            return new Rule.Step.Cents(rule.integer("step", 1, MAX));
        }
        return percent ? new Rule.Step.Percent(rule.integer("stepPercent", 1, MAX)) : new Rule.Step.None();
    }

    private static Rule motion(Members rule) throws MalformedException {
        Rule.Majority majority = named(rule, "majority", Rule.Majority.values());
        Rule.Casting casting = named(rule, "casting", Rule.Casting.values());
        if (majority != Rule.Majority.SIMPLE && casting != Rule.Casting.NONE) {
            throw rule.wrong("casting", "is not none, as it must be unless the majority is simple");
        }
        long least = majority == Rule.Majority.ABSOLUTE ? 1 : 0;
        return new Rule.CouncilMotion(
                majority, rule.integer("members", least, MAX), rule.integer("quorum", 0, MAX), casting);
    }

    /** Tells whether a member is the first of two values; it must be one of them. */
    private static boolean isFirst(Members rule, String member, String first, String second) throws MalformedException {
        String text = rule.text(member);
        if (!text.equals(first) && !text.equals(second)) {
            throw rule.wrong(member, "is neither '" + first + "' nor '" + second + "'");
        }
        return text.equals(first);
    }

    /** The value whose name is spelt so, in lower case with hyphens. */
    private static <E extends Enum<E>> E named(Members rule, String member, E[] values) throws MalformedException {
        String text = rule.text(member);
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return value;
            }
        }
        throw rule.wrong(member, "is no value of this version");
    }
}
