package eu.urne.api.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What looks for faults finds them. */
class AxeTest extends BrowserTest {

    @Test
    void aPageThatKeepsPeopleOutIsTold() {
        Page page = page();
        page.navigate(
                "data:text/html,<title>t</title><body style='color:%23ccc;width:60rem'><h1>Hello</h1><input></body>");

        assertThatThrownBy(() -> Axe.check(page))
                .hasMessageContaining("html-has-lang")
                .hasMessageContaining("color-contrast")
                .hasMessageContaining("label")
                .hasMessageContaining("dark 1280")
                .hasMessageContaining("scrolled sideways");
    }
}
