package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.api.desk.DemonstrationUsers.Player;
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
