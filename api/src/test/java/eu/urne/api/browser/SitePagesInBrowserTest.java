package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The public site and the children's pages with the demonstration, as people see them. */
class SitePagesInBrowserTest extends BrowserTest {

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("site-home", "/"),
            Map.entry("site-budget", "/budgets/children-voting"),
            Map.entry("site-projects", "/budgets/adults-digital/projects"),
            Map.entry("site-project", "/budgets/children-2022/projects/potager"),
            Map.entry("site-outcome", "/budgets/children-2022/outcome"),
            Map.entry("site-outcome-pending", "/budgets/adults-digital/outcome"),
            Map.entry("site-works", "/budgets/children-2022/works"),
            Map.entry("site-poll-open", "/polls/adults-digital-ville"),
            Map.entry("site-poll-declared", "/polls/children-2022-enfants"),
            Map.entry("site-open-data", "/open-data"),
            Map.entry("site-councils", "/councils"),
            Map.entry("site-accessibility", "/accessibility"),
            Map.entry("site-privacy", "/privacy"),
            Map.entry("site-legal", "/legal"),
            Map.entry("site-styleguide", "/styleguide"),
            Map.entry("children-home", "/children"),
            Map.entry("children-budget", "/children/children-voting"),
            Map.entry("children-outcome", "/children/children-2022/outcome"),
            Map.entry("children-quiz", "/children/quiz"),
            Map.entry("children-question", "/children/quiz/1"),
            Map.entry("children-answer", "/children/quiz/1?answer=region"));

    private final DemoServer demo = DemoServer.get();

    /** Pages of the same making as another one that is checked; they are shown, and not checked again. */
    private static final Set<String> ALIKE = Set.of(
            "site-outcome-pending",
            "site-councils",
            "site-privacy",
            "site-legal",
            "site-works",
            "children-quiz",
            "children-question");

    @Test
    void nothingOnThePagesKeepsPeopleOut() {
        Page page = page();
        assertAll(PAGES.entrySet().stream().map(each -> () -> {
            page.navigate(demo.url(each.getValue()));
            Screens.keep(page, each.getKey());
            if (!ALIKE.contains(each.getKey())) {
                Axe.check(page);
            }
        }));
    }

    @Test
    void aNewcomerFindsTheOutcomeWithoutJavaScriptAndByKeyboard() {
        Page page = visitor(new NewContextOptions().setLocale("fr-FR").setJavaScriptEnabled(false))
                .newPage();
        page.navigate(demo.url("/"));
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Aller au contenu")))
                .isFocused();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Budget participatif des enfants 2022"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voir le résultat"))
                .click();
        assertThat(page.locator("main")).containsText("Arrivé en tête avec 71 voix");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("main")).containsText("First with 71 votes");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Children").setExact(true))
                .click();
        assertThat(page.locator("h1")).hasText("The city is yours, too!");
    }
}
