package eu.urne.api.browser;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.scenario.Demonstration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A server with the demonstration, one for all tests of a virtual machine: they look, and change nothing that others
 * see.
 */
final class DemoServer {

    private static @Nullable DemoServer running;

    private final Server server;
    private final String staffKey;

    private DemoServer(Server server, String staffKey) {
        this.server = server;
        this.staffKey = staffKey;
    }

    /** The server; plays the demonstration at the first call. */
    static synchronized DemoServer get() {
        if (running == null) {
            try {
                Path data = Files.createTempDirectory(Path.of("target"), "demo");
                String key = new Demonstration(data, new PrintWriter(Writer.nullWriter()))
                        .prepare(LocalDate.now(ZoneId.systemDefault()));
                Server server = Server.start(ServerSettings.local(data));
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                running = new DemoServer(server, key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    /** The address of a path. */
    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** A key of the staff. */
    String staffKey() {
        return staffKey;
    }

    /** The server itself. */
    Server server() {
        return server;
    }
}
