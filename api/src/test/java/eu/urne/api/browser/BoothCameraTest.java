package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.urne.api.browser.PollingPlace.card;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import eu.urne.engine.poll.PollId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A card is held before the camera of a tablet, or the camera may not be used. */
class BoothCameraTest extends BrowserTest {

    private static final String FAVOURITE = "\"kind\":\"FAVOURITE\",\"limits\":{},\"rule\":{\"id\":\"greedy\"}";
    private static final String REFUSES = """
            navigator.permissions.query = () => Promise.resolve({ state: 'prompt' });
            navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));""";

    @TempDir
    static Path folder;

    private static PollingPlace place;

    @BeforeAll
    static void open() {
        place = new PollingPlace(folder.resolve("data"));
        place.opened("camera", FAVOURITE, "Une cabane", "Un potager");
        place.opened("refused", FAVOURITE, "Une cabane", "Un potager");
    }

    @AfterAll
    static void end() {
        place.close();
    }

    private static String qrText(String poll) {
        byte[] seed = card(poll, 0).seed(new PollId(poll)).bytes();
        return "urne:card:1:" + poll + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(seed);
    }

    /** A tablet that may use its camera: it looks for a card without being asked to. */
    private Tablet voting(Browser browser, String poll) {
        return new Tablet(page(browser), place).opened(poll);
    }

    @Test
    void theCardIsReadFromThePictureAndItsVoteCounts() throws IOException {
        Path film = CardFilm.of(qrText("camera"), folder.resolve("card.y4m"));
        try (Browser browser = Chromium.seeing(film)) {
            Tablet tablet = voting(browser, "camera");
            tablet.shows("Choisis ton projet préféré");
            assertThat(tablet.page().locator("video")).hasCount(0);
            tablet.choose("Un potager");
            tablet.press("C’est bon");
            tablet.press("Oui, je vote");
            tablet.shows("Ton vote est dans l’urne !");
            assertThat(place.ballots("camera")).isEqualTo(1);
        }
    }

    @Test
    void aCardForAnotherVoteIsToldSo() throws IOException {
        Path film = CardFilm.of(qrText("camera"), folder.resolve("other.y4m"));
        try (Browser browser = Chromium.seeing(film)) {
            Tablet tablet = voting(browser, "refused");
            assertThat(tablet.page().getByText("Cette carte est pour un autre vote."))
                    .isVisible();
            tablet.asksForACard();
        }
    }

    @Test
    void whereTheCameraIsRefusedTheCodeIsTyped() {
        Page page = page();
        page.addInitScript(REFUSES);
        Tablet tablet = new Tablet(page, place).opened("refused");
        tablet.press("Montrer à la caméra");
        assertThat(page.getByText("La caméra ne marche pas ici. Tape le code de ta carte."))
                .isVisible();
        assertThat(page.getByLabel("Le code de la carte")).isVisible();
        Screens.keep(page, "booth-camera-refused");
        Axe.check(page);
        tablet.use(card("refused", 0));
        tablet.shows("Choisis ton projet préféré");
    }
}
