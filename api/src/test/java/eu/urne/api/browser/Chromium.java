package eu.urne.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, one for all tests of a virtual machine. */
final class Chromium {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream");

    private static @Nullable Playwright playwright;
    private static @Nullable Browser running;

    private Chromium() {}

    /** The browser; skips the test, and says so, where none is installed. */
    static synchronized Browser browser() {
        if (running == null) {
            running = started(List.of());
        }
        return running;
    }

    /**
     * A browser of its own, which is to be closed, whose camera sees a film over and over.
     *
     * @param film of YUV4MPEG2
     */
    static synchronized Browser seeing(Path film) {
        return started(List.of("--use-file-for-fake-video-capture=" + film));
    }

    private static Browser started(List<String> more) {
        Path binary = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        Assumptions.assumeTrue(binary != null, "no Chromium is installed: the tests in a browser are skipped");
        if (playwright == null) {
            Playwright made = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(made::close));
            playwright = made;
        }
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(binary)
                        .setChromiumSandbox(false)
                        .setArgs(Stream.concat(QUIET.stream(), more.stream()).toList()));
    }
}
