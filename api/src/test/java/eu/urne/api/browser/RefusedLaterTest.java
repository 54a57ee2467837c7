package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.urne.api.browser.PollingPlace.card;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ballot that was kept without a network, with a receipt, is refused once there is one. */
class RefusedLaterTest extends BrowserTest {

    private static final String FAVOURITE = "\"kind\":\"FAVOURITE\",\"limits\":{},\"rule\":{\"id\":\"greedy\"}";
    private static final int VOID = 2;

    @TempDir
    Path folder;

    private PollingPlace place;
    private Tablet tablet;

    @BeforeEach
    void open() {
        place = new PollingPlace(folder);
        place.opened("favourite", FAVOURITE, "Une cabane", "Un potager");
        place.voided("favourite", VOID);
        tablet = new Tablet(page(), place);
        expect("ERR_CONNECTION_REFUSED");
        expect("ERR_FAILED");
        expect("status of 403");
    }

    @AfterEach
    void end() {
        leave();
        place.close();
    }

    @Test
    void theTabletIsNotEmptyUntilTheAnimatorHasDecided() {
        Page page = tablet.opened("favourite").page();
        place.stop();
        tablet.use(card("favourite", VOID));
        tablet.choose("Un potager");
        tablet.press("C’est bon");
        tablet.press("Oui, je vote");
        tablet.shows("Ton vote est bien gardé !");
        tablet.press("J’ai fini");
        place.startAgain();
        page.evaluate("window.dispatchEvent(new Event('online'))");
        tablet.toDesk();
        place.post("/api/polls/favourite/end", Map.of());
        page.evaluate("window.dispatchEvent(new Event('online'))");

        assertThat(page.getByText("Cette carte est annulée.")).isVisible();
        assertThat(page.getByText("la tablette n’est pas vide")).isVisible();
        assertThat(state()).isEqualTo("waiting");
        Axe.check(page);
        tablet.press("Envoyer de nouveau");
        assertThat(page.getByText("Cette carte est annulée.")).isVisible();
        tablet.press("Mettre de côté…");
        assertThat(page.getByText("Ce bulletin ne comptera pas")).isVisible();
        Screens.keep(page, "booth-refused");
        assertThat(state()).isEqualTo("waiting");
        tablet.press("Oui, mettre de côté");
        assertThat(page.getByText("Plus rien n’attend : c’est signalé au bureau."))
                .isVisible();
        assertThat(page.getByText("Mis de côté")).isVisible();
        assertThat(state()).isEqualTo("emptied");
    }

    private String state() {
        return place.staffGet("/api/polls/favourite/tablets")
                .get(0)
                .get("state")
                .asString();
    }

    @Test
    void whoComesBackToThePageToVoteAtHomeIsToldWhy() {
        Page page = tablet.page();
        page.navigate(place.url("/vote?poll=favourite"));
        tablet.shows("Votre carte de vote");
        page.route("**/ballots?*", Route::abort);
        page.route("**/card", Route::abort);
        tablet.use(card("favourite", VOID));
        tablet.choose("Un potager");
        tablet.press("Continuer");
        tablet.press("Oui, je vote");
        assertThat(page.getByText("Imprimer")).isVisible();
        page.unroute("**/ballots?*");
        page.unroute("**/card");
        page.reload();

        assertThat(page.getByText("a été refusé : il ne compte pas")).isVisible();
        assertThat(page.getByText("Cette carte est annulée.")).isVisible();
        assertThat(page.getByText("Un potager")).hasCount(0);
        Screens.keep(page, "vote-refused");
        Axe.check(page);
        tablet.press("J’ai compris, l’effacer");
        assertThat(page.getByText("a été refusé : il ne compte pas")).isHidden();
        page.reload();
        tablet.shows("Votre carte de vote");
        assertThat(page.getByText("a été refusé : il ne compte pas")).isHidden();
        assertThat(place.ballots("favourite")).isZero();
    }
}
