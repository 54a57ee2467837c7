package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.api.desk.DemonstrationUsers.Player;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/tour.md, step by step, and the pictures in it. */
class TourTest extends BrowserTest {

    private static final String POLL = "children-voting-sud";
    private static final double LONG_MS = 120_000;
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    private final DemoServer demo = DemoServer.get();

    private Page somebody(int width, int height) {
        return visitor(new NewContextOptions().setLocale("en-GB").setViewportSize(width, height))
                .newPage();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void heading(Page page, String text) {
        assertThat(page.locator("h1")).containsText(text);
    }

    private static void type(Page page, String keys) {
        keys.chars().forEach(key -> press(page, "Type " + (char) key));
    }

    @Test
    void aNewcomerPlaysAnimatorChildInhabitantAndAuditor() {
        String code = animator(somebody(1280, 800));
        String receipt = child(somebody(800, 1000), code);
        inhabitant(somebody(1280, 800), receipt);
        auditor(somebody(1280, 800));
    }

    /** Makes a tablet known; the code that the desk shows for it. */
    private String animator(Page page) {
        Player animator = demo.server().demonstrationUsers().getFirst();
        page.navigate(demo.url("/desk"));
        page.getByLabel("Name").fill(animator.name());
        page.getByLabel("Password").fill(animator.password());
        press(page, "Sign in");
        Screens.tour(page, "1-desk");
        page.navigate(demo.url("/desk/polls/" + POLL));
        Screens.tour(page, "2-vote");
        page.navigate(demo.url("/desk/tablets"));
        page.getByLabel("Site").fill("paul-bert");
        page.getByLabel("Name of the tablet").fill("Tablet 1");
        press(page, "Show a code");
        Screens.tour(page, "3-code");
        Matcher code = CODE.matcher(page.locator("main").innerText());
        org.assertj.core.api.Assertions.assertThat(code.find()).isTrue();
        return code.group().replace("-", "");
    }

    /** Votes at the tablet; the characters of the receipt. */
    private String child(Page page, String code) {
        page.navigate(demo.url("/booth"));
        type(page, code);
        press(page, "Enrol");
        heading(page, "Choose an animator’s code");
        for (int i = 0; i < 2; i++) {
            type(page, "2468");
            press(page, "Confirm");
        }
        page.locator("[data-poll=" + POLL + "]")
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Open this vote"))
                .click();
        heading(page, "Show your card");
        Screens.tour(page, "4-booth");
        if (page.getByText("Type the code", new Page.GetByTextOptions().setExact(true))
                        .count()
                > 0) {
            press(page, "Type the code");
        }
        type(page, demo.card(POLL, 0));
        press(page, "Continue");
        heading(page, "Choose your favourite project");
        page.waitForFunction("[...document.images].every(image => image.complete)");
        Screens.tour(page, "5-choose");
        page.locator(".pick", new Page.LocatorOptions().setHasText("Un jardin à croquer"))
                .click();
        press(page, "That is it");
        Screens.tour(page, "6-confirm");
        press(page, "Yes, I vote");
        heading(page, "Your vote is in the urn!");
        Screens.tour(page, "7-receipt");
        Matcher characters = CODE.matcher(page.locator("main").innerText());
        org.assertj.core.api.Assertions.assertThat(characters.find()).isTrue();
        return characters.group();
    }

    private void inhabitant(Page page, String receipt) {
        page.navigate(demo.url("/"));
        Screens.tour(page, "8-home");
        page.navigate(demo.url("/receipts"));
        page.getByRole(AriaRole.TEXTBOX).fill(receipt);
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("entry");
        Screens.tour(page, "9-receipt-found");
        page.navigate(demo.url("/budgets/children-2022/outcome"));
        Screens.tour(page, "10-outcome");
    }

    private void auditor(Page page) {
        page.navigate(demo.url("/verify"));
        page.getByLabel("What is to be verified?").selectOption("children-2022-enfants");
        press(page, "Verify now");
        assertThat(page.locator("#verify-running"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(LONG_MS));
        assertThat(page.locator("#verify-result")).containsText("205");
        page.evaluate("document.querySelector('#verify-result').scrollIntoView()");
        Screens.tour(page, "11-verify");
    }
}
