package eu.urne.audit.vectors;

import static eu.urne.audit.vectors.Vectors.cases;
import static eu.urne.audit.vectors.Vectors.hex;
import static eu.urne.audit.vectors.Vectors.read;
import static eu.urne.audit.vectors.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.ballot.Choice;
import eu.urne.audit.ballot.ChoiceReader;
import eu.urne.audit.fuzz.DefinitionEvents;
import eu.urne.audit.fuzz.SmallPoll;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tally.BallotBox;
import eu.urne.audit.tally.Election;
import eu.urne.audit.tally.Option;
import eu.urne.audit.tally.OptionResult;
import eu.urne.audit.tally.Outcome.Decided;
import eu.urne.audit.tally.Recount;
import eu.urne.audit.tally.Rule;
import eu.urne.audit.tally.Tie;
import eu.urne.audit.tally.TieBreak;
import eu.urne.audit.tally.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The verifier against the wire vectors of polls. */
class AuditPollVectorsTest {

    @Test
    void definitions() {
        for (JsonNode vector : cases("definitions")) {
            Optional<String> hash;
            try {
                hash = Optional.of(DefinitionEvents.hash(
                        (ObjectNode) vector.get("definition").deepCopy()));
            } catch (MalformedException e) {
                hash = Optional.empty();
            }
            assertThat(hash)
                    .as(vector.toString())
                    .isEqualTo(Optional.ofNullable(vector.get("hash")).map(JsonNode::stringValue));
        }
    }

    @Test
    void choices() {
        JsonNode polls = read("choices").get("polls");
        for (int i = 0; i < SmallPoll.ALL.size(); i++) {
            SmallPoll poll = SmallPoll.ALL.get(i);
            ChoiceReader reader = new ChoiceReader(poll.kind(), poll.costs(), poll.budget());
            for (JsonNode vector : polls.get(i).get("cases")) {
                assertThat(poll.comparable(reader.read(hex(vector, "plaintext"))))
                        .as(vector.toString())
                        .isEqualTo(choice(vector.get("choice")));
            }
        }
    }

    private static Choice choice(JsonNode choice) {
        return switch (text(choice, "form")) {
            case "null" -> new Choice.Null();
            case "blank" -> new Choice.Blank();
            case "named" -> new Choice.Named(numbers(choice, "options"));
            case "ranked" -> new Choice.Ranked(numbers(choice, "options"));
            case "graded" -> new Choice.Graded(numbers(choice, "grades"));
            case "voted" ->
                new Choice.Voted(List.of("", "FOR", "AGAINST", "ABSTAIN").indexOf(text(choice, "vote")));
            case "points" -> {
                List<Integer> pairs = new ArrayList<>();
                for (int i = 0; i < choice.get("options").size(); i++) {
                    pairs.add(numbers(choice, "options").get(i));
                    pairs.add(numbers(choice, "points").get(i));
                }
                yield new Choice.Pointed(pairs);
            }
            default -> throw new AssertionError("no form: " + choice);
        };
    }

    private static List<Integer> numbers(JsonNode node, String name) {
        List<Integer> numbers = new ArrayList<>();
        node.get(name).forEach(number -> numbers.add(number.intValue()));
        return numbers;
    }

    @Test
    void recounts() {
        for (JsonNode vector : cases("recounts")) {
            List<Option> options = new ArrayList<>();
            vector.get("options")
                    .forEach(option -> options.add(
                            new Option(text(option, "id"), option.get("cost").longValue(), "")));
            BallotBox ballots = new BallotBox();
            vector.get("ballots").forEach(ballot -> {
                List<Integer> named = new ArrayList<>();
                ballot.forEach(option -> named.add(option.intValue()));
                ballots.add(named.isEmpty() ? new Choice.Blank() : new Choice.Named(named));
            });
            BallotKind kind = new BallotKind.Approval(options.size());
            Election election = new Election(options, kind, vector.get("budget").longValue(), ballots);
            Decided decided = (Decided) Recount.of(
                    election,
                    rule(vector.get("rule")),
                    TieBreak.parse(text(vector, "tieBreak")).orElseThrow());

            assertThat(decided.selected()).as(vector.toString()).isEqualTo(texts(vector.get("selected")));
            assertThat(decided.spent()).isEqualTo(vector.get("spent").longValue());
            assertThat(decided.left()).isEqualTo(vector.get("left").longValue());
            assertThat(decided.ties().stream().map(Tie::options).toList())
                    .as(vector.toString())
                    .isEqualTo(IntStream.range(0, vector.get("ties").size())
                            .mapToObj(i -> texts(vector.get("ties").get(i)))
                            .toList());
            assertThat(decided.results().stream()
                            .map(AuditPollVectorsTest::verdict)
                            .toList())
                    .isEqualTo(Vectors.JSON.convertValue(vector.get("verdicts"), List.class));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    private static Rule rule(JsonNode rule) {
        long threshold = rule.path("threshold").asLong(0);
        List<Rule.Conflict> conflicts = new ArrayList<>();
        rule.path("conflicts")
                .forEach(pair -> conflicts.add(
                        new Rule.Conflict(pair.get(0).stringValue(), pair.get(1).stringValue())));
        Rule.Form form =
                switch (text(rule, "id")) {
                    case "greedy" -> Rule.Form.GREEDY;
                    case "greedy-no-skip" -> Rule.Form.NO_SKIP;
                    case "greedy-threshold" -> Rule.Form.THRESHOLD;
                    case "greedy-exclusive" -> Rule.Form.EXCLUSIVE;
                    default -> throw new AssertionError("no rule: " + rule);
                };
        return new Rule.ByScore(form, threshold, conflicts);
    }

    /** As it would stand in the log. */
    private static Map<String, Object> verdict(OptionResult result) {
        Map<String, Object> told = new TreeMap<>(Map.of("id", result.id(), "score", (int) result.score()));
        switch (result.verdict()) {
            case Verdict.Selected(long left, long round) ->
                told.putAll(Map.of("verdict", "selected", "left", (int) left, "round", (int) round));
            case Verdict.Unaffordable(long left) -> told.putAll(Map.of("verdict", "unaffordable", "left", (int) left));
            case Verdict.Stopped() -> told.put("verdict", "stopped");
            case Verdict.BelowThreshold(long threshold) ->
                told.putAll(Map.of("verdict", "below-threshold", "threshold", (int) threshold));
            case Verdict.Excluded(String by) -> told.putAll(Map.of("verdict", "excluded", "by", by));
            default -> throw new AssertionError("no verdict of these rules: " + result);
        }
        return told;
    }
}
