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

    private final Path cards;

    private DemoServer(Server server, String staffKey, Path cards) {
        this.server = server;
        this.cards = cards;
        this.staffKey = staffKey;
    }

    /** The server; plays the demonstration at the first call. */
    static synchronized DemoServer get() {
        if (running == null) {
            try {
                Path data = Files.createTempDirectory(Path.of("target"), "demo");
                Demonstration demonstration = new Demonstration(data, new PrintWriter(Writer.nullWriter()));
                String key = demonstration.prepare(LocalDate.now(ZoneId.systemDefault()));
                Server server = Server.start(ServerSettings.local(data));
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                running = new DemoServer(server, key, demonstration.cards());
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

    /** The code of a card that the demonstration shows, without hyphens; the number counts from 0. */
    String card(String poll, int number) {
        try {
            return Files.readAllLines(cards).stream()
                    .filter(line -> line.startsWith(poll + " "))
                    .skip(number)
                    .findFirst()
                    .orElseThrow()
                    .substring(poll.length() + 1)
                    .replace("-", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
