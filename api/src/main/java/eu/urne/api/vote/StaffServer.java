package eu.urne.api.vote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The server that a member of the staff speaks to. The key comes from a file, so that no list of processes shows it.
 */
final class StaffServer {

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "${DEFAULT-VALUE}")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--staff-key-file",
            paramLabel = "FILE",
            required = true,
            description = "File that holds your own staff key; who shares a key counts as one person.")
    private @Nullable Path keyFile;

    /**
     * A client with the key.
     *
     * @throws IllegalArgumentException in one sentence, if the file cannot be read
     */
    RestClient client() {
        try {
            return new RestClient(
                    server, keyFile == null ? "" : Files.readString(keyFile).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException("--staff-key-file: " + keyFile + " cannot be read", e);
        }
    }
}
