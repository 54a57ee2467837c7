package eu.urne.api.crash;

import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.tally.Ballot;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An election whose outcome is known: what the staff sends, and every voter's ballot, the same bytes each time. */
final class Election {

    static final int VOTERS = 800;
    static final String PATH = "/api/polls/children-2026";
    static final List<String> WINNERS = List.of("c", "b");

    /** A request of the staff. */
    record Step(String key, String path, String body) {}

    private static final String DEFINITION = """
            {"poll":"children-2026","title":"Budget des enfants","kind":"APPROVAL","limits":{"max":2},
             "budget":{"cents":500000,"currency":"EUR"},"rule":{"id":"greedy"},"tieBreak":"declared",
             "eligibility":"children of the centres","channels":["card"],"revote":false,"suite":1,
             "options":[{"id":"a","title":"Une cabane","cost":300000},
                        {"id":"b","title":"Un potager","cost":250000},
                        {"id":"c","title":"Des vélos","cost":200000}]}""";

    private final Map<Integer, SealedBallot> ballots = new HashMap<>();
    private @Nullable PollDefinition definition;

    /** Everything up to the opening. */
    static List<Step> beforeVoting() {
        String persons = json(Map.of(
                "persons",
                IntStream.range(0, VOTERS)
                        .mapToObj(voter -> String.format("%032x", voter))
                        .toList()));
        String tokens = json(Map.of(
                "label",
                "all",
                "tokens",
                IntStream.range(0, VOTERS)
                        .mapToObj(voter -> seed(voter).token().hex())
                        .sorted()
                        .toList()));
        return List.of(
                new Step("define", "/api/polls", DEFINITION),
                new Step("cards", PATH + "/cards", tokens),
                new Step("admissions", PATH + "/register/admissions", persons),
                new Step("hand-outs", PATH + "/register/hand-outs", persons),
                new Step("open", PATH + "/open", "{}"));
    }

    /** Everything from the close on. */
    static List<Step> afterVoting() {
        return List.of(
                new Step("close", PATH + "/close", "{}"),
                new Step("reveal", PATH + "/reveal", "{}"),
                new Step("outcome", PATH + "/outcome", "{}"));
    }

    private static String json(Object value) {
        return EngineJson.MAPPER.writeValueAsString(value);
    }

    /** Learns the definition as the server publishes it, with the key that ballots are sealed to. */
    void learn(JsonNode poll) {
        ObjectNode json = (ObjectNode) poll.get("definition").deepCopy();
        List<PollOption> options =
                EngineJson.MAPPER.convertValue(json.remove("options"), new TypeReference<List<PollOption>>() {});
        definition = new PollDefinition(EngineJson.MAPPER.treeToValue(json, PollTerms.class), options);
    }

    private static TokenSeed seed(int voter) {
        return new TokenSeed(bytes(voter, 7));
    }

    private static byte[] bytes(int voter, int purpose) {
        return ByteBuffer.allocate(32).putInt(voter).putInt(purpose).array();
    }

    /** The ballot of a voter. */
    synchronized SealedBallot ballot(int voter) {
        PollDefinition known = definition;
        if (known == null) {
            throw new IllegalStateException("the poll is not open yet");
        }
        return ballots.computeIfAbsent(
                voter,
                each -> Suite1.seal(
                        known.terms(),
                        known.hash(),
                        seed(voter),
                        0,
                        new BallotCodec(known).encode(choice(voter)),
                        bytes(voter, 9)));
    }

    /** A fifth for a, two fifths for b and c, two fifths for c: c and b win, a is too dear then. */
    private static Ballot choice(int voter) {
        return switch (voter % 5) {
            case 0 -> Ballot.Approval.of(0);
            case 1, 2 -> Ballot.Approval.of(1, 2);
            default -> Ballot.Approval.of(2);
        };
    }
}
