package eu.urne.audit;

import static eu.urne.audit.example.ExampleBytes.base64;
import static eu.urne.audit.example.ExampleBytes.sha256;
import static eu.urne.audit.example.MemoryEvidence.findings;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import eu.urne.audit.example.MemoryEvidence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each test changes one figure of an outcome (checks 11 and 12). Scores stand at entries 20 and 21, the outcome at 22.
 */
class TamperedOutcomeTest {
    private static final String SCORES = "urne.poll.ScoresDeclared.v1";
    private static final String OUTCOME = "urne.poll.OutcomeDeclared.v1";

    private final ExampleElection election = new ExampleElection();
    private final ExampleLog log = election.log();

    private List<String> play(String type, int nth, Consumer<Map<String, Object>> change) {
        log.alter(type, nth, entry -> change.accept(data(entry)));
        log.genesis();
        election.favourite();
        return findings(log);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("data");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> score(Map<String, Object> data, int nth) {
        return ((List<Map<String, Object>>) data.get("scores")).get(nth);
    }

    @Test
    void anotherKeyThanTheDefinitionsIsFound() {
        assertThat(play("urne.poll.PollKeyRevealed.v1", 0, data -> data.put("key", base64(sha256("other")))))
                .containsExactly(
                        "entry 19: the key revealed for the poll 'favourite' is not the one of its definition");
    }

    @Test
    void keyOutsideTheGroupIsFound() {
        assertThat(play("urne.poll.PollKeyRevealed.v1", 0, data -> data.put("key", base64(new byte[32]))))
                .containsExactly(
                        "entry 19: the key revealed for the poll 'favourite' is not the one of its definition");
    }

    @ParameterizedTest
    @CsvSource({
        "cast, 9, 9 ballots cast, 8",
        "superseded, 1, 1 superseded ballots, 0",
        "null, 0, 0 null ballots, 1",
        "blank, 2, 2 blank ballots, 1",
        "counted, 8, 8 ballots counted, 7",
        "spent, 80001, 80001 cents spent, 80000",
        "left, 19999, 19999 cents left, 20000",
    })
    void wrongFigureIsFound(String member, long value, String declared, long recounted) {
        assertThat(play(OUTCOME, 0, data -> data.put(member, value)))
                .containsExactly(
                        "entry 22: the poll 'favourite' declares " + declared + ", but the recount gives " + recounted);
    }

    @Test
    void wrongSelectionIsFound() {
        assertThat(play(OUTCOME, 0, data -> data.put("selected", List.of("c", "b"))))
                .containsExactly("entry 22: the poll 'favourite': declares the selection [c, b], but the recount"
                        + " gives [b, c]");
    }

    @Test
    void inventedTieIsFound() {
        Map<String, Object> tie = Map.of("method", "declared", "options", List.of("a", "c"), "score", 2);

        assertThat(play(OUTCOME, 0, data -> data.put("ties", List.of(tie))))
                .containsExactly("entry 22: the poll 'favourite': declares 1 ties that are not the 0 of the recount");
    }

    @Test
    void outcomeOfAnotherDefinitionIsFound() {
        assertThat(play(OUTCOME, 0, data -> data.put("definition", "00".repeat(32))))
                .containsExactly("entry 22: the outcome of the poll 'favourite' names another definition");
    }

    @Test
    void wrongScoreIsFound() {
        assertThat(play(SCORES, 0, data -> score(data, 0).put("score", 3)))
                .containsExactly("entry 20: the poll 'favourite': the option 'a' is declared with a score of 3, but"
                        + " the recount gives 2");
    }

    @Test
    void wrongVerdictIsFound() {
        assertThat(play(SCORES, 1, data -> score(data, 0).put("round", 2)))
                .containsExactly("entry 20: the poll 'favourite': the option 'b' is declared selected in round 2 with"
                        + " 50000 left, but the recount gives selected in round 1 with 50000 left");
    }

    @Test
    void scoreOfAnotherOptionIsFound() {
        assertThat(play(SCORES, 1, data -> score(data, 0).put("id", "c")))
                .containsExactly("entry 20: the poll 'favourite': a score stands for the option 'c' where 'b' is due");
    }

    @Test
    void scoresOutOfOrderAreFoundOnce() {
        assertThat(play(SCORES, 1, data -> data.put("from", 2)))
                .containsExactly(
                        "entry 21: the scores from number 2 of the poll 'favourite' do not follow those before them");
    }

    @Test
    void unknownVerdictIsFoundOnce() {
        assertThat(play(SCORES, 0, data -> score(data, 0).put("verdict", "postponed")))
                .containsExactly("entry 20: score member 'verdict' is none of this version");
    }

    @Test
    void missingScoresAreFound() {
        log.genesis();
        ExamplePoll poll = new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 200_000, 2);
        poll.define().cards("all", 1).open().close(1).seal().reveal();
        poll.declare(
                List.of(Map.of("id", "a", "score", 0, "verdict", "unaffordable", "left", 100_000)),
                ExampleElection.outcome(List.of("b"), 2, 99_998, new int[5], List.of()));

        assertThat(findings(log)).contains("entry 11: of the poll 'p' only 1 of 2 scores are declared");
    }

