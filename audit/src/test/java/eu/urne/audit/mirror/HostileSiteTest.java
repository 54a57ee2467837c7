package eu.urne.audit.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Progress;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.source.SiteEvidence;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that sends too much, too little, too slowly or from elsewhere does no harm to the mirror. */
class HostileSiteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server = stopped();

    @TempDir
    private Path folder;

    private static HttpServer stopped() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void serve() throws IOException, UnreadableEvidenceException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", exchange -> {
            byte[] bytes = files.get(exchange.getRequestURI().getPath().substring("/log/".length()));
            exchange.sendResponseHeaders(bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
            if (bytes != null) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
        show(300);
        look();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void show(int size) {
        files.clear();
        files.putAll(ExampleSite.log(size).files());
    }

    private Look look() throws UnreadableEvidenceException {
        try (Mirror mirror = Mirror.open(folder.resolve("mirror"));
                EvidenceSource site = SiteEvidence.open(address(), PATIENCE)) {
            return Follower.of(mirror, site, Optional.empty(), Optional.empty(), Progress.SILENT, new NoPauses())
                    .look();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/log/";
    }

    private void assertRefused(String sentence) throws Exception {
        assertThatThrownBy(this::look)
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage(sentence);
        new Monitor(new ExampleSite(), folder.resolve("mirror")).assertHolds(300);
    }

    @Test
    void bundleWithTooManyEntriesIsRefused() throws Exception {
        show(600);
        files.put("tile/entries/001", new byte[2 * 257]);

        assertRefused(address() + "tile/entries/001 holds 257 entries instead of 256");
    }

    @Test
    void bundleWithTooFewEntriesIsRefused() throws Exception {
        show(600);
        files.put("tile/entries/002.p/88", new byte[2 * 87]);

        assertRefused(address() + "tile/entries/002.p/88 holds 87 entries instead of 88");
    }

    @Test
    void bundleThatIsTooLongIsRefused() throws Exception {
        show(600);
        files.put("tile/entries/001", new byte[256 * 65_537 + 1]);

        assertRefused(address() + "tile/entries/001 has more than 16,777,472 bytes");
    }

    @Test
    void checkpointThatIsTooLongIsRefused() throws Exception {
        files.put("checkpoint", new byte[65_536]);

        assertRefused(address() + " checkpoint has more than 65,535 bytes");
    }

    @Test
    void checkpointOfMoreEntriesThanAnyLogIsRefused() throws Exception {
        ExampleLog log = ExampleSite.log(1);
        files.put("checkpoint", log.key().note("vote.example.org\n9223372036854775807\n" + "A".repeat(43) + "=\n"));

        assertRefused(address() + " checkpoint tells 9,223,372,036,854,775,807 entries, not 1 to 2^31-1");
    }

    @Test
    void largeTreeWithoutBundlesLeavesNothingBehind() throws Exception {
        ExampleLog log = ExampleSite.log(1);
        files.put("checkpoint", log.key().note("vote.example.org\n2147483647\n" + "A".repeat(43) + "=\n"));

        assertRefused(address() + " has no file 'tile/entries/001'");
    }

    @Test
    void endlessSlowAnswerHasItsTime() throws Exception {
        show(600);
        server.createContext("/log/tile/entries/001", this::drip);

        assertRefused(address() + "tile/entries/001 does not answer within 1 seconds");
    }

    /** Sends a byte now and then. */
    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            while (!end.await(50, TimeUnit.MILLISECONDS)) {
                body.write(0);
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void redirectionNamesNoFile() throws Exception {
        show(301);
        byte[] bundle = files.get("tile/entries/001.p/45");
        server.createContext("/log/tile/entries/001.p/45", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere/../../../outside");
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"../../outside\"");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, bundle.length);
            exchange.getResponseBody().write(bundle);
            exchange.close();
        });

        assertThat(look()).isInstanceOf(Look.Grown.class);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).containsExactly("mirror");
        }
        assertThat(new Monitor(new ExampleSite(), folder.resolve("mirror")).names())
                .isEqualTo(ExampleSite.log(301).files().keySet());
    }

    @Test
    void whatIsNoCheckpointIsRefused() throws Exception {
        files.put("checkpoint", "<html>".getBytes(UTF_8));

        assertRefused(address() + " checkpoint is not a signed note: it has no text, empty line and signature lines");
    }
}
