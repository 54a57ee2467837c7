package eu.urne.audit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Finding;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log is verified over the network, without history and without trust in what the server says. */
class SiteEvidenceTest {
    private final ExampleLog log = new ExampleElection().play().log();
    private final Map<String, byte[]> files = new TreeMap<>(log.files());
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private HttpServer server = stopped();

    private static HttpServer stopped() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", exchange -> {
            String file = exchange.getRequestURI().getPath().substring("/log/".length());
            asked.add(file);
            byte[] bytes = files.get(file);
            exchange.sendResponseHeaders(
                    bytes == null ? 404 : 200, bytes == null || bytes.length == 0 ? -1 : bytes.length);
            if (bytes != null) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String site() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static Report verify(String address) throws Exception {
        try (EvidenceSource source = EvidenceSource.open(address)) {
            return Verification.of(source).run();
        }
    }

    @Test
    void siteIsVerifiedWithoutItsHistory() throws Exception {
        Report report = verify(site());

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(70);
        assertThat(report.checkpoints()).isZero();
        assertThat(asked).doesNotContain("history");
    }

    @Test
    void addressOfTheFolderIsTakenWithAndWithoutSlash() throws Exception {
        assertThat(verify(site() + "/log").verified()).isTrue();
        assertThat(verify(site() + "/log/").verified()).isTrue();
    }

    @Test
    void partialTileThatIsGoneIsCutFromTheFullOne() throws Exception {
        ExampleLog longer = new ExampleLog("vote.example.org").genesis();
        for (int i = 1; i < 300; i++) {
            longer.append("idea-" + i, null, "urne.budget.IdeaHandedIn.v1", Map.of());
        }
        files.clear();
        files.putAll(longer.files());
        byte[] earlier = longer.checkpoint(200);
        files.put("checkpoint", earlier);

        assertThat(verify(site()).verified()).isTrue();
        assertThat(asked).contains("tile/0/000.p/200", "tile/0/000", "tile/entries/000");
    }

    @Test
    void changedTileIsFound() throws Exception {
        files.get("tile/0/000.p/70")[5] ^= 1;

        assertThat(verify(site()).findings())
                .extracting(Finding::sentence)
                .containsExactly("tile/0/000.p/70: is not the tile that the entries give");
    }

    @Test
    void missingTileMakesTheSiteUnreadable() {
        files.remove("tile/0/000.p/70");

        assertThatThrownBy(() -> verify(site()))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage(site() + "/log/ has no file 'tile/0/000.p/70'");
    }

    @Test
    void endlessAnswerIsCutOff() throws Exception {
        files.put("vkey", new byte[10_000_000]);

        assertThat(verify(site()).findings())
                .extracting(Finding::sentence)
                .containsExactly("vkey: has more than 65,535 bytes");
    }

    @Test
    void faultOfTheServerMakesItUnreadable() {
        server.createContext("/log/checkpoint", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });

        assertThatThrownBy(() -> verify(site()))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage(site() + "/log/checkpoint answers with status 503");
    }

    @Test
    void serverThatIsNotThereMakesItUnreadable() {
        String address = site();
        server.stop(0);

        assertThatThrownBy(() -> verify(address))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageStartingWith(address + "/log/vkey cannot be reached: ");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> EvidenceSource.open("http://")).isInstanceOf(UnreadableEvidenceException.class);
        assertThatThrownBy(() -> EvidenceSource.open("https://a b/")).isInstanceOf(UnreadableEvidenceException.class);
        assertThatThrownBy(() -> EvidenceSource.open("https://host/log/?x=1"))
                .isInstanceOf(UnreadableEvidenceException.class);
    }
}
