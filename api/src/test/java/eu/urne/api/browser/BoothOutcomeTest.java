package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.urne.api.browser.PollingPlace.card;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is touched at a tablet is what is counted, for the ballots that say more than one thing. */
class BoothOutcomeTest extends BrowserTest {

    private static final String[] TITLES = {"Une cabane", "Un potager", "Des vélos", "Un tunnel"};

    @TempDir
    static Path folder;

    private static PollingPlace place;

    @BeforeAll
    static void open() {
        place = new PollingPlace(folder);
        place.opened(
                "points",
                "\"kind\":\"POINTS\",\"limits\":{\"maxPerOption\":3,\"maxTotal\":5},\"rule\":{\"id\":\"points\"}",
                TITLES);
        place.opened("approval", "\"kind\":\"APPROVAL\",\"limits\":{\"max\":2},\"rule\":{\"id\":\"greedy\"}", TITLES);
        place.opened("ranking", "\"kind\":\"RANKING\",\"limits\":{\"max\":3},\"rule\":{\"id\":\"greedy\"}", TITLES);
    }

    @AfterAll
    static void end() {
        place.close();
    }

    private Tablet chosenFrom(String poll) {
        Tablet tablet = new Tablet(page(), place).opened(poll);
        tablet.use(card(poll, 0));
        assertThat(tablet.page().locator(".option")).hasCount(TITLES.length + 1);
        return tablet;
    }

    private static void votes(Tablet tablet) {
        tablet.press("C’est bon");
        tablet.shows("C’est ton choix ?");
        tablet.press("Oui, je vote");
        tablet.shows("Ton vote est dans l’urne !");
        tablet.press("J’ai fini");
    }

    @Test
    void stickersAreGluedAndTakenOffAndCountedAsGiven() {
        Tablet tablet = chosenFrom("points");
        Page page = tablet.page();
        for (String title : new String[] {"Une cabane", "Une cabane", "Une cabane", "Un potager", "Des vélos"}) {
            tablet.press("Ajouter : " + title);
        }
        assertThat(tablet.button("Ajouter : Un tunnel")).hasAttribute("aria-disabled", "true");
        tablet.press("Enlever : Un potager");
        tablet.press("Ajouter : Des vélos");
        assertThat(page.getByText("Gommettes : il en reste 0 sur 5")).hasCount(1);
        Screens.keep(page, "booth-points");
        Axe.check(page);
        votes(tablet);
        assertThat(place.scores("points", tablet)).containsExactly(3, 0, 2, 0);
    }

    @Test
    void noMoreProjectsAreApprovedThanAllowedAndASecondTouchTakesOneBack() {
        Tablet tablet = chosenFrom("approval");
        Page page = tablet.page();
        tablet.choose("Une cabane");
        tablet.choose("Un potager");
        assertThat(picked(page, "Des vélos")).hasAttribute("aria-disabled", "true");
        assertThat(picked(page, "Des vélos")).containsText("Tu as déjà tout choisi");
        tablet.choose("Un potager");
        tablet.choose("Un tunnel");
        assertThat(page.getByText("2 sur 2")).isVisible();
        Screens.keep(page, "booth-approval");
        votes(tablet);
        assertThat(place.scores("approval", tablet)).containsExactly(1, 0, 0, 1);
    }

    @Test
    void projectsAreRankedInTheOrderInWhichTheyAreTouched() {
        Tablet tablet = chosenFrom("ranking");
        Page page = tablet.page();
        tablet.choose("Une cabane");
        tablet.choose("Des vélos");
        tablet.choose("Un potager");
        tablet.choose("Une cabane");
        tablet.choose("Un tunnel");
        assertThat(picked(page, "Des vélos").locator(".mark")).containsText("Place 1");
        assertThat(picked(page, "Un tunnel").locator(".mark")).containsText("Place 3");
        Screens.keep(page, "booth-ranking");
        votes(tablet);
        assertThat(place.scores("ranking", tablet)).containsExactly(0, 2, 3, 1);
    }

    private static Locator picked(Page page, String title) {
        return page.locator(".pick", new Page.LocatorOptions().setHasText(title));
    }
}
