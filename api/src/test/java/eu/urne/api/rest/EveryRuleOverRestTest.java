package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.PollReport;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Ballot.Stance;
import eu.urne.engine.tally.Indexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A small poll by each family of rules over REST, from its definition to evidence; the outcomes are worked by hand. */
class EveryRuleOverRestTest {

    private static final List<String> OPTIONS = List.of(
            "{\"id\":\"park\",\"title\":\"\",\"cost\":60}",
            "{\"id\":\"pool\",\"title\":\"\",\"cost\":50}",
            "{\"id\":\"bench\",\"title\":\"\",\"cost\":30}",
            "{\"id\":\"tree\",\"title\":\"\",\"cost\":10}");

    private static final List<Ballot> APPROVALS = List.of(
            Ballot.Approval.of(0, 1),
            Ballot.Approval.of(0, 1),
            Ballot.Approval.of(0),
            Ballot.Approval.of(2, 3),
            Ballot.Approval.of(2));

    private static final List<Ballot> RANKINGS = List.of(
            Ballot.Ranking.of(0, 1, 2),
            Ballot.Ranking.of(0, 2, 1),
            Ballot.Ranking.of(1, 0),
            Ballot.Ranking.of(2, 1, 0),
            Ballot.Ranking.of(2, 0));

    /** A poll of each family, told by its id. */
    record Family(
            String poll,
            String kind,
            String limits,
            String rule,
            List<Ballot> ballots,
            String selected,
            String verdicts) {
        String path() {
            return "/api/polls/" + poll;
        }
    }

    static Stream<Family> families() {
        return Stream.of(ofApprovals(), ofOtherBallots(), withoutMoney()).flatMap(some -> some);
    }

    private static Stream<Family> ofApprovals() {
        return Stream.of(
                approvals("custom", "{'id':'greedy-custom'}", "park pool", "selected reserve stopped stopped"),
                approvals(
                        "per-cost",
                        "{'id':'greedy-per-cost'}",
                        "tree bench park",
                        "selected unaffordable selected selected"),
                approvals(
                        "phragmen", "{'id':'phragmen'}", "tree park bench", "selected unaffordable selected selected"),
                approvals("seats", "{'id':'approval-k','seats':2}", "park pool", "selected selected outvoted outvoted"),
                approvals(
                        "shares",
                        "{'id':'mes','utility':'cost','start':'exact','voters':'all','completion':'none','then':'none',"
                                + "'comparison':'none'}",
                        "park bench",
                        "selected unpaid selected unpaid"),
                approvals(
                        "rising-shares",
                        "{'id':'mes','utility':'cost','start':'floor','voters':'all','completion':'add1','step':1,"
                                + "'then':'none','comparison':'greedy'}",
                        "park bench tree",
                        "selected unpaid selected selected"));
    }

    private static Stream<Family> ofOtherBallots() {
        return Stream.of(
                new Family(
                        "knapsack",
                        "KNAPSACK",
                        "{}",
                        "{'id':'knapsack'}",
                        List.of(
                                Ballot.Approval.of(0, 2),
                                Ballot.Approval.of(0),
                                Ballot.Approval.of(1),
                                Ballot.Approval.of(2, 3)),
                        "park bench tree",
                        "selected unaffordable selected selected"),
                new Family(
                        "points",
                        "POINTS",
                        "{'maxPerOption':4,'maxTotal':5}",
                        "{'id':'points','threshold':1}",
                        List.of(points(3, 1, 0), points(3, 0, 0), points(0, 2, 2), points(0, 0, 4)),
                        "park bench",
                        "selected unaffordable selected below-threshold"),
                new Family(
                        "borda",
                        "RANKING",
                        "{'max':3}",
                        "{'id':'borda'}",
                        RANKINGS,
                        "park bench tree",
                        "selected unaffordable selected selected"));
    }

    private static Stream<Family> withoutMoney() {
        return Stream.of(
                new Family(
                        "favourite",
                        "FAVOURITE",
                        "{}",
                        "{'id':'plurality'}",
                        List.of(Ballot.Approval.of(2), Ballot.Approval.of(2), Ballot.Approval.of(0)),
                        "bench",
                        "outvoted unsupported selected unsupported"),
                new Family(
                        "grades",
                        "GRADES",
                        "{'grades':4}",
                        "{'id':'majority-judgment'}",
                        List.of(
                                Ballot.Grades.of(3, 1, 0, 0),
                                Ballot.Grades.of(3, 2, 0, 0),
                                Ballot.Grades.of(1, 2, 3, 0),
                                Ballot.Grades.of(0, 2, 3, 0),
                                Ballot.Grades.of(2, 1, 3, 0)),
                        "bench",
                        "outranked outranked selected outranked"),
                motion("carried", "simple", "park"),
                motion("lost", "unanimity", ""));
    }

    private static Family approvals(String poll, String rule, String selected, String verdicts) {
        return new Family(poll, "APPROVAL", "{'max':4}", rule, APPROVALS, selected, verdicts);
    }

    private static Family motion(String verdict, String majority, String selected) {
        List<Ballot> ballots = Stream.of(Stance.FOR, Stance.FOR, Stance.AGAINST, Stance.ABSTAIN)
                .<Ballot>map(Ballot.Motion::new)
                .toList();
        String rule = "{'id':'motion','majority':'" + majority + "','members':9,'quorum':4,'casting':'none'}";
        return new Family("motion-" + verdict, "MOTION", "{}", rule, ballots, selected, verdict);
    }

