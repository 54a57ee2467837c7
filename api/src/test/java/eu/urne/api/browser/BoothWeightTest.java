package eu.urne.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an old tablet on a slow network has to load before a child can vote. */
class BoothWeightTest extends BrowserTest {

    private static final long MOST_BYTES = 200 * 1024;
    private static final int CPU_SLOWER = 6;
    private static final int SLOW_4G_BYTES_PER_SECOND = 1_600_000 / 8;
    private static final int SLOW_4G_LATENCY_MS = 150;

    @TempDir
    Path folder;

    private static CDPSession slow(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", SLOW_4G_LATENCY_MS);
        network.addProperty("downloadThroughput", SLOW_4G_BYTES_PER_SECOND);
        network.addProperty("uploadThroughput", SLOW_4G_BYTES_PER_SECOND / 2);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", network);
        JsonObject cpu = new JsonObject();
        cpu.addProperty("rate", CPU_SLOWER);
        session.send("Emulation.setCPUThrottlingRate", cpu);
        return session;
    }

    /**
     * The time is kept in target/booth-ready.txt, for docs/performance.md: it is the machine's, and nothing is asserted
     * of it.
     */
    @Test
    void theFirstVisitLoadsLessThan200KibibytesCompressed() throws IOException {
        try (PollingPlace place = new PollingPlace(folder)) {
            Page page = page();
            AtomicLong loaded = new AtomicLong();
            slow(page)
                    .on(
                            "Network.loadingFinished",
                            event -> loaded.addAndGet(
                                    event.get("encodedDataLength").getAsLong()));
            long before = System.nanoTime();
            page.navigate(place.url("/booth"));
            page.locator("h1").waitFor();
            long readyMs = (System.nanoTime() - before) / 1_000_000;
            Files.writeString(
                    Path.of("target/booth-ready.txt"),
                    readyMs + " ms, " + loaded.get() + " bytes, with 6 times slower CPU on slow 4G\n");
            assertThat(loaded.get()).isBetween(10_000L, MOST_BYTES);
        }
    }

    /**
     * From the confirmation to the receipt: sealed, signed, kept, sent; the time is kept in target/booth-sealed.txt.
     */
    @Test
    void aSlowTabletSealsABallotWithoutMakingItsVoterWait() throws IOException {
        try (PollingPlace place = new PollingPlace(folder)) {
            place.opened("slow", "\"kind\":\"FAVOURITE\",\"limits\":{},\"rule\":{\"id\":\"greedy\"}", "Une cabane");
            Tablet tablet = new Tablet(page(), place).opened("slow");
            tablet.use(PollingPlace.card("slow", 0));
            tablet.choose("Une cabane");
            tablet.press("C’est bon");
            CDPSession session = slow(tablet.page());
            long before = System.nanoTime();
            tablet.press("Oui, je vote");
            tablet.shows("Ton vote est dans l’urne !");
            long sealedMs = (System.nanoTime() - before) / 1_000_000;
            session.detach();
            Files.writeString(
                    Path.of("target/booth-sealed.txt"),
                    sealedMs + " ms from the confirmation to the receipt, with 6 times slower CPU on slow 4G\n");
            assertThat(place.ballots("slow")).isEqualTo(1);
            leave();
        }
    }
}
