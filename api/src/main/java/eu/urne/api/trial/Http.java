package eu.urne.api.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests that are not sent again by themselves. */
final class Http implements AutoCloseable {

    private static final Duration READ = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** The answer to a body of JSON, whatever it is. */
    HttpResponse<byte[]> post(URI server, String path, byte[] body, Duration patience)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A file. */
    byte[] get(URI server, String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(server.resolve(path)).timeout(READ).build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new TrialException(server + path + " was answered with " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new TrialException(server + path + " was not answered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrialException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