    private static Ballot points(int park, int pool, int bench) {
        int[] points = {park, pool, bench};
        int[] named = IntStream.range(0, 3).filter(option -> points[option] > 0).toArray();
        return new Ballot.Points(
                Indexes.of(named),
                Amounts.of(
                        IntStream.of(named).mapToLong(option -> points[option]).toArray()));
    }

    @TempDir
    static Path folder;

    private static Voting voting;

    @BeforeAll
    static void voteToTheEnd() {
        voting = new Voting(folder.resolve("data"), false);
        families().forEach(EveryRuleOverRestTest::play);
    }

    @AfterAll
    static void stop() {
        voting.close();
    }

    private static void play(Family family) {
        int voters = family.ballots().size();
        List<String> options = OPTIONS.subList(0, family.kind().equals("MOTION") ? 1 : OPTIONS.size());
        String json = """
                {"poll":"%s","title":"The town","kind":"%s","limits":%s,"budget":{"cents":100,"currency":"EUR"},
                 "rule":%s,"tieBreak":"declared","eligibility":"all","channels":["card"],"revote":false,"suite":1,
                 "options":[%s]}""".formatted(
                        family.poll(),
                        family.kind(),
                        family.limits().replace('\'', '"'),
                        family.rule().replace('\'', '"'),
                        String.join(",", options));
        long index = index(voting.client.send(voting.client.asStaff(voting.client.json("/api/polls", json))));
        List<String> tokens = IntStream.range(0, voters)
                .mapToObj(voter -> Voting.seed(voter).token().hex())
                .toList();
        Map<String, List<String>> persons = Map.of("persons", Voting.persons(voters));
        index(voting.client.staffPost(family.path() + "/cards", Map.of("label", "all", "tokens", tokens)));
        voting.client.staffPost(family.path() + "/register/admissions", persons);
        voting.client.staffPost(family.path() + "/register/hand-outs", persons);
        index(voting.client.staffPost(family.path() + "/open"));
        PollDefinition definition = PollDefinition.read(Objects.requireNonNull(
                voting.client.get(family.path() + "?after=" + index).json().get("definition")));
        for (int voter = 0; voter < voters; voter++) {
            index(voting.client.post(
                    family.path() + "/ballots",
                    ballot(definition, voter, family.ballots().get(voter))));
        }
        index(voting.client.staffPost(family.path() + "/close"));
        index(voting.client.staffPost(family.path() + "/reveal"));
        index(voting.client.staffPost(family.path() + "/outcome"));
    }

    private static long index(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().get("index").asLong();
    }

    private static SealedBallot ballot(PollDefinition definition, int voter, Ballot choice) {
        byte[] secret = new byte[32];
        secret[0] = (byte) (voter + 1);
        byte[] plaintext = new BallotCodec(definition).encode(choice);
        return Suite1.seal(definition.terms(), definition.hash(), Voting.seed(voter), 0, plaintext, secret);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    @ParameterizedTest
    @MethodSource("families")
    void theOutcomeIsDeclaredWithAVerdictForEveryOption(Family family) {
        long last = voting.logSize() - 1;
        JsonNode outcome =
                voting.client.get(family.path() + "/outcome?after=" + last).json();

        assertThat(outcome.get("selected").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(words(family.selected()));
        assertThat(outcome.get("scores").valueStream().map(score -> score.get("verdict")
                        .asString()))
                .containsExactlyElementsOf(words(family.verdicts()));
    }

    @Test
    void aRuleThatDoesNotCountTheBallotsIsRefused() {
        Reply reply = voting.client.send(
                voting.client.asStaff(voting.client.json("/api/polls", Voting.DEFINITION.replace("greedy", "borda"))));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("detail").asString()).isEqualTo("rule: it counts no ballots of the kind APPROVAL");
    }

    @Test
    void everyRuleAndVerdictIsDescribed() {
        JsonNode schemas =
                voting.client.get("/openapi.json").json().get("components").get("schemas");

        assertThat(schemas.get("SharesRule").toString())
                .contains("\"sqrt-cost\"", "\"add1-exhaustive\"", "\"stepPercent\"");
        assertThat(schemas.get("MotionRule").toString()).contains("\"two-thirds\"", "\"quorum\"");
        assertThat(schemas.get("CountingRule").toString()).contains("\"majority-judgment\"", "\"greedy-no-skip\"");
        assertThat(schemas.get("OptionVerdict").toString()).contains("\"outranked\"", "\"carried\"");
    }

    @Test
    void theVerifierRecountsAllOfThem() throws Exception {
        Path archive = Files.write(
                folder.resolve("evidence.zip"),
                voting.client.get("/api/evidence.zip").bytes());
        try (EvidenceSource evidence = EvidenceSource.open(archive.toString())) {
            Report report = Verification.of(evidence).run();

            assertThat(report.findings()).isEmpty();
            assertThat(report.polls()).extracting(PollReport::state).containsOnly(PollReport.State.DECLARED);
            assertThat(report.polls().stream().map(poll -> Objects.requireNonNull(poll.decision()).winners().stream()
                            .map(PollReport.Winner::id)
                            .toList()))
                    .containsExactlyElementsOf(
                            families().map(family -> words(family.selected())).toList());
        }
    }
}
