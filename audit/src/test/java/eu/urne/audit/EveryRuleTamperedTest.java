package eu.urne.audit;

import static eu.urne.audit.example.ExampleBytes.join;
import static eu.urne.audit.example.MemoryEvidence.findings;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An outcome of each family of rules, worked by hand: as it is there is no finding, and whatever is changed in it,
 * signed by the log's own key, is found.
 */
class EveryRuleTamperedTest {
    private static final String SCORES = "urne.poll.ScoresDeclared.v1";
    private static final String OUTCOME = "urne.poll.OutcomeDeclared.v1";
    private static final byte CHOICE = 0;

    /** Options a to d cost 60,000, 50,000, 30,000 and 10,000 cents of 100,000. */
    private static final long[] COSTS = {60_000, 50_000, 30_000, 10_000};

    /** a b | a b | a | c d | c */
    private static final List<byte[]> APPROVALS = Stream.of(3, 3, 1, 12, 4)
            .map(bits -> join((byte) 2, CHOICE, bits.byteValue()))
            .toList();

    /** Of the run with a rising share that was too dear: b and c have the same price, and c is not bought any more. */
    private static final List<Map<String, ?>> TIE =
            List.of(Map.of("method", "declared", "options", List.of("b", "c"), "score", 2));

    /** A poll with its outcome: verdicts are told as "score verdict name=number ...". */
    record Family(
            String kind,
            Map<String, ?> limits,
            Map<String, ?> rule,
            List<byte[]> ballots,
            List<String> selected,
            long spent,
            List<String> verdicts) {
        @Override
        public String toString() {
            return kind + " " + rule;
        }
    }

    static Stream<Family> families() {
        return Stream.concat(withMoney(), withoutMoney());
    }

    private static Stream<Family> withMoney() {
        Map<String, String> plain =
                Map.of("utility", "cost", "start", "exact", "voters", "all", "then", "none", "comparison", "none");
        return Stream.of(
                approvals(
                        Map.of("id", "greedy-per-cost"),
                        List.of("d", "c", "a"),
                        100_000,
                        "3 selected left=0 round=3",
                        "2 unaffordable left=0",
                        "2 selected left=60000 round=2",
                        "1 selected left=90000 round=1"),
                approvals(
                        plus(plain, Map.of("id", "mes", "completion", "none")),
                        List.of("a", "c"),
                        90_000,
                        "3 selected left=40000 round=1",
                        "2 unpaid",
                        "2 selected left=10000 round=2",
                        "1 unpaid"),
                approvals(
                        plus(plain, Map.of("id", "mes", "completion", "add1", "start", "floor", "step", 1_000)),
                        List.of("a", "c", "d"),
                        100_000,
                        "3 selected left=40000 round=1",
                        "2 unpaid",
                        "2 selected left=10000 round=2",
                        "1 selected left=0 round=3"),
                approvals(
                        Map.of("id", "phragmen-skip"),
                        List.of("d", "a", "c"),
                        100_000,
                        "3 selected left=30000 round=2",
                        "2 unaffordable left=0",
                        "2 selected left=0 round=3",
                        "1 selected left=90000 round=1"));
    }

    private static Stream<Family> withoutMoney() {
        return Stream.of(
                approvals(
                        Map.of("id", "approval-k", "seats", 1),
                        List.of("a"),
                        0,
                        "3 selected left=100000 round=1",
                        "2 outvoted needed=3",
                        "2 outvoted needed=3",
                        "1 outvoted needed=3"),
                new Family(
                        "GRADES",
                        Map.of("grades", 3),
                        Map.of("id", "majority-judgment"),
                        List.of(grades(2, 1, 0, 0), grades(0, 1, 2, 0), grades(2, 1, 1, 0)),
                        List.of("a"),
                        0,
                        List.of(
                                "2 selected left=100000 round=1",
                                "1 outranked rank=2",
                                "1 outranked rank=3",
                                "0 outranked rank=4")),
                new Family(
                        "MOTION",
                        Map.of(),
                        Map.of("id", "motion", "majority", "absolute", "members", 3, "quorum", 2, "casting", "none"),
                        List.of(motion(1), motion(1), motion(2)),
                        List.of("a"),
                        0,
                        List.of("2 carried against=1 abstained=0")));
    }

