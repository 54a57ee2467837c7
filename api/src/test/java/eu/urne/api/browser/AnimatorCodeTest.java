package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.urne.api.browser.PollingPlace.card;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the animator keeps children out of her screen, and she ends a vote with the desk. */
class AnimatorCodeTest extends BrowserTest {

    private static final String FAVOURITE = "\"kind\":\"FAVOURITE\",\"limits\":{},\"rule\":{\"id\":\"greedy\"}";
    private static final String WRONG = "1357";

    @TempDir
    static Path folder;

    private static PollingPlace place;

    @BeforeAll
    static void open() {
        place = new PollingPlace(folder);
        place.opened("locked", FAVOURITE, "Une cabane", "Un potager");
        place.opened("ended", FAVOURITE, "Une cabane", "Un potager");
    }

    @AfterAll
    static void end() {
        place.close();
    }

    private static void pause(Page page) {
        page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + 1_000);
    }

    @Test
    void wrongCodesMustWaitAlsoAfterAReloadAndTheRightOneOpens() {
        Page page = page();
        page.clock().install();
        Tablet tablet = new Tablet(page, place).opened("locked");
        pause(page);
        tablet.press("Écran de l’animateur");
        for (int time = 0; time < 2; time++) {
            tablet.typePin(WRONG);
            assertThat(page.getByText("Code faux.")).isVisible();
        }
        tablet.typePin(WRONG);
        assertThat(page.getByText("Code faux. Attendez 5 s.")).isVisible();
        Screens.keep(page, "booth-pin-wrong");

        page.reload();
        tablet.asksForACard();
        tablet.press("Écran de l’animateur");
        tablet.typePin(Tablet.PIN);
        assertThat(page.getByText("Code faux. Attendez 5 s.")).isVisible();
        page.clock().runFor(5_000);
        tablet.typePin(Tablet.PIN);
        tablet.shows("Écran de l’animateur");

        page.reload();
        tablet.shows("Code de l’animateur");
        assertThat(page.getByText("Affichage de cette tablette")).hasCount(0);
    }

    @Test
    void theCloseWaitsForABallotThatTheTabletSendsAfterTheEnd() {
        Page page = page();
        page.clock().install();
        Tablet tablet = new Tablet(page, place).opened("ended");
        pause(page);
        expect("ERR_CONNECTION_REFUSED");
        place.stop();
        tablet.use(card("ended", 0));
        tablet.choose("Un potager");
        tablet.press("C’est bon");
        tablet.press("Oui, je vote");
        tablet.shows("Ton vote est bien gardé !");
        tablet.press("J’ai fini");
        place.startAgain();
        place.ended("ended");
        assertThat(place.waitsForTablets("ended")).isTrue();
        assertThat(place.refusal("/api/polls/ended/close", Map.of())).contains("tablet");

        assertThat(place.scores("ended", tablet)).containsExactly(0, 1);

        tablet.shows("Le vote est terminé.");
        Screens.keep(page, "booth-over");
    }
}
