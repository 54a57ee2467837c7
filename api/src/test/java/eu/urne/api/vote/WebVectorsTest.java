package eu.urne.api.vote;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollKey;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.ShownOrder;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.receipt.ReceiptCode;
import eu.urne.engine.roll.CardCode;
import eu.urne.engine.roll.VotingCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the engine makes of choices and cards stands in a file that the scripts of the pages are tested against; and
 * ballots that those scripts made are opened by the engine. With {@code -Durne.approve} the file is written anew.
 */
class WebVectorsTest {

    private static final Path FOLDER = Path.of("src/main/web/test/vectors");
    private static final Path VECTORS = FOLDER.resolve("ballots.json");
    private static final PollKey KEY = new PollKey(bytes(32, 7));

    private static final List<String[]> POLLS = List.of(
            new String[] {"FAVOURITE", "{}", "{\"kind\":\"FAVOURITE\",\"option\":\"o3\"}", "o3"},
            new String[] {
                "APPROVAL", "{\"max\":4}", "{\"kind\":\"APPROVAL\",\"options\":[\"o0\",\"o9\",\"o8\"]}", "o0 o9 o8"
            },
            new String[] {"KNAPSACK", "{}", "{\"kind\":\"KNAPSACK\",\"options\":[\"o1\",\"o2\"]}", "o1 o2"},
            new String[] {
                "POINTS",
                "{\"maxPerOption\":300,\"maxTotal\":500}",
                "{\"kind\":\"POINTS\",\"points\":{\"o4\":300,\"o0\":2}}",
                "o4=300 o0=2"
            },
            new String[] {"RANKING", "{\"max\":3}", "{\"kind\":\"RANKING\",\"order\":[\"o5\",\"o1\"]}", "o5 o1"},
            new String[] {"GRADES", "{\"grades\":5}", "{\"kind\":\"GRADES\",\"grades\":{}}", ""},
            new String[] {"MOTION", "{}", "{\"kind\":\"MOTION\",\"vote\":\"against\"}", "against"},
            new String[] {"APPROVAL", "{\"max\":4}", "{\"kind\":\"BLANK\"}", ""});

    private static byte[] bytes(int length, int from) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    private static ObjectNode definition(String kind, String limits, int number) {
        int options = kind.equals("MOTION") ? 1 : 10;
        ObjectNode json = EngineJson.MAPPER.createObjectNode();
        json.put("poll", "web-" + number)
                .put("title", "« Été » \"à\" 🎈 \\ \u0001")
                .put("kind", kind);
        json.set("limits", EngineJson.MAPPER.readTree(limits));
        ArrayNode list = json.putArray("options");
        for (int i = 0; i < options; i++) {
            list.addObject().put("id", "o" + i).put("title", "Idée " + i).put("cost", 1_000L * (i + 1));
        }
        json.putObject("budget").put("cents", 10_000).put("currency", "EUR");
        json.set("rule", rule(kind));
        json.put("tieBreak", "declared")
                .put("eligibility", "tous")
                .put("revote", false)
                .put("suite", 1);
        json.putArray("channels").add("card").add("paper");
        json.put("order", "SHUFFLED");
        ObjectNode trustees = json.putObject("trustees");
        trustees.put("threshold", 1).putArray("keys").add(Base64.getEncoder().encodeToString(KEY.publicKey()));
        return json;
    }

    private static JsonNode rule(String kind) {
        return EngineJson.MAPPER.readTree(
                switch (kind) {
                    case "GRADES" -> "{\"id\":\"majority-judgment\"}";
                    case "MOTION" ->
                        "{\"id\":\"motion\",\"majority\":\"simple\",\"members\":0,\"quorum\":0,\"casting\":\"none\"}";
                    default -> "{\"id\":\"greedy\"}";
                });
    }

