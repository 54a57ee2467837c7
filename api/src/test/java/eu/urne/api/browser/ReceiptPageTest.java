package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** "Is my ballot in?" in a browser. */
class ReceiptPageTest extends BrowserTest {

    private final DemoServer demo = DemoServer.get();

    @Test
    void aCodeThatCannotBeReadIsToldWhereItIsTyped() {
        Page page = page();
        page.navigate(demo.url("/receipts"));
        Screens.keep(page, "receipts");
        page.getByLabel("Le code de mon reçu").fill("<script>alert(1)</script>");
        page.keyboard().press("Enter");
        expect("status of 422");
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .isVisible();
        Axe.check(page);
        Screens.keep(page, "receipts-unreadable");
    }
}
