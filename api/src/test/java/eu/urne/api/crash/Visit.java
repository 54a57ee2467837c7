package eu.urne.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.crash.Election.Step;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.SealedBallot;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Speaks HTTP to one life of a server, and tells when it is gone. */
final class Visit implements AutoCloseable {

    /** The server was killed while a request was under way, or before. */
    static final class GoneException extends Exception {

        private static final long serialVersionUID = 1;

        GoneException(IOException cause) {
            super(cause);
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String staffKey;

    Visit(URI address, String staffKey) {
        this.address = address;
        this.staffKey = staffKey;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private String answer(HttpRequest request) throws GoneException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode())
                    .as("%s %s: %s", request.method(), request.uri(), response.body())
                    .isIn(200, 201);
            return response.body();
        } catch (IOException e) {
            throw new GoneException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer of a staff request, which is the same command each time. */
    String step(Step step) throws GoneException {
        return answer(request(step.path())
                .header("Authorization", "Bearer " + staffKey)
                .header("Idempotency-Key", step.key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(step.body()))
                .build());
    }

    /** The receipt of a ballot that is cast now, or was before. */
    String cast(SealedBallot ballot) throws GoneException {
        return answer(request(Election.PATH + "/ballots")
                .header("Content-Type", "application/json")
                .header("Accept", "text/plain")
                .POST(BodyPublishers.ofString(EngineJson.MAPPER.writeValueAsString(ballot)))
                .build());
    }

    /** The receipt of a ballot that was cast before. */
    String receipt(SealedBallot ballot) throws GoneException {
        return answer(request("/api/receipts/" + ballot.id())
                .header("Accept", "text/plain")
                .build());
    }

    JsonNode get(String path) throws GoneException {
        return EngineJson.MAPPER.readTree(answer(request(path).build()));
    }

    void download(String path, Path target) throws IOException, InterruptedException {
        try (InputStream body =
                http.send(request(path).build(), BodyHandlers.ofInputStream()).body()) {
            Files.copy(body, target);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
