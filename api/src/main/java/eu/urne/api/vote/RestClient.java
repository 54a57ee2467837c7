package eu.urne.api.vote;

import eu.urne.engine.EngineJson;
import eu.urne.engine.store.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Speaks to a server as staff and tablets do: sends again what was not answered. */
public final class RestClient implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final long LONGEST_WAIT_S = 30;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI base;
    private final String staffKey;

    /**
     * A client of the server at that address.
     *
     * @param staffKey for {@link #command}; may be empty where only public requests are made
     */
    public RestClient(URI base, String staffKey) {
        this.base = base;
        this.staffKey = staffKey;
    }

    /** A staff command; the key makes it the same command when it is sent again. */
    public JsonNode command(String path, Object body, String idempotencyKey) {
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
    public JsonNode post(String path, Object body) {
        byte[] json = EngineJson.MAPPER.writeValueAsBytes(body);
        return send(HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build());
    }

    /**
     * A file that the staff hands in.
     *
     * @param type of its content, as a media type
     * @param purpose why personal data are touched; it stands in the log of accesses
     */
    public JsonNode upload(String path, String type, byte[] content, String purpose) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + staffKey)
                .header("Content-Type", type)
                .header("Urne-Purpose", purpose)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    }

    /**
     * What the staff may read.
     *
     * @param purpose why, where personal data are read; it stands in the log of accesses
     */
    public JsonNode read(String path, String purpose) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + staffKey)
                .header("Urne-Purpose", purpose)
                .build());
    }

    /** What the staff may read. */
    public JsonNode staffGet(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + staffKey)
                .build());
    }

    /** What anyone may read. */
    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).build());
    }

    /** A file, as it comes. */
    public InputStream download(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close(); // or the client waits for the rest of it when it is closed
                throw new RestException(path + " was answered with " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new RestException(path + " could not be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * A file, as it comes, into a file; written beside it first, so that there is never half of it under its name.
     *
     * @throws IOException if the file cannot be written
     */
    public void download(String path, Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path draft = Files.createTempFile(
                absolute.getParent(), absolute.getFileName().toString(), ".part");
        try {
            try (InputStream file = download(path)) {
                Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
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
                waitFor(response);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new RestException("the server does not answer: " + OneLine.of(e), e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** As long as the server asks for, and never for so long that a person would think that nothing happens. */
    private static void waitFor(HttpResponse<?> response) throws InterruptedException {
        long seconds = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
        new CountDownLatch(1).await(Math.min(seconds, LONGEST_WAIT_S), TimeUnit.SECONDS);
    }

    private static JsonNode body(HttpRequest request, HttpResponse<byte[]> response) {
        try {
            JsonNode json = EngineJson.MAPPER.readTree(response.body());
            if (response.statusCode() >= 300) {
                String detail = json.path("detail").asString("no reason given");
                throw new RestException(
                        request.uri().getPath() + " was refused with " + response.statusCode() + ": " + detail, detail);
            }
            return json;
        } catch (JacksonException e) {
            throw new RestException(
                    request.uri().getPath() + " was answered with " + response.statusCode() + " and no JSON: "
                            + new String(response.body(), StandardCharsets.UTF_8),
                    e);
        }
    }

    private static RestException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RestException("interrupted", e);
    }

    @Override
    public void close() {
        http.close();
    }
}
