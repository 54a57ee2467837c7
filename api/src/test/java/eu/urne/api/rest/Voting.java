package eu.urne.api.rest;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.rest.Client.Reply;
import eu.urne.api.settings.Setting;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.store.LogName;
import eu.urne.engine.tally.Ballot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/** A server on a folder of its own, and a small poll that is driven over its REST interface. */
final class Voting implements AutoCloseable {

    static final String KEY = "a-key-of-the-staff-for-tests";
    static final String POLL = "/api/polls/children-2026";

    static final String DEFINITION = """
            {"poll":"children-2026","title":"Budget des enfants","kind":"APPROVAL","limits":{"max":2},
             "budget":{"cents":500000,"currency":"EUR"},"rule":{"id":"greedy"},"tieBreak":"declared",
             "eligibility":"children of the centres","channels":["card"],"revote":false,"suite":1,
             "options":[{"id":"a","title":"Une cabane","cost":300000},
                        {"id":"b","title":"Un potager","cost":250000},
                        {"id":"c","title":"Des vélos","cost":200000}]}""";

    final Server server;
    final Client client;

    Voting(Path folder, boolean rebuild) {
        this(new ServerSettings(folder, "127.0.0.1", 0, "", rebuild, Optional.empty(), List.of(KEY)));
    }

    private Voting(ServerSettings settings) {
        server = Server.start(settings);
        client = new Client(server, KEY);
    }

    /** A server that was told something more. */
    static Voting with(Path folder, Map<Setting, String> settings) {
        return new Voting(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(KEY)).with(settings));
    }

    long logSize() {
        return server.engine().log().checkpoint(LogName.PUBLIC).size();
    }

    Reply define() {
        return client.send(client.asStaff(client.json("/api/polls", DEFINITION)));
    }

    static TokenSeed seed(int voter) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) voter;
        bytes[1] = 7;
        return new TokenSeed(bytes);
    }

    static List<String> persons(int count) {
        return IntStream.range(0, count)
                .mapToObj(person -> String.format("%032x", person))
                .toList();
    }

    /** Everything up to the opening, with this many voters. */
    Voting opened(int voters) {
        define();
        List<String> tokens = IntStream.range(0, voters)
                .mapToObj(voter -> seed(voter).token().hex())
                .toList();
        client.staffPost(POLL + "/cards", Map.of("label", "all", "tokens", tokens));
        client.staffPost(POLL + "/register/admissions", Map.of("persons", persons(voters)));
        client.staffPost(POLL + "/register/hand-outs", Map.of("persons", persons(voters)));
        client.staffPost(POLL + "/open");
        return this;
    }

    /** The definition as the server publishes it. */
    PollDefinition definition() {
        long last = logSize() - 1;
        ObjectNode json =
                (ObjectNode) client.get(POLL + "?after=" + last).json().get("definition");
        List<PollOption> options =
                EngineJson.MAPPER.convertValue(json.remove("options"), new TypeReference<List<PollOption>>() {});
        return new PollDefinition(EngineJson.MAPPER.treeToValue(json, PollTerms.class), options);
    }

    SealedBallot ballot(int voter, Ballot choice) {
        byte[] secret = new byte[32];
        secret[0] = (byte) voter;
        secret[1] = (byte) choice.hashCode();
        return ballot(voter, choice, secret);
    }

    SealedBallot ballot(int voter, Ballot choice, byte[] secret) {
        PollDefinition definition = definition();
        return Suite1.seal(
                definition.terms(),
                definition.hash(),
                seed(voter),
                0,
                new BallotCodec(definition).encode(choice),
                secret);
    }

    Reply cast(SealedBallot ballot) {
        return client.post(POLL + "/ballots", ballot);
    }

    /** Closes the vote and declares the outcome; the index of the outcome in the log. */
    long declared() {
        client.staffPost(POLL + "/close");
        client.staffPost(POLL + "/reveal");
        return client.staffPost(POLL + "/outcome").json().get("index").asLong();
    }

    @Override
    public void close() {
        server.close();
    }
}
