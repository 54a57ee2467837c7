package eu.urne.api.replay;

import eu.urne.engine.EngineJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Speaks to a server as staff and tablets do: sends again what was not answered. */
final class RestClient implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI base;
    private final String staffKey;

    RestClient(int port, String staffKey) {
        this.base = URI.create("http://127.0.0.1:" + port);
        this.staffKey = staffKey;
    }

    /** A staff command; the key makes it the same command when it is sent again. */
    JsonNode command(String path, Object body, String idempotencyKey) {
        byte[] json = EngineJson.MAPPER.writeValueAsBytes(body);
        return send(HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + staffKey)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build());
    }

    /** What anyone may send. */
    JsonNode post(String path, Object body) {
        byte[] json = EngineJson.MAPPER.writeValueAsBytes(body);
        return send(HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build());
    }

    /** What anyone may read. */
    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).build());
    }

    /** A file, as it comes. */
    InputStream download(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new ReplayException(path + " was answered with " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new ReplayException(path + " could not be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private JsonNode send(HttpRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
                if (!busy || attempt == ATTEMPTS) {
                    return body(request, response);
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new ReplayException("the server does not answer: " + e.getMessage(), e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static JsonNode body(HttpRequest request, HttpResponse<byte[]> response) {
        try {
            JsonNode json = EngineJson.MAPPER.readTree(response.body());
            if (response.statusCode() >= 300) {
                throw new ReplayException(request.uri().getPath() + " was refused with " + response.statusCode() + ": "
                        + json.path("detail").asString("no reason given"));
            }
            return json;
        } catch (JacksonException e) {
            throw new ReplayException(
                    request.uri().getPath() + " was answered with " + response.statusCode() + " and no JSON: "
                            + new String(response.body(), StandardCharsets.UTF_8),
                    e);
        }
    }

    private static ReplayException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ReplayException("interrupted", e);
    }

    @Override
    public void close() {
        http.close();
    }
}