    private static Family approvals(Map<String, ?> rule, List<String> selected, long spent, String... verdicts) {
        return new Family("APPROVAL", Map.of("max", 4), rule, APPROVALS, selected, spent, List.of(verdicts));
    }

    private static Map<String, ?> plus(Map<String, ?> members, Map<String, ?> more) {
        Map<String, Object> all = new TreeMap<>(members);
        all.putAll(more);
        return all;
    }

    private static byte[] grades(int a, int b, int c, int d) {
        return join((byte) 6, CHOICE, (byte) a, (byte) b, (byte) c, (byte) d);
    }

    private static byte[] motion(int vote) {
        return join((byte) 7, CHOICE, (byte) vote);
    }

    private final ExampleLog log = new ExampleLog("vote.example.org");

    private List<String> play(Family family) {
        return findings(write(family, log));
    }

    /** Writes the whole poll into a log. */
    static ExampleLog write(Family family, ExampleLog log) {
        log.genesis();
        long[] costs = family.kind.equals("MOTION") ? new long[] {0} : COSTS;
        ExamplePoll poll = new ExamplePoll(log, "town", family.kind, family.limits, costs).with("rule", family.rule);
        int voters = family.ballots.size();
        poll.define().cards("all", voters).open();
        for (int voter = 0; voter < voters; voter++) {
            poll.cast(voter, family.ballots.get(voter));
        }
        poll.close(0).seal().reveal();
        List<Map<String, ?>> scores = new ArrayList<>();
        for (String verdict : family.verdicts) {
            scores.add(score(String.valueOf((char) ('a' + scores.size())), verdict));
        }
        boolean tied = "add1".equals(family.rule.get("completion"));
        int[] figures = {voters, 0, 0, 0, voters};
        poll.declare(
                scores,
                ExampleElection.outcome(
                        family.selected, family.spent, 100_000 - family.spent, figures, tied ? TIE : List.of()));
        return log;
    }

    private static Map<String, ?> score(String id, String verdict) {
        String[] words = verdict.split(" ", -1);
        Map<String, Object> score = new HashMap<>();
        score.put("id", id);
        score.put("score", Integer.parseInt(words[0]));
        score.put("verdict", words[1]);
        for (int i = 2; i < words.length; i++) {
            String[] member = words[i].split("=", -1);
            score.put(member[0], Long.parseLong(member[1]));
        }
        if (words[1].equals("carried")) {
            score.put("quorum", true);
            score.put("casting", false);
        }
        return score;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("data");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> firstScore(Map<String, Object> entry) {
        return ((List<Map<String, Object>>) data(entry).get("scores")).getFirst();
    }

    @ParameterizedTest
    @MethodSource("families")
    void theRightOutcomeIsNoFinding(Family family) {
        assertThat(play(family)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("families")
    void anotherWinnerIsFound(Family family) {
        List<String> others = family.selected.equals(List.of("a")) ? List.of() : List.of("b");
        log.alter(OUTCOME, 0, entry -> data(entry).put("selected", others));

        assertThat(play(family))
                .singleElement()
                .asString()
                .contains("declares the selection " + others + ", but the recount gives " + family.selected);
    }

    @ParameterizedTest
    @MethodSource("families")
    void anotherScoreIsFound(Family family) {
        log.alter(SCORES, 0, entry -> firstScore(entry).put("score", 9));

        assertThat(play(family)).singleElement().asString().contains("is declared with a score of 9");
    }

    @ParameterizedTest
    @MethodSource("families")
    void anotherVerdictIsFound(Family family) {
        log.alter(SCORES, 0, entry -> {
            Map<String, Object> score = firstScore(entry);
            score.keySet().retainAll(List.of("id", "score"));
            score.put("verdict", "unpaid");
        });

        assertThat(play(family)).singleElement().asString().contains("is declared unpaid, but the recount gives");
    }
}
