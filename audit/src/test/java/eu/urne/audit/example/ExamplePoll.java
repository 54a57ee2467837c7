package eu.urne.audit.example;

import static eu.urne.audit.example.ExampleBytes.base64;
import static eu.urne.audit.example.ExampleBytes.hex;
import static eu.urne.audit.example.ExampleBytes.join;
import static eu.urne.audit.example.ExampleBytes.sha256;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * A poll that is played step by step into a log (docs/formats/events.md and ballot.md). Options are a, b, c and so on.
 */
public final class ExamplePoll {
    private static final HPKE SEAL =
            new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);

    private final ExampleLog log;
    private final String id;
    private final Map<String, Object> definition = new HashMap<>();
    private final AsymmetricCipherKeyPair pollKey = SEAL.generatePrivateKey();
    private final List<Map<String, Object>> options = new ArrayList<>();
    private final List<ExampleKey> tokens = new ArrayList<>();
    private final ExampleKey registerKey;
    private int sealFrom = -1;
    private int cardBatches;

    /** Starts a definition with options of these costs, a budget of 100,000 cents and the rule greedy. */
    public ExamplePoll(ExampleLog log, String id, String kind, Map<String, ?> limits, long... costs) {
        this.log = log;
        this.id = id;
        this.registerKey = new ExampleKey(log.origin() + "/register", "register key");
        for (long cost : costs) {
            String name = String.valueOf((char) ('a' + options.size()));
            options.add(Map.of("cost", cost, "id", name, "title", "Option " + name));
        }
        definition.put("budget", Map.of("cents", 100_000, "currency", "EUR"));
        definition.put("channels", List.of("card"));
        definition.put("eligibility", "Children of 8 to 15 years");
        definition.put("kind", kind);
        definition.put("limits", limits);
        definition.put("poll", id);
        definition.put("revote", false);
        definition.put("rule", Map.of("id", "greedy"));
        definition.put("suite", 1);
        definition.put("tieBreak", "declared");
        definition.put("title", "Which project for your neighbourhood?");
        byte[] point = SEAL.serializePublicKey(pollKey.getPublic());
        definition.put("trustees", Map.of("keys", List.of(base64(point)), "threshold", 1));
    }

    /** Changes a member of the definition before it is written. */
    public ExamplePoll with(String member, Object value) {
        definition.put(member, value);
        return this;
    }

    /** Changes the nth entry of a type of the log, from 0, before it is signed. */
    public void alter(String type, int nth, Consumer<Map<String, Object>> change) {
        log.alter(type, nth, change);
    }

    ExampleLog log() {
        return log;
    }

    String id() {
        return id;
    }

    public String stream() {
        return "poll/" + id;
    }

    public List<ExampleKey> tokens() {
        return tokens;
    }

    public byte[] definitionHash() {
        Map<String, Object> whole = new HashMap<>(definition);
        whole.put("options", options);
        return sha256("urne-definition-v1\n", ExampleLog.json(whole));
    }

    /** Defines the poll; the options stand in two events where there are more than two. */
    public ExamplePoll define() {
        sealFrom = log.entries().size();
        String cause = "define-" + id;
        Map<String, Object> data = new HashMap<>();
        data.put("definition", definition);
        data.put("hash", hex(definitionHash()));
        data.put("options", options.size());
        data.put("poll", id);
        log.append(cause, stream(), "urne.poll.PollDefined.v1", data);
        int half = Math.min(2, options.size());
        list(cause, 0, options.subList(0, half));
        if (half < options.size()) {
            list(cause, half, options.subList(half, options.size()));
        }
        log.commit();
        return this;
    }

    private void list(String cause, int from, List<Map<String, Object>> some) {
        log.append(cause, stream(), "urne.poll.OptionsListed.v1", Map.of("from", from, "options", some, "poll", id));
    }

    /** Issues voting cards. */
    public ExamplePoll cards(String label, int count) {
        List<ExampleKey> batch = IntStream.range(0, count)
                .mapToObj(i -> new ExampleKey("token", id + label + cardBatches + "-" + i))
                .toList();
        cardBatches++;
        tokens.addAll(batch);
        List<String> sorted =
                batch.stream().map(key -> hex(key.publicKey())).sorted().toList();
        log.append(
                "cards-" + id + cardBatches,
                stream(),
                "urne.poll.CardsIssued.v1",
                Map.of("count", count, "label", label, "poll", id, "tokens", sorted));
        log.commit();
        return this;
    }

    public ExamplePoll open() {
        String cause = "open-" + id;
        log.append(cause, stream(), "urne.roll.RegisterOpened.v1", register(0, 0, 0, 5));
        Map<String, Object> opened = new HashMap<>(Map.of("definition", hex(definitionHash()), "poll", id));
        if (definition.get("of") instanceof Map<?, ?> of) {
            opened.put("budget", of.get("budget"));
        }
        log.append(cause, stream(), "urne.poll.PollOpened.v1", opened);
        log.commit();
        return this;
    }

    private Map<String, Object> register(int admitted, int handedOut, int voided, int size) {
        String text = log.origin() + "/register\n" + size + "\n" + base64(sha256("register", size)) + "\n";
        Map<String, Object> data = new HashMap<>();
        data.put("admitted", admitted);
        data.put("checkpoint", new String(registerKey.note(text), UTF_8));
        data.put("handedOut", handedOut);
        data.put("poll", id);
        data.put("void", voided);
        return data;
    }

    /** Casts a ballot with a token. */
    public ExamplePoll cast(int token, int seq, byte[] plaintext) {
        return castSealed(token, seq, seal(tokens.get(token), seq, plaintext));
    }

    public ExamplePoll cast(int token, byte[] plaintext) {
        return cast(token, 0, plaintext);
    }

    /** Seals a plaintext; gives ct and enc. */
    public byte[][] seal(ExampleKey token, int seq, byte[] plaintext) {
        try {
            byte[] info = join((byte) 1, (byte) id.length(), id, definitionHash());
            byte[] aad = join(token.publicKey(), seq);
            return SEAL.seal(pollKey.getPublic(), info, aad, plaintext, null, null, null);
        } catch (InvalidCipherTextException e) {
            throw new AssertionError(e);
        }
    }

    /** Casts a ballot whose ct and enc are given. */
    public ExamplePoll castSealed(int token, int seq, byte[][] sealed) {
        append(tokens.get(token), tokens.get(token), seq, sealed);
        return this;
    }

    /** Casts a ballot of a token that another key signs. */
    public void append(ExampleKey token, ExampleKey signer, int seq, byte[][] sealed) {
        Made made = ballot(token, signer, "card", seq, sealed);
        log.append(made.id(), ballotStream(token), "urne.poll.BallotCast.v1", made.data());
        log.commit();
    }

    /** Name of the stream of a token. */
    String ballotStream(ExampleKey token) {
        return "ballot/" + id + "/" + hex(token.publicKey());
    }

    /** A ballot, and its id. */
    public record Made(Map<String, Object> data, String id) {}

    /** The ballot of a token that a key signs. */
    Made ballot(ExampleKey token, ExampleKey signer, String authorisation, int seq, byte[][] sealed) {
        Map<String, Object> data = new HashMap<>();
        byte[] bytes = join(
                (byte) 1,
                (byte) id.length(),
                id,
                token.publicKey(),
                (byte) authorisation.length(),
                authorisation,
                seq,
                sealed[1],
                (short) sealed[0].length,
                sealed[0]);
        byte[] signature = signer.sign(join("urne-ballot-v1\n", bytes));
        data.put("suite", 1);
        data.put("poll", id);
        data.put("token", hex(token.publicKey()));
        data.put("authorisation", authorisation);
        data.put("seq", seq);
        data.put("enc", base64(sealed[1]));
        data.put("ct", base64(sealed[0]));
        data.put("sig", base64(signature));
        return new Made(data, hex(sha256("urne-ballot-v1\n", bytes, signature)));
    }

    /** Closes; all cards but the void ones were handed out. */
    public ExamplePoll close(int voided) {
        int handedOut = tokens.size() - voided;
        String cause = "close-" + id;
        log.append(cause, stream(), "urne.roll.RegisterClosed.v1", register(handedOut + 3, handedOut, voided, 50));
        log.append(cause, stream(), "urne.poll.PollClosed.v1", Map.of("poll", id));
        log.commit();
        return this;
    }

    /** Seals: all entries since the definition that are of this poll. */
    public ExamplePoll seal() {
        return sealWithout(-1);
    }

    /** Seals, but for one entry. */
    public ExamplePoll sealWithout(int index) {
        byte[] hidden = index < 0 ? new byte[0] : log.entries().get(index);
        List<byte[]> leaves = log.entries().subList(sealFrom, log.entries().size()).stream()
                .filter(entry -> entry != hidden)
                .filter(entry -> new String(entry, UTF_8).contains("/" + id + "\"")
                        || new String(entry, UTF_8).contains("\"stream\":\"ballot/" + id + "/"))
                .map(ExampleTree::leaf)
                .toList();
        log.append(
                "seal-" + id,
                stream(),
                "urne.poll.PollSealed.v1",
                Map.of("count", leaves.size(), "poll", id, "root", hex(ExampleTree.root(leaves))));
        log.commit();
        return this;
    }

    public ExamplePoll reveal() {
        byte[] scalar = SEAL.serializePrivateKey(pollKey.getPrivate());
        log.append("reveal-" + id, stream(), "urne.poll.PollKeyRevealed.v1", Map.of("key", base64(scalar), "poll", id));
        log.commit();
        return this;
    }

    /** Declares scores, in two events where there are more than one, and the outcome. */
    public void declare(List<Map<String, ?>> scores, Map<String, ?> outcome) {
        String cause = "declare-" + id;
        scores(cause, 0, scores.subList(0, 1));
        if (scores.size() > 1) {
            scores(cause, 1, scores.subList(1, scores.size()));
        }
        Map<String, Object> data = new HashMap<>(outcome);
        data.put("definition", hex(definitionHash()));
        data.put("poll", id);
        log.append(cause, stream(), "urne.poll.OutcomeDeclared.v1", data);
        log.commit();
    }

    private void scores(String cause, int from, List<Map<String, ?>> some) {
        log.append(cause, stream(), "urne.poll.ScoresDeclared.v1", Map.of("from", from, "poll", id, "scores", some));
    }
}
