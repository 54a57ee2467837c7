package eu.urne.audit.vectors;

import static eu.urne.audit.vectors.Vectors.hex;
import static eu.urne.audit.vectors.Vectors.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.PollPublicKey;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.engine.EngineJson;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.roll.CardCode;
import eu.urne.engine.roll.VotingCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Vectors of entries, definitions, ballots and cards: the good ones made by the engine, with fixed seeds. */
final class PollVectors {
    private static final byte[] SCALAR = ExampleBytes.sha256("poll key of the vectors");
    private static final long DAY = 20_000L * 86_400_000;

    private static final Object[][] WRONG_ENTRIES = {
        {"v", 2},
        {"id", "00000000-0000-4000-8000-000000000000"},
        {"at", -1},
        {"by", "mayor"},
        {"cause", "two words"},
        {"type", "idea"},
        {"seq", -1},
        {"stream", ""},
        {"meta", Map.of()},
        {"more", 1},
        {"key", "00"}
    };

    private static final Object[][] WRONG_DEFINITIONS = {
        {"kind", "VETO"},
        {"limits", Map.of("max", 1)},
        {"budget", Map.of("cents", -1, "currency", "EUR")},
        {"budget", Map.of("cents", 1, "currency", "eur")},
        {"channels", List.of("post")},
        {"poll", "-a"},
        {"revote", "false"},
        {"suite", 2},
        {"tieBreak", "lot:"},
        {"tieBreak", "coin"},
        {"title", 7},
        {"rule", Map.of("id", "greedy", "threshold", 1)},
        {"rule", Map.of("id", "greedy-exclusive", "conflicts", List.of(List.of("b/2", "a")))},
        {"rule", Map.of("id", "greedy-exclusive", "conflicts", List.of(List.of("a", "z")))},
        {"rule", Map.of("id", "borda")},
        {"more", 1}
    };

    private static final String MOTION = """
            {"casting":"none","id":"motion","majority":"two-thirds","members":35,"quorum":18}""";

    private static final String SHARES = """
            {"comparison":"none","completion":"add1","id":"mes","start":"floor","step":100,"then":"greedy",
            "utility":"cost","voters":"all"}""";

    private PollVectors() {}

    static Map<String, Object> entry() {
        Origin origin = new Origin("vectors.example");
        Signer signer = new Signer(origin, ExampleBytes.sha256("key of vectors.example"));
        EntryCodec codec = new EntryCodec(signer);
        byte[] good = codec.seal(entry("idea-1", "budget/2026", Map.of()));
        List<Object> cases = new ArrayList<>();
        cases.add(good("with a stream", good));
        cases.add(good("without a stream", codec.seal(entry("idea-2", null, Map.of()))));
        cases.add(good("with meta", codec.seal(entry("idea-3", "budget/2026", Map.of("trace", "ä\u0001")))));
        ExampleKey key = new ExampleKey("vectors.example", "key of vectors.example");
        cases.add(bad(
                "signed for another log",
                new EntryCodec(new Signer(new Origin("other.example"), ExampleBytes.sha256("key of vectors.example")))
                        .seal(entry("idea-1", "budget/2026", Map.of()))));
        cases.add(bad(
                "changed after signing",
                new String(good, UTF_8).replace("\"seq\":4", "\"seq\":5").getBytes(UTF_8)));
        cases.add(bad(
                "spaces",
                new String(good, UTF_8).replace("\"seq\":4", "\"seq\": 4").getBytes(UTF_8)));
        for (String member : List.of("v", "id", "at", "by", "cause", "data", "key", "seq", "type")) {
            cases.add(bad("without " + member, resigned(good, key, entry -> entry.remove(member))));
        }
        for (Object[] member : WRONG_ENTRIES) {
            cases.add(
                    bad("wrong " + member[0], resigned(good, key, entry -> entry.put((String) member[0], member[1]))));
        }
        return object("origin", origin.name(), "vkey", signer.verifierKey().toString(), "cases", cases);
    }

    private static Entry entry(String cause, @Nullable String stream, Map<String, String> meta) {
        return new Entry(
                Entry.id(cause, 0),
                stream,
                stream == null ? 0 : 4,
                "urne.budget.IdeaHandedIn.v1",
                DAY + 5,
                "staff/7f3a",
                cause,
                meta,
                EngineJson.tree(Map.of("text", "Más árboles \ud83c\udf33", "number", 7)));
    }

    private static byte[] resigned(byte[] good, ExampleKey key, Consumer<Map<String, Object>> change) {
        Map<String, Object> entry = ExampleLog.parsed(good);
        entry.remove("sig");
        change.accept(entry);
        byte[] message = ExampleBytes.join("urne-entry-v1\nvectors.example\n", ExampleLog.json(entry));
        entry.put("sig", ExampleBytes.base64(key.sign(message)));
        return ExampleLog.json(entry);
    }

    private static Map<String, Object> good(String name, byte[] bytes) {
        return object(
                "name", name, "bytes", hex(bytes), "valid", true, "leaf", hex(ExampleBytes.sha256((byte) 0, bytes)));
    }

    private static Map<String, Object> bad(String name, byte[] bytes) {
        return object("name", name, "bytes", hex(bytes), "valid", false);
    }

