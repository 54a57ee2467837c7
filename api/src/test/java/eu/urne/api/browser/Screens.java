package eu.urne.api.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of the pages, kept as output of the build and shown in docs/tour.md. */
final class Screens {

    private static final Path FOLDER = Path.of("target/screenshots");

    private Screens() {}

    /** Keeps the whole page as target/screenshots/NAME.png. */
    static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setFullPage(true)
                .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
    }
}
