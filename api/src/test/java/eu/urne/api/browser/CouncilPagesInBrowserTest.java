package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.api.rest.MovableClock;
import eu.urne.api.site.CouncilTown;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a council while its members are drawn, as people and a room see them. */
class CouncilPagesInBrowserTest extends BrowserTest {

    private static final Duration WAIT = Duration.ofHours(27);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(MovableClock.midnight("2026-11-02"));

    @Test
    void aRoomSeesTheDrawAndNothingKeepsPeopleOut() {
        try (CouncilTown town = new CouncilTown(folder, clock)) {
            Page page = page();
            town.established("Conseil des jeunes").announced().frozen(WAIT);
            checked(page, town, "/councils", "councils");
            checked(page, town, "/draws/youth-2027/ceremony", "ceremony-waiting");

            clock.set(clock.instant().plus(WAIT));
            town.told("one").told("two");
            page.navigate(url(town, "/draws/youth-2027/ceremony?step=0"));
            assertThat(page.locator(".drawn li")).hasCount(0);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Montrer : Nord"))
                    .click();
            assertThat(page.locator(".drawn li")).hasCount(4);
            Screens.keep(page, "ceremony-step");
            checked(page, town, "/draws/youth-2027/ceremony", "ceremony-drawn");
            checked(page, town, "/draws/youth-2027", "draw");

            clock.set(MovableClock.midnight("2027-01-20"));
            checked(page, town, "/councils/youth", "council");
        }
    }

    private static void checked(Page page, CouncilTown town, String path, String name) {
        page.navigate(url(town, path));
        Screens.keep(page, name);
        Axe.check(page);
    }

    private static String url(CouncilTown town, String path) {
        return "http://127.0.0.1:" + town.server().port() + path;
    }
}
