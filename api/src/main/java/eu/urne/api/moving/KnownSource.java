package eu.urne.api.moving;

import eu.urne.engine.moving.KnownCheckpoint;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads a checkpoint that is known to have been published, from a file or an address. */
final class KnownSource {

    private static final int MOST_BYTES = 1 << 17;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private KnownSource() {}

    /**
     * Reads it.
     *
     * @param source a file, or an address that begins with {@code http}
     * @throws StoreException in one sentence, if it cannot be read
     */
    static KnownCheckpoint read(String source) {
        try (InputStream in = source.matches("https?://.*") ? fetch(source) : Files.newInputStream(Path.of(source))) {
            return KnownCheckpoint.of(source, new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException("the known checkpoint " + source + " cannot be read: " + OneLine.of(e), e);
        }
    }

    private static InputStream fetch(String address) throws IOException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("the answer is " + response.statusCode());
            }
            return new ByteArrayInputStream(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
