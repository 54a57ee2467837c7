package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.api.desk.DemonstrationUsers.Player;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages of users, tablets and votes at the desk, in a browser. */
class DeskPagesTest extends BrowserTest {

    private final DemoServer demo = DemoServer.get();

    private Page as(String name, Page page) {
        Player player = demo.server().demonstrationUsers().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        page.navigate(demo.url("/desk/sign-in"));
        page.getByLabel("Nom").fill(player.name());
        page.getByLabel("Mot de passe").fill(player.password());
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Bonjour");
        return page;
    }

    private void look(Page page, String path, String name) {
        page.navigate(demo.url(path));
        Screens.keep(page, name);
        Axe.check(page);
    }

    @Test
    void whoIsNotSignedInSeesTheForm() {
        expect("status of 410");
        look(page(), "/desk", "desk-sign-in");
        look(page(), "/desk/link/gone", "desk-link-over");
    }

    @Test
    void theAdministratorSeesUsersAndTablets() {
        Page page = as("administrateur", page());
        look(page, "/desk", "desk-home-administrator");
        look(page, "/desk/users", "desk-users");
        look(page, "/desk/me", "desk-me");
        look(page, "/desk/tablets", "desk-tablets");
        page.getByLabel("Site").fill("nord");
        page.getByLabel("Nom de la tablette").fill("tablette 1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Afficher un code"))
                .click();
        assertThat(page.locator(".code")).containsText("-");
        Screens.keep(page, "desk-tablet-code");
        Axe.check(page);
        page.navigate(demo.url("/desk/users"));
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("ville").setExact(true))
                .click();
        Screens.keep(page, "desk-user");
        Axe.check(page);
    }

    @Test
    void theAnimatorRunsVotesAndTheFiguresComeUpToDateByThemselves() {
        Page page = as("animatrice", page());
        look(page, "/desk", "desk-home");
        look(page, "/desk/polls", "desk-polls");
        page.waitForRequest("**/turnout", () -> page.navigate(demo.url("/desk/polls/children-voting-nord")));
        Screens.keep(page, "desk-poll-open");
        Axe.check(page);
        look(page, "/desk/polls/children-voting-nord/room", "desk-room-before");
        expect("status of 403");
        look(page, "/desk/users", "desk-problem");
    }

    @Test
    void theOutcomeFillsTheScreenOfTheRoom() {
        Page page = as("scrutatrice", page());
        page.navigate(demo.url("/desk/polls"));
        page.locator("li:has-text('Résultat proclamé') a").first().click();
        Screens.keep(page, "desk-poll-declared");
        Axe.check(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Écran de la salle"))
                .click();
        Screens.keep(page, "desk-room");
        Axe.check(page);
    }

    @Test
    void everythingWorksWithoutScripts() {
        Page page = as(
                "animateur",
                visitor(new NewContextOptions().setLocale("fr-FR").setJavaScriptEnabled(false))
                        .newPage());
        page.navigate(demo.url("/desk/polls/children-voting-nord"));
        assertThat(page.locator("noscript p")).isVisible();
        assertThat(page.locator("noscript p")).hasText("Rechargez la page pour les derniers chiffres.");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("noscript p")).hasText("Load the page again for the latest figures.");
        page.navigate(demo.url("/desk"));
        assertThat(page.getByText("Hello animateur")).isVisible();
    }

    @Test
    void theSecretaryRunsCouncils() {
        Page page = as("secretaire", page());
        look(page, "/desk", "desk-home-secretary");
        look(page, "/desk/councils", "desk-councils");
        look(page, "/desk/councils?kind=youth", "desk-councils-kind");
        look(page, "/desk/councils/jeunes", "desk-council");
        look(page, "/desk/councils/quartier-nord/draws", "desk-council-draws");
        look(page, "/desk/draws/jeunes-tirage", "desk-draw");
    }

    @Test
    void theCityRunsBudgetsAndReadsIdeas() {
        Page page = as("ville", page());
        look(page, "/desk/budgets", "desk-budgets");
        look(page, "/desk/budgets/children-voting?q=cabane", "desk-budget");
        page.locator("main li.card h3 a").first().click();
        assertThat(page.locator("#study")).isVisible();
        Screens.keep(page, "desk-idea");
        Axe.check(page);
        look(page, "/desk/registers", "desk-registers");
    }

    private static void open(Page page, String summary) {
        page.locator("summary:has-text('" + summary + "')").click();
    }

    private static void send(Page page, String button) {
        page.locator("form").evaluateAll("forms => forms.forEach(form => { form.noValidate = true })");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void theFormsOfTheCitySayBesideTheFieldWhatIsWrong() {
        Page page = as("ville", page());
        page.navigate(demo.url("/desk/budgets"));
        open(page, "Ouvrir un budget");
        page.getByLabel("Nom du budget").fill("Budget des enfants 2027");
        Screens.keep(page, "desk-budget-open");
        Axe.check(page);
        expect("status of 422");
        send(page, "Ouvrir le budget");
        assertThat(page.locator("#open-budget-problem")).isVisible();
        assertThat(page.getByLabel("Nom du budget")).hasValue("Budget des enfants 2027");
        Screens.keep(page, "desk-budget-open-refused");
        Axe.check(page);
        page.navigate(demo.url("/desk/budgets/children-voting"));
        open(page, "Déplacer une phase");
        send(page, "Déplacer une phase");
        assertThat(page.locator("#move-day-problem")).isVisible();
        Screens.keep(page, "desk-budget-move");
        Axe.check(page);
        look(page, "/desk/budgets/children-voting/parts/nord/shortlist", "desk-shortlist");
    }

    @Test
    void theCityAsksWithCodesAndOnPaperAndCountsWhoComes() throws IOException {
        Page page = as("ville", page());
        page.navigate(demo.url("/desk/questionnaires"));
        open(page, "Préparer un questionnaire");
        page.locator("#terms")
                .fill(Files.readString(Path.of("../docs/examples/questionnaire-square.yaml"))
                        .replace("access: OPEN", "access: TOKEN"));
        send(page, "Préparer un questionnaire");
        page.navigate(demo.url("/desk/questionnaires/square-2021"));
        page.getByLabel("Nombre de codes").fill("4");
        send(page, "Créer les codes");
        assertThat(page.locator("main code")).hasCount(4);
        keep(page, "desk-codes");
        page.navigate(demo.url("/desk/questionnaires/square-2021"));
        send(page, "Ouvrir le questionnaire");
        page.navigate(demo.url("/desk/questionnaires/square-2021/sheets"));
        expect("status of 422");
        send(page, "Enregistrer la feuille");
        assertThat(page.locator("#q-most-problem")).isVisible();
        keep(page, "desk-sheets");
        announced(page);
        keep(page, "desk-door");
    }

    private void announced(Page page) {
        page.navigate(demo.url("/desk/questionnaires"));
        open(page, "Annoncer une rencontre");
        page.locator("#announce-title").fill("Journée de la participation");
        page.locator("#announce-sites").fill("Entrée nord\nEntrée sud");
        page.locator("#announce-ages").fill("0-17, 18+");
        page.locator("#announce-from").fill("14:00");
        page.locator("#announce-until").fill("18:00");
        send(page, "Annoncer une rencontre");
        assertThat(page.locator("#announce-day-problem")).isVisible();
        keep(page, "desk-gathering-refused");
        page.locator("#announce-day").fill("2027-03-14");
        page.locator("#announce-place").fill("Mairie");
        send(page, "Annoncer une rencontre");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Entrée sud"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("18+ ans"))
                .first()
                .click();
        assertThat(page.locator(".lead")).containsText("1");
    }

    private static void keep(Page page, String name) {
        Screens.keep(page, name);
        Axe.check(page);
    }

    @Test
    void theCityTellsOfWorks() {
        Page page = as("ville", page());
        page.navigate(demo.url("/desk/budgets/children-2022?state=won"));
        page.locator("main li.card h3 a").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Suivre le chantier"))
                .click();
        open(page, "Prévoir une étape");
        open(page, "Noter une dépense");
        send(page, "Noter la dépense");
        assertThat(page.locator("#expense-cents-problem")).isVisible();
        Screens.keep(page, "desk-works");
        Axe.check(page);
    }
}
