package eu.urne.api.replay;

import eu.urne.api.vote.RestClient;
import eu.urne.api.vote.Tablets;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.Token;
import eu.urne.engine.poll.Trustees;
import eu.urne.engine.roll.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs one election over REST, step by step: definition, register, cards, opening, ballots, close, key, outcome. Each
 * step is idempotent, so a replay that was interrupted goes on when it is run again.
 */
final class Replay {

    private static final int CHUNK = 5_000;

    private final RestClient rest;
    private final ReplayedPoll poll;
    private final ReplaySecrets secrets;
    private final Progress progress;
    private final String path;

    /**
     * How a replay went.
     *
     * @param castMs milliseconds in which all ballots were sealed, sent and acknowledged
     * @param outcome as the server publishes it
     */
    record Result(int ballots, long castMs, JsonNode outcome) {}

    Replay(RestClient rest, ReplayedPoll poll, ReplaySecrets secrets, Progress progress) {
        this.rest = rest;
        this.poll = poll;
        this.secrets = secrets;
        this.progress = progress;
        this.path = "/api/polls/" + poll.id();
    }

    Result run() {
        int voters = poll.choices().size();
        progress.begin("define, cards, register", 3L * voters);
        define();
        inChunks("cards", voters, voter -> secrets.seed(voter).token(), this::issue);
        inChunks("admissions", voters, secrets::person, (persons, key) -> register("admissions", persons, key));
        inChunks("hand-outs", voters, secrets::person, (persons, key) -> register("hand-outs", persons, key));
        long opening = step("open").get("index").longValue();
        long start = System.nanoTime();
        castAll(published(opening));
        long castMs = (System.nanoTime() - start) / 1_000_000;
        progress.begin("close, open, count", 3);
        step("close");
        step("reveal");
        long index = step("outcome").get("index").longValue();
        return new Result(voters, castMs, rest.get(path + "/outcome?after=" + index));
    }

    private void define() {
        PollDefinition draft = poll.definition(Trustees.engine(new byte[65]));
        ObjectNode json = (ObjectNode) EngineJson.tree(draft.terms());
        json.remove("trustees");
        json.set("options", EngineJson.tree(draft.options()));
        rest.command("/api/polls", json, "define");
    }

    /**
     * The bodies of staff requests; the same bytes each time, because they are part of what makes a command the same.
     */
    private record Cards(String label, List<Token> tokens) {}

    private record Persons(List<Person> persons) {}

    private interface ChunkStep<T> {
        void send(List<T> chunk, String idempotencyKey);
    }

    private <T> void inChunks(String name, int voters, IntFunction<T> item, ChunkStep<T> step) {
        for (int from = 0; from < voters; from += CHUNK) {
            int to = Math.min(voters, from + CHUNK);
            List<T> chunk =
                    new ArrayList<>(IntStream.range(from, to).mapToObj(item).toList());
            step.send(chunk, name + "-" + from);
            progress.stepBy(chunk.size());
        }
    }

    private void issue(List<Token> tokens, String key) {
        tokens.sort(Comparator.naturalOrder());
        rest.command(path + "/cards", new Cards("all", tokens), key);
    }

    private void register(String kind, List<Person> persons, String key) {
        JsonNode reply = rest.command(path + "/register/" + kind, new Persons(persons), key);
        if (!reply.get("refused").isEmpty()) {
            throw new ReplayException("the register refused: "
                    + reply.get("refused").get(0).get("detail").asString());
        }
    }

    private JsonNode step(String name) {
        JsonNode reply = rest.command(path + "/" + name, Map.of(), name);
        progress.stepBy(1);
        return reply;
    }

    /** The definition as it was published: with the poll key that the ballots are sealed to. */
    private PollDefinition published(long opening) {
        PollDefinition published =
                PollDefinition.read(rest.get(path + "?after=" + opening).get("definition"));
        PollDefinition draft = poll.definition(published.terms().trustees());
        if (!draft.options().equals(published.options())) {
            throw new ReplayException(
                    "the data folder holds a poll " + poll.id() + " that was defined from another file");
        }
        return draft;
    }

    private void castAll(PollDefinition definition) {
        int voters = poll.choices().size();
        progress.begin("cast", voters);
        List<Tablets.Vote> votes = IntStream.range(0, voters)
                .mapToObj(voter -> new Tablets.Vote(
                        secrets.seed(voter),
                        secrets.sealing(voter),
                        poll.choices().get(voter)))
                .toList();
        new Tablets(rest, definition).cast(votes, () -> progress.stepBy(1));
    }
}
