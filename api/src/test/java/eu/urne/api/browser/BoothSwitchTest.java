package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.urne.api.browser.PollingPlace.card;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who can press one switch only votes with it: a frame goes from button to button. */
class BoothSwitchTest extends BrowserTest {

    private static final String FAVOURITE = "\"kind\":\"FAVOURITE\",\"limits\":{},\"rule\":{\"id\":\"greedy\"}";

    private static final String POLL = "switch";

    private static final int STEP_MS = 1_600;
    private static final int STEPS = 200;
    private static final String FRAMED = """
            (() => {
              const framed = document.querySelector('[data-framed]');
              return framed ? framed.getAttribute('aria-label') ?? framed.innerText.trim() : '';
            })()""";

    @TempDir
    Path folder;

    @Test
    void aWholeVoteIsCastWithOneKey() {
        try (PollingPlace place = new PollingPlace(folder)) {
            place.opened(POLL, FAVOURITE, "Une cabane", "Un potager");
            Page page = page();
            page.clock().install();
            Tablet tablet = new Tablet(page, place).opened(POLL);
            page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + STEP_MS);
            tablet.press("Affichage");
            tablet.press("Un seul bouton");

            presses(page, "Retour");
            presses(page, "Taper le code");
            card(POLL, 0).characters().chars().forEach(key -> presses(page, "Taper " + (char) key));
            presses(page, "Continuer"); // to which the frame comes later than a minute after the last key
            tablet.shows("Choisis ton projet préféré");
            pressesOneThatBegins(page, "Un potager");
            Screens.keep(page, "booth-switch");
            presses(page, "C’est bon");
            tablet.shows("C’est ton choix ?");
            presses(page, "Oui, je vote");
            tablet.shows("Ton vote est dans l’urne !");
            presses(page, "J’ai fini");

            tablet.asksForACard();
            assertThat(page.locator("[data-framed]")).hasCount(0);
            assertThat(place.scores(POLL, tablet)).containsExactly(0, 1);
        }
    }

    private static void presses(Page page, String button) {
        presses(page, button, true);
    }

    private static void pressesOneThatBegins(Page page, String button) {
        presses(page, button, false);
    }

    /** Waits until the frame stands on a button, and presses the key. */
    private static void presses(Page page, String button, boolean whole) {
        for (int step = 0; step < STEPS; step++) {
            String framed = (String) page.evaluate(FRAMED);
            if (whole ? framed.equals(button) : framed.contains(button) && !framed.startsWith("Écouter")) {
                page.keyboard().press("Space");
                return;
            }
            page.clock().runFor(STEP_MS);
        }
        throw new AssertionError("the frame does not come to " + button);
    }
}
