package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.urne.api.browser.PollingPlace.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children vote at a tablet. */
class BoothTest extends BrowserTest {

    private static final String FAVOURITE = "\"kind\":\"FAVOURITE\",\"limits\":{},\"rule\":{\"id\":\"greedy\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private PollingPlace place;
    private Tablet tablet;

    @BeforeEach
    void open() {
        place = new PollingPlace(folder);
        place.opened("favourite", FAVOURITE, "Une cabane", "Un potager", "Des vélos");
        tablet = new Tablet(page(), place).opened("favourite");
    }

    @AfterEach
    void end() {
        leave();
        place.close();
    }

    @Test
    void aBallotCastWhileTheServerIsStoppedArrivesOnceAfterwards() {
        Page page = tablet.page();
        tablet.worksWithoutANetwork();
        Screens.keep(page, "booth-card");
        place.stop();
        expect("ERR_CONNECTION_REFUSED");
        page.reload();
        tablet.asksForACard();
        tablet.use(card("favourite", 0));
        tablet.choose("Une cabane");
        Screens.keep(page, "booth-choose");
        tablet.press("C’est bon");
        Screens.keep(page, "booth-confirm");
        tablet.press("Oui, je vote");
        tablet.shows("Ton vote est bien gardé !");
        Screens.keep(page, "booth-receipt-kept");
        tablet.press("J’ai fini");
        page.reload();
        tablet.asksForACard();
        tablet.use(card("favourite", 0));
        assertThat(page.getByText("Cette carte a déjà voté.")).isVisible();
        place.startAgain();
        await().atMost(PATIENCE).until(() -> {
            page.evaluate("window.dispatchEvent(new Event('online'))");
            return place.ballots("favourite") == 1;
        });
        page.reload();
        tablet.asksForACard();
        page.evaluate("window.dispatchEvent(new Event('online'))");
        assertThat(place.ballots("favourite")).isEqualTo(1);
    }

    @Test
    void nothingOfAVoterStaysWhenTheyLeaveOrThePageIsLoadedAnew() {
        Page page = tablet.page();
        tablet.use(card("favourite", 0));
        tablet.choose("Un potager");
        tablet.press("C’est bon");
        page.reload();
        tablet.asksForACard();
        assertThat(page.locator("[aria-pressed=true]")).hasCount(0);
        assertThat(page.getByText("Un potager")).hasCount(0);
        tablet.use(card("favourite", 0));
        assertThat(page.locator("[data-chosen]")).hasCount(0);
        tablet.choose("Un potager");
        tablet.press("Annuler");
        tablet.asksForACard();
        page.goBack();
        tablet.asksForACard();
        assertThat(page.getByText("Un potager")).hasCount(0);
        assertThat((String) page.evaluate("JSON.stringify({...localStorage, ...sessionStorage}) + location.href"))
                .doesNotContain("o1", card("favourite", 0).characters());
        assertThat(place.ballots("favourite")).isZero();
    }

    @Test
    void aCardThatCannotVoteIsToldWhy() {
        Page page = tablet.page();
        place.voided("favourite", 2);
        expect("status of 403");
        vote(0, "Un potager");
        tablet.shows("Ton vote est dans l’urne !");
        Screens.keep(page, "booth-receipt");
        tablet.press("J’ai fini");
        tablet.use(card("favourite", 0));
        assertThat(page.getByText("Cette carte a déjà voté.")).isVisible();
        tablet.press("Annuler");
        tablet.use(card("favourite", 2));
        assertThat(page.getByText("Cette carte est annulée.")).isVisible();
        tablet.press("Annuler");
        tablet.use(card("another", 0));
        tablet.choose("Vote blanc");
        tablet.press("C’est bon");
        tablet.press("Oui, je vote");
        assertThat(page.getByText("Cette carte n’est pas pour ce vote.")).isVisible();
        assertThat(place.ballots("favourite")).isEqualTo(1);
    }

    private void vote(int voter, String title) {
        tablet.use(card("favourite", voter));
        tablet.choose(title);
        tablet.press("C’est bon");
        tablet.press("Oui, je vote");
    }

    @Test
    void theAnimatorsScreenLocksItselfWhenNobodyTouchesIt() {
        Page page = tablet.page();
        page.clock().install();
        page.reload();
        tablet.asksForACard();
        tablet.toDesk();
        page.clock().runFor(119_000);
        assertThat(page.getByText("Êtes-vous encore là ?")).isHidden();
        page.clock().runFor(2_000);
        assertThat(page.getByText("Êtes-vous encore là ?")).isVisible();
        assertThat(page.getByText("Cet écran se ferme dans")).isVisible();
        Screens.keep(page, "booth-animator-idle");
        page.clock().runFor(20_000);
        tablet.shows("Code de l’animateur");
        assertThat(page.getByText("Affichage de cette tablette")).hasCount(0);
    }

    @Test
    void aCodeThatNobodyTypesToItsEndLeadsBackToTheVoters() {
        Page page = tablet.page();
        page.clock().install();
        page.reload();
        tablet.asksForACard();
        tablet.press("Écran de l’animateur");
        tablet.shows("Code de l’animateur");
        page.clock().runFor(141_000);
        tablet.asksForACard();
    }
}
