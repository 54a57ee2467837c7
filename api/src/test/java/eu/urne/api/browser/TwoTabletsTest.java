package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.urne.api.browser.PollingPlace.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One card, shown to two tablets: one ballot counts, and the other tablet says so. */
class TwoTabletsTest extends BrowserTest {

    private static final String FAVOURITE = "\"kind\":\"FAVOURITE\",\"limits\":{},\"rule\":{\"id\":\"greedy\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static PollingPlace place;

    @BeforeAll
    static void open() {
        place = new PollingPlace(folder);
        place.opened("online", FAVOURITE, "Une cabane", "Un potager");
        place.opened("without", FAVOURITE, "Une cabane", "Un potager");
    }

    @AfterAll
    static void end() {
        place.close();
    }

    private static void vote(Tablet tablet, String poll, String title) {
        tablet.use(card(poll, 0));
        tablet.choose(title);
        tablet.press("C’est bon");
        tablet.press("Oui, je vote");
    }

    @Test
    void theSecondTabletSaysThatTheCardHasVoted() {
        Tablet first = new Tablet(page(), place).opened("online");
        Tablet second = new Tablet(page(), place).opened("online");
        vote(first, "online", "Une cabane");
        first.shows("Ton vote est dans l’urne !");

        second.use(card("online", 0));

        assertThat(second.page().getByText("Cette carte a déjà voté.")).isVisible();
        Screens.keep(second.page(), "booth-card-used-elsewhere");
        Axe.check(second.page());
        second.press("Annuler");
        second.asksForACard();
        assertThat(place.ballots("online")).isEqualTo(1);
    }

    @Test
    void withoutANetworkTheFirstBallotToArriveCountsAndTheOtherTabletTellsItsAnimator() {
        Tablet first = new Tablet(page(), place).opened("without");
        Tablet second = new Tablet(page(), place).opened("without");
        expect("ERR_CONNECTION_REFUSED");
        expect("status of 409");
        place.stop();
        for (Tablet tablet : new Tablet[] {first, second}) {
            vote(tablet, "without", "Un potager");
            tablet.shows("Ton vote est bien gardé !");
            tablet.press("J’ai fini");
        }
        place.startAgain();
        first.breathe();
        await().atMost(PATIENCE).until(() -> place.ballots("without") == 1);

        second.toDesk();

        assertThat(second.page().getByText("1 bulletin :")).isVisible();
        assertThat(second.page().getByText("Cette carte a déjà voté.")).isVisible();
        assertThat(place.ballots("without")).isEqualTo(1);
    }
}
