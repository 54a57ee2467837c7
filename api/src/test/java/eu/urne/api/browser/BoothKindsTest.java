package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.urne.api.browser.PollingPlace.card;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other kinds of ballots, and other ways to mark them than by touch. */
class BoothKindsTest extends BrowserTest {

    private static final String MOTION = "\"kind\":\"MOTION\",\"limits\":{},\"rule\":{\"id\":\"motion\","
            + "\"majority\":\"simple\",\"members\":0,\"quorum\":0,\"casting\":\"none\"}";
    private static final String GRADES =
            "\"kind\":\"GRADES\",\"limits\":{\"grades\":5},\"rule\":{\"id\":\"majority-judgment\"}";

    @TempDir
    Path folder;

    private PollingPlace place;

    @BeforeEach
    void open() {
        place = new PollingPlace(folder);
    }

    @AfterEach
    void end() {
        leave();
        place.close();
    }

    @Test
    void aMotionIsVotedOnAtHomeWithTheKeyboardAlone() {
        place.opened("motion", MOTION, "Ouvrir la cour au quartier");
        Page page = page();
        page.navigate(place.url("/vote?poll=motion"));
        assertThat(page.locator("h1")).isVisible();
        Axe.check(page);
        keys(page, "Taper le code", "Enter");
        page.getByLabel("Le code de la carte").focus();
        page.keyboard().type(card("motion", 0).toString().toLowerCase(java.util.Locale.ROOT));
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Votre vote");
        assertThat(page.locator("h1")).isFocused();
        Screens.keep(page, "vote-motion");
        Axe.check(page);
        keys(page, "Pour", "Space");
        keys(page, "Continuer", "Enter");
        keys(page, "Oui, je vote", "Enter");
        assertThat(page.locator("h1")).hasText("Votre bulletin est dans l’urne.");
        assertThat(page.getByText("Vérifier que mon bulletin est dans l’urne")).isVisible();
        Screens.keep(page, "vote-receipt");
        Axe.check(page);
        assertThat(place.ballots("motion")).isEqualTo(1);
    }

    /** Goes with the tabulator to a button, and presses a key on it. */
    private static void keys(Page page, String button, String key) {
        for (int tabs = 0; tabs < 60; tabs++) {
            String name = (String) page.evaluate(
                    "document.activeElement.tagName === 'BUTTON' ? document.activeElement.innerText.trim() : ''");
            if (name.equals(button)) {
                page.keyboard().press(key);
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the tabulator does not lead to " + button);
    }

    @Test
    void everyProjectIsGradedInWordsAndTheBallotIsComplete() {
        place.opened("grades", GRADES, "Une cabane", "Un potager");
        Tablet tablet = new Tablet(page(), place).opened("grades");
        Page page = tablet.page();
        tablet.use(card("grades", 1));
        page.locator(".grades-card").first().getByText("Très bien").click();
        assertThat(tablet.button("C’est bon")).hasAttribute("aria-disabled", "true");
        page.locator(".grades-card").last().getByText("Passable").click();
        Screens.keep(page, "booth-grades");
        Axe.check(page);
        tablet.press("C’est bon");
        tablet.press("Oui, je vote");
        tablet.shows("Ton vote est dans l’urne !");
        assertThat(place.ballots("grades")).isEqualTo(1);
    }

    @Test
    void whoLeavesWithoutAWordIsForgottenAfterAQuestion() {
        place.opened("grades", GRADES, "Une cabane", "Un potager");
        Page page = page();
        page.clock().install();
        Tablet tablet = new Tablet(page, place).opened("grades");
        tablet.use(card("grades", 1));
        page.locator(".grades-card")
                .first()
                .getByText("Bien", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        page.clock().fastForward(61_000);
        tablet.shows("Tu es encore là ?");
        tablet.press("Oui, je continue");
        assertThat(page.locator("[aria-pressed=true]")).hasCount(1);
        page.clock().fastForward(61_000);
        tablet.shows("Tu es encore là ?");
        page.clock().runFor(21_000);
        tablet.asksForACard();
        assertThat(page.getByText("Une cabane")).hasCount(0);
    }
}
