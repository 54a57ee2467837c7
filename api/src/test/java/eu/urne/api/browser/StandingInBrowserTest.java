package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.api.desk.Role;
import eu.urne.api.desk.Staff;
import eu.urne.api.rest.MovableClock;
import eu.urne.api.site.CouncilTown;
import eu.urne.engine.EngineJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A draw by quotas is announced at the desk; one person stands there, another one at home, by the code of her letter.
 */
class StandingInBrowserTest extends BrowserTest {

    private static final String DRAW = "/desk/draws/tirage";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(MovableClock.midnight("2026-11-02"));
    private CouncilTown town;
    private Staff ada;

    private void go(Page page, String path) {
        page.navigate("http://127.0.0.1:" + town.server().port() + path);
    }

    private static void look(Page page, String name) {
        Screens.keep(page, name);
        Axe.check(page);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private JsonNode api(String path, String body) {
        return EngineJson.MAPPER.readTree(ada.ask(ada.request(path)
                        .header("Authorization", "Bearer " + CouncilTown.KEY)
                        .header("Content-Type", "application/json")
                        .header("Urne-Purpose", "letters")
                        .POST(BodyPublishers.ofString(body)))
                .text());
    }

    private void register() {
        api("/api/registers", "{\"register\":\"young\",\"title\":\"Jeunes\"}");
        for (String name : new String[] {"Awa", "Zoé"}) {
            api("/api/registers/young/persons", """
                    {"familyName":"Traoré","givenName":"%s","birthDate":"2012-05-01","district":"nord"}
                    """.formatted(name));
        }
    }

    @Test
    void oneStandsAtTheDeskAndAnotherAtHome() {
        try (CouncilTown started = new CouncilTown(folder, clock)) {
            town = started;
            town.established("Conseil des jeunes");
            ada = Staff.administrator(town.server());
            ada.colleague(town.server(), "Simone", "", Role.SECRETARY);
            register();
            Page desk = page();
            announced(desk);
            atTheDesk(desk);
            JsonNode letter = api("/api/draws/tirage/invitations", "{\"register\":\"young\"}")
                    .get("invitations")
                    .get(1);
            atHome(page(), letter.get("code").asString());
            go(desk, DRAW + "/letters");
            look(desk, "desk-letters");
            go(desk, DRAW + "/standing");
            assertThat(desk.locator("main")).containsText("Trop peu de candidatures");
            look(desk, "desk-standing-quotas");
        }
    }

    private void announced(Page desk) {
        go(desk, "/desk/sign-in");
        desk.getByLabel("Nom").fill("Simone");
        desk.getByLabel("Mot de passe").fill(Staff.PASSWORD);
        desk.keyboard().press("Enter");
        assertThat(desk.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Bonjour");
        go(desk, "/desk/councils/youth/draws");
        desk.locator("#announce-draw").fill("tirage");
        desk.locator("#announce-ageFrom").fill("11");
        desk.locator("#announce-ageTo").fill("20");
        desk.locator("#announce-consentBelow").fill("18");
        desk.locator("#announce-kind").selectOption("QUOTAS");
        desk.locator("#announce-attribute-1-of").selectOption("RESIDENCE");
        desk.locator("#announce-attribute-1-values").fill("nord sud");
        desk.locator("#announce-attribute-1-id").fill("district");
        desk.locator("button[name=more]").click();
        assertThat(desk.locator("#announce-least-district_nord")).hasValue("2");
        look(desk, "desk-announce-quotas");
        desk.locator("main form button.button:not(.secondary)").click();
        assertThat(desk).hasURL(Pattern.compile(".*" + DRAW));
    }

    private void atTheDesk(Page desk) {
        go(desk, DRAW + "/candidacies");
        desk.getByLabel("Nom").fill("awa");
        press(desk, "Chercher");
        desk.locator("li.voter button").first().click();
        assertThat(desk.locator("main")).containsText("ne peut pas être candidat");
        look(desk, "desk-candidacy-consent");
        press(desk, "Je l’ai vu : Awa Traoré est candidat·e");
        assertThat(desk.locator("main")).containsText("Imprimer le reçu de Awa Traoré");
        look(desk, "desk-candidacy-done");
    }

    private void atHome(Page home, String code) {
        expect("status of 422");
        go(home, "/stand/tirage");
        home.getByLabel("Code de votre courrier").fill("0000-0000-0000");
        press(home, "Continuer");
        assertThat(home.locator("#code-problem")).isVisible();
        look(home, "stand-wrong");
        home.navigate("about:blank");
        go(home, "/stand/tirage#" + code);
        assertThat(home.getByLabel("Code de votre courrier")).hasValue(code);
        Assertions.assertThat(home.url()).doesNotContain(code);
        look(home, "stand");
        press(home, "Continuer");
        assertThat(home.locator("main")).containsText("l’accord d’un parent");
        look(home, "stand-consent");
    }
}