    private static Map<String, Object> definition(String kind, Map<String, ?> limits, String rule) {
        byte[] point = PollPublicKey.ofPrivate(SCALAR).orElseThrow().encoded().array();
        Map<String, Object> definition = object(
                "budget",
                object("cents", 100_000, "currency", "EUR"),
                "channels",
                List.of("card"),
                "eligibility",
                "Children of 8 to 15 years",
                "kind",
                kind,
                "limits",
                limits,
                "poll",
                "children-2026",
                "revote",
                false,
                "rule",
                EngineJson.MAPPER.readValue(rule, Map.class),
                "suite",
                1,
                "tieBreak",
                "declared",
                "title",
                "What shall be built? \ud83c\udf33",
                "trustees",
                object("keys", List.of(ExampleBytes.base64(point)), "threshold", 1));
        definition.put(
                "options",
                List.of(
                        object("cost", 60_000, "id", "a", "title", "Park"),
                        object("cost", 0, "id", "b/2", "title", "B\u00e4nke"),
                        object("cost", 50_000, "id", "\ud83d\ude00", "title", "")));
        return definition;
    }

    private static Map<String, Object> motion() {
        Map<String, Object> definition = definition("MOTION", Map.of(), MOTION);
        definition.put("options", List.of(object("cost", 0, "id", "a", "title", "Park")));
        return definition;
    }

    static Map<String, Object> definitions() {
        List<Object> cases = new ArrayList<>();
        List<Map<String, Object>> good = List.of(
                definition("FAVOURITE", Map.of(), "{\"id\":\"greedy\"}"),
                definition("APPROVAL", Map.of("max", 3), "{\"id\":\"greedy-threshold\",\"threshold\":2}"),
                definition("KNAPSACK", Map.of(), "{\"id\":\"greedy-no-skip\"}"),
                definition(
                        "POINTS",
                        Map.of("maxPerOption", 5, "maxTotal", 8),
                        "{\"id\":\"greedy-no-skip\",\"threshold\":1}"),
                definition(
                        "RANKING", Map.of("max", 2), "{\"conflicts\":[[\"a\",\"b/2\"]],\"id\":\"greedy-exclusive\"}"),
                definition("GRADES", Map.of("grades", 5), "{\"id\":\"majority-judgment\"}"),
                motion(),
                definition("FAVOURITE", Map.of(), "{\"id\":\"phragmen\"}"),
                definition("APPROVAL", Map.of("max", 2), SHARES));
        for (Map<String, Object> definition : good) {
            cases.add(object(
                    "definition",
                    definition,
                    "valid",
                    true,
                    "hash",
                    PollDefinition.read(EngineJson.tree(definition)).hash().hex()));
        }
        for (Object[] member : WRONG_DEFINITIONS) {
            Map<String, Object> definition = new TreeMap<>(good.getFirst());
            definition.put((String) member[0], member[1]);
            cases.add(object("definition", definition, "valid", false));
        }
        Map<String, Object> knapsack = new TreeMap<>(good.get(2));
        knapsack.remove("budget");
        cases.add(object("definition", knapsack, "valid", false));
        return object("cases", cases);
    }

    static Map<String, Object> sealedBallots() {
        PollDefinition definition =
                PollDefinition.read(EngineJson.tree(definition("APPROVAL", Map.of("max", 3), "{\"id\":\"greedy\"}")));
        List<Object> cases = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] plaintext = {2, 0, (byte) (1 << i)};
            cases.add(ballot("good", sealed(definition, i, plaintext), hex(plaintext), true));
        }
        SealedBallot one = sealed(definition, 1, new byte[] {2, 0, 1});
        SealedBallot two = sealed(definition, 2, new byte[] {2, 0, 1});
        cases.add(ballot("sealed choice of another ballot", with(one, two.enc(), two.ct(), one.sig()), null, false));
        byte[] changed = one.ct().clone();
        changed[0] ^= 1;
        cases.add(ballot("changed choice", with(one, one.enc(), changed, one.sig()), null, false));
        cases.add(ballot("no point of the curve", with(one, new byte[65], one.ct(), one.sig()), null, false));
        return object(
                "poll",
                "children-2026",
                "definition",
                definition.hash().hex(),
                "privateKey",
                hex(SCALAR),
                "cases",
                cases);
    }

    private static SealedBallot sealed(PollDefinition definition, int number, byte[] plaintext) {
        TokenSeed seed = new TokenSeed(ExampleBytes.sha256("token", number));
        return Suite1.seal(
                definition.terms(), definition.hash(), seed, number, plaintext, ExampleBytes.sha256("secret", number));
    }

    private static SealedBallot with(SealedBallot old, byte[] enc, byte[] ct, byte[] sig) {
        return new SealedBallot(1, old.poll(), old.token(), "card", old.seq(), enc, ct, sig);
    }

    private static Map<String, Object> ballot(
            String name, SealedBallot ballot, @Nullable String plaintext, boolean signed) {
        Map<String, Object> member = object(
                "name",
                name,
                "ballot",
                EngineJson.MAPPER.convertValue(BallotCast.of(ballot), Map.class),
                "id",
                ballot.id().hex(),
                "signed",
                signed);
        if (plaintext != null) {
            member.put("plaintext", plaintext);
        }
        return member;
    }

    static Map<String, Object> cards() {
        List<Object> cases = new ArrayList<>();
        for (String typed : List.of("7K2M-9QXT-4HVB", "7k2m9qxt4hvb", "oIl0-1111-zzzz")) {
            CardCode code = CardCode.parse(typed);
            VotingCard card = VotingCard.of(new PollId("children-2026"), code);
            cases.add(object(
                    "typed",
                    typed,
                    "valid",
                    true,
                    "code",
                    code.toString(),
                    "poll",
                    "children-2026",
                    "seed",
                    hex(card.seed().bytes()),
                    "token",
                    card.seed().token().hex(),
                    "qr",
                    card.qrText()));
        }
        for (String typed : List.of(
                "", "7K2M-9QXT-4HV", "7K2M-9QXT-4HVBB", "7K2M-9QXT-4HVU", "7K2M-9QXT-4HV\u0131", "7K2M_9QXT_4HVB")) {
            cases.add(object("typed", typed, "valid", false));
        }
        return object("cases", cases);
    }
}
