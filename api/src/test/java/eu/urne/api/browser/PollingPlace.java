package eu.urne.api.browser;

import static org.awaitility.Awaitility.await;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.CardCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A server with polls of its own, that can be stopped and started again at the same address. */
final class PollingPlace implements AutoCloseable {

    private static final String KEY = "a-key-of-the-staff-for-tests";
    private static final int VOTERS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private int port;
    private Server server;
    private boolean runs;

    PollingPlace(Path folder) {
        this.folder = folder;
        server = started(0);
        port = server.port();
    }

    private Server started(int at) {
        runs = true;
        return Server.start(new ServerSettings(folder, "127.0.0.1", at, "", false, Optional.empty(), List.of(KEY)));
    }

    void stop() {
        runs = false;
        server.close();
    }

    void startAgain() {
        server = started(port);
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** What the server answers to a GET. */
    JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(URI.create(url(path))).build());
    }

    /** What the server answers to a GET of the staff. */
    JsonNode staffGet(String path) {
        return answer(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + KEY)
                .build());
    }

    JsonNode post(String path, Object body) {
        return answer(posting(path, body));
    }

    /** Why the server refuses a POST of the staff. */
    String refusal(String path, Object body) {
        HttpResponse<String> reply = sent(posting(path, body));
        if (reply.statusCode() < 400) {
            throw new AssertionError(path + " was not refused: " + reply.body());
        }
        return EngineJson.MAPPER.readTree(reply.body()).get("detail").asString();
    }

    private HttpRequest posting(String path, Object body) {
        return HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        body instanceof String text ? text : EngineJson.MAPPER.writeValueAsString(body)))
                .build();
    }

    private static JsonNode answer(HttpRequest request) {
        HttpResponse<String> reply = sent(request);
        if (reply.statusCode() >= 300) {
            throw new AssertionError(request.uri() + ": " + reply.body());
        }
        return EngineJson.MAPPER.readTree(reply.body());
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A code to make a tablet known. */
    String enrolment() {
        return post("/api/tablets/enrolments", Map.of("site", "europe", "name", "Tablette 2"))
                .get("code")
                .asString();
    }

    /**
     * An open poll with three voters, who have the cards {@link #card}.
     *
     * @param kind with its limits and rule: {@code "kind":…,"limits":…,"rule":…}
     */
    void opened(String poll, String kind, String... titles) {
        String options = String.join(
                ",",
                IntStream.range(0, titles.length)
                        .mapToObj(i -> "{\"id\":\"o" + i + "\",\"title\":\"" + titles[i] + "\",\"cost\":0}")
                        .toList());
        post("/api/polls", """
                {"poll":"%s","title":"Budget des enfants","budget":{"cents":300000,"currency":"EUR"},%s,
                 "tieBreak":"declared","eligibility":"enfants","channels":["card"],"order":"SHUFFLED","revote":false,
                 "suite":1,"options":[%s]}""".formatted(poll, kind, options));
        List<String> tokens =
                IntStream.range(0, VOTERS).mapToObj(voter -> token(poll, voter)).toList();
        List<String> persons =
                IntStream.range(0, VOTERS).mapToObj("%032x"::formatted).toList();
        post("/api/polls/" + poll + "/cards", Map.of("label", "all", "tokens", tokens));
        post("/api/polls/" + poll + "/register/admissions", Map.of("persons", persons));
        post("/api/polls/" + poll + "/register/hand-outs", Map.of("persons", persons.subList(0, VOTERS - 1)));
        post("/api/polls/" + poll + "/open", "{}");
    }

    private static String token(String poll, int voter) {
        return card(poll, voter).seed(new PollId(poll)).token().hex();
    }

    /** The code on a card. */
    static CardCode card(String poll, int voter) {
        return CardCode.of(new byte[] {7, (byte) (poll.length() & 31), 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) voter});
    }

    void voided(String poll, int voter) {
        post("/api/polls/" + poll + "/voids", Map.of("tokens", List.of(token(poll, voter))));
    }

    long ballots(String poll) {
        return get("/api/polls/" + poll + "/turnout").get("ballots").asLong();
    }

    void ended(String poll) {
        post("/api/polls/" + poll + "/end", "{}");
    }

    /** Whether the close of a poll waits for a tablet. */
    boolean waitsForTablets(String poll) {
        return staffGet("/api/polls/" + poll + "/tablets")
                .valueStream()
                .anyMatch(tablet -> tablet.get("state").asString().equals("waiting"));
    }

    /** Ends, closes and counts a poll as soon as its only tablet is empty: the scores in order of the options. */
    List<Integer> scores(String poll, Tablet tablet) {
        ended(poll);
        await().atMost(PATIENCE).until(() -> {
            tablet.breathe();
            return !waitsForTablets(poll);
        });
        post("/api/polls/" + poll + "/close", "{}");
        post("/api/polls/" + poll + "/reveal", "{}");
        long index = post("/api/polls/" + poll + "/outcome", "{}").get("index").asLong();
        JsonNode outcome = get("/api/polls/" + poll + "/outcome?after=" + index);
        return outcome.get("scores")
                .valueStream()
                .map(score -> score.get("score").asInt())
                .toList();
    }

    @Override
    public void close() {
        if (runs) {
            server.close();
        }
    }
}