    private static ObjectNode vector(int number) {
        String[] poll = POLLS.get(number);
        ObjectNode vector = EngineJson.MAPPER.createObjectNode();
        ObjectNode json = definition(poll[0], poll[1], number);
        vector.set("definition", json);
        PollDefinition definition = PollDefinition.read(json);
        ObjectNode choice = (ObjectNode) EngineJson.MAPPER.readTree(poll[2]);
        String typed = poll[3];
        if (poll[0].equals("GRADES")) {
            StringBuilder grades = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                ((ObjectNode) choice.get("grades")).put("o" + i, i % 5);
                grades.append("o").append(i).append("=").append(i % 5).append(" ");
            }
            typed = grades.toString().strip();
        }
        vector.set("choice", choice);
        TokenSeed seed = new TokenSeed(bytes(32, number));
        byte[] secret = bytes(32, 100 + number);
        byte[] plaintext = new BallotCodec(definition)
                .encode(new ChoiceText(definition).choice(typed.isEmpty() ? List.of() : List.of(typed.split(" "))));
        SealedBallot ballot = Suite1.seal(definition.terms(), definition.hash(), seed, 0, plaintext, secret);
        vector.put("hash", definition.hash().hex())
                .put("seed", hex(seed.bytes()))
                .put("secret", hex(secret));
        vector.put("plaintext", hex(plaintext));
        vector.set("ballot", EngineJson.MAPPER.valueToTree(BallotCast.of(ballot)));
        vector.put("id", ballot.id().hex())
                .put("receipt", ReceiptCode.of(ballot.id()).text());
        ArrayNode order = vector.putArray("order");
        ShownOrder.of(definition, seed.token()).stream().map(PollOption::id).forEach(order::add);
        SealedBallot paper = PaperBallot.seal(definition, seed, plaintext);
        vector.put("paper", paper.id().hex());
        vector.put(
                "paperInvalid",
                PaperBallot.seal(definition, seed, PaperBallot.invalid(definition))
                        .id()
                        .hex());
        return vector;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static ObjectNode card(String code) {
        VotingCard card = VotingCard.of(new PollId("web-cards"), CardCode.parse(code));
        return EngineJson.MAPPER
                .createObjectNode()
                .put("poll", "web-cards")
                .put("code", code)
                .put("seed", hex(card.seed().bytes()))
                .put("token", card.seed().token().hex())
                .put("qr", card.qrText());
    }

    @Test
    void theScriptsAreTestedAgainstWhatTheEngineMakes() throws IOException {
        ObjectNode vectors = EngineJson.MAPPER.createObjectNode();
        ArrayNode ballots = vectors.putArray("ballots");
        for (int i = 0; i < POLLS.size(); i++) {
            ballots.add(vector(i));
        }
        vectors.putArray("cards").add(card("7H2K-9QWX-M3ZT")).add(card("0000-1111-ZZZZ"));
        String made = EngineJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(vectors) + "\n";
        if (Boolean.getBoolean("urne.approve")) {
            Files.writeString(VECTORS, made);
        }
        assertThat(EngineJson.MAPPER.readTree(Files.readString(VECTORS))).isEqualTo(EngineJson.MAPPER.readTree(made));
    }

    /** The file was written by the scripts ({@code URNE_APPROVE=1 npm test}), with one-time keys of the browser's. */
    @Test
    void theEngineOpensWhatTheScriptsSealed() throws IOException {
        JsonNode made = EngineJson.MAPPER.readTree(Files.readString(FOLDER.resolve("sealed.json")));
        assertThat(made.size()).isEqualTo(POLLS.size());
        JsonNode vectors = EngineJson.MAPPER.readTree(Files.readString(VECTORS)).get("ballots");
        for (int i = 0; i < POLLS.size(); i++) {
            PollDefinition definition = PollDefinition.read(vectors.get(i).get("definition"));
            SealedBallot ballot = EngineJson.MAPPER.treeToValue(made.get(i), SealedBallot.class);
            assertThat(ballot.isSignedByToken()).isTrue();
            byte[] plaintext = new Suite1.Opener(definition.terms(), definition.hash(), KEY.scalar())
                    .open(ballot)
                    .orElseThrow();
            assertThat(hex(plaintext)).isEqualTo(vectors.get(i).get("plaintext").asString());
        }
    }
}
