package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The councils of the demonstration, their meetings and motions, as everybody sees them. */
class DemoCouncilsTest extends BrowserTest {

    private final DemoServer demo = DemoServer.get();

    @ParameterizedTest
    @CsvSource({
        "councils, demo-councils",
        "councils/jeunes, demo-council",
        "councils/quartier-nord, demo-council-district",
        "councils/quartier-nord/meetings/reunion-1, demo-meeting-called",
        "councils/jeunes/meetings/seance-1, demo-meeting",
        "councils/jeunes/motions/skatepark, demo-motion-opinion",
        "councils/jeunes/motions/bus, demo-motion-casting",
        "councils/jeunes/motions/presidence, demo-motion-secret",
        "councils/jeunes/motions/logo, demo-motion-withdrawn",
        "draws/jeunes-tirage, demo-draw",
        "draws/aines-tirage, demo-draw-quotas"
    })
    void nothingKeepsPeopleOut(String path, String name) {
        Page page = page();
        page.navigate(demo.url("/" + path));
        Screens.keep(page, name);
        Axe.check(page);
    }

    @Test
    void resultIsToldWithItsArithmetic() {
        Page page = page();
        page.navigate(demo.url("/councils/jeunes/motions/local"));
        assertThat(page.locator("main")).containsText("22 pour");
        assertThat(page.locator("main")).containsText("rejetée");
    }
}
