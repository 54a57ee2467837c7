package eu.urne.api.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of the pages, kept as output of the build and shown in docs/tour.md. */
final class Screens {

    private static final Path FOLDER = Path.of("target/screenshots");

    private Screens() {}

    /**
     * Keeps what stands in the window as target/screenshots/tour-NAME.png, and in the folder that the property
     * {@code urne.tour} names, as docs/tour.md shows it.
     */
    static void tour(Page page, String name) {
        byte[] picture = page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve("tour-" + name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
        String tour = System.getProperty("urne.tour", "");
        if (!tour.isEmpty()) {
            try {
                Files.write(Path.of(tour).resolve(name + ".png"), picture);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Keeps the whole page as target/screenshots/NAME.png. */
    static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