    @Test
    void outcomeInSpiteOfAnUnbrokenTieIsFound() {
        ExamplePoll poll = tied();
        poll.declare(
                List.of(
                        Map.of("id", "a", "score", 0, "verdict", "selected", "left", 30_000, "round", 1),
                        Map.of("id", "b", "score", 0, "verdict", "unaffordable", "left", 30_000)),
                ExampleElection.outcome(List.of("a"), 70_000, 30_000, new int[5], List.of()));

        assertThat(findings(log))
                .containsExactly("entry 12: the poll 'tied': an outcome is declared in spite of a tie between a, b,"
                        + " which nothing breaks");
    }

    @Test
    void unbrokenTieWithoutAnOutcomeIsToldAndNoFinding() {
        tied();

        Report report = MemoryEvidence.report(log.files());

        assertThat(report.findings()).isEmpty();
        assertThat(report.polls().getFirst().state()).isEqualTo(PollReport.State.UNDECIDED);
    }

    @Test
    void awardsOfAPollThatBelongsToNoBudgetAreFound() {
        assertThat(play(OUTCOME, 0, data -> data.put("awards", awards("children-2026", 50_000, 30_000))))
                .containsExactly("entry 22: the poll 'favourite': awards are declared, but it belongs to no"
                        + " participatory budget");
    }

    private static Map<String, Object> awards(String budget, int... cents) {
        return Map.of("budget", budget, "cents", Arrays.stream(cents).boxed().toList());
    }

    /** A poll of the budget children-2026 with one option of 70,000 cents, which wins; the outcome is entry 11. */
    private List<String> ofBudget(Map<String, ?> more) {
        log.genesis();
        ExamplePoll poll = new ExamplePoll(log, "children-2026-all", "FAVOURITE", Map.of(), 70_000)
                .with("of", Map.of("budget", "children-2026", "part", "all"));
        poll.define().cards("all", 1).open().close(1).seal().reveal();
        Map<String, Object> outcome =
                new HashMap<>(ExampleElection.outcome(List.of("a"), 70_000, 30_000, new int[5], List.of()));
        outcome.putAll(more);
        poll.declare(
                List.of(Map.of("id", "a", "score", 0, "verdict", "selected", "left", 30_000, "round", 1)), outcome);
        return findings(log);
    }

    @Test
    void awardsThatTheSelectedCostAreRight() {
        assertThat(ofBudget(Map.of("awards", awards("children-2026", 70_000)))).isEmpty();
    }

    @Test
    void missingAwardsAreFound() {
        assertThat(ofBudget(Map.of()))
                .containsExactly(
                        "entry 11: the poll 'children-2026-all': it declares no awards of the budget 'children-2026'");
    }

    @Test
    void awardsOfAnotherAmountOrBudgetAreFound() {
        assertThat(ofBudget(Map.of("awards", awards("adults-2026", 70_001))))
                .containsExactly(
                        "entry 11: the poll 'children-2026-all': its awards are not of the budget 'children-2026'",
                        "entry 11: the poll 'children-2026-all': declares the awards [70001], but the selected cost"
                                + " [70000]");
    }

    private ExamplePoll tied() {
        log.genesis();
        ExamplePoll poll =
                new ExamplePoll(log, "tied", "FAVOURITE", Map.of(), 70_000, 60_000).with("tieBreak", "report");
        return poll.define().cards("all", 1).open().close(1).seal().reveal();
    }

    @Test
    void ruleThatDoesNotCountTheBallotsIsFound() {
        log.genesis();
        new ExamplePoll(log, "m", "POINTS", Map.of("maxPerOption", 2, "maxTotal", 3), 0)
                .with("rule", Map.of("id", "phragmen"))
                .define();

        assertThat(findings(log)).contains("entry 1: definition member 'rule' counts no ballots of the kind POINTS");
    }

    @Test
    void outcomeOfAKindThatTheRuleDoesNotCountIsFound() {
        log.genesis();
        ExamplePoll poll = new ExamplePoll(log, "m", "MOTION", Map.of(), 0);
        poll.define().cards("all", 1).open().close(1).seal().reveal();
        poll.declare(
                List.of(Map.of("id", "a", "score", 0, "verdict", "stopped")),
                ExampleElection.outcome(List.of(), 0, 100_000, new int[5], List.of()));

        assertThat(findings(log))
                .containsExactly("entry 11: the poll 'm': an outcome is declared, but its rule does not count ballots"
                        + " of its kind");
    }
}
