package eu.urne.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/**
 * A test in a browser. Fails where a page asked another origin for something, broke its Content Security Policy, threw,
 * or logged an error; {@link #expect} takes out what a test provokes.
 */
abstract class BrowserTest {

    private static final double PATIENCE_MS = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /** A browser of somebody who was never here: no cookie, nothing stored. */
    final BrowserContext visitor(NewContextOptions options) {
        return visitor(Chromium.browser(), options);
    }

    /** The same in a given browser. */
    final BrowserContext visitor(Browser browser, NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        context.onRequest(this::watch);
        context.onConsoleMessage(this::watch);
        context.onWebError(error -> wrong.add("thrown: " + error.error()));
        contexts.add(context);
        return context;
    }

    /** A page of somebody who was never here, in French, of a tablet's size. */
    final Page page() {
        return page(Chromium.browser());
    }

    /** The same in a given browser. */
    final Page page(Browser browser) {
        return visitor(browser, new NewContextOptions().setLocale("fr-FR").setViewportSize(768, 1024))
                .newPage();
    }

    /** What a page may log, because the test provokes it: a part of the text. */
    final void expect(String text) {
        expected.add(text);
    }

    private void watch(Request request) {
        String url = request.url();
        if (!url.matches("(http://(127\\.0\\.0\\.1|localhost):\\d+/|data:|blob:).*")) {
            wrong.add("asked another origin: " + url);
        }
    }

    private void watch(ConsoleMessage message) {
        if (message.type().equals("error")) {
            wrong.add("logged: " + message.text() + " at " + message.location());
        }
    }

    /** Closes all pages; before a server goes that they would still ask. */
    final void leave() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @AfterEach
    final void nothingWentWrongOnThePages() {
        leave();
        assertThat(wrong)
                .filteredOn(each -> expected.stream().noneMatch(each::contains))
                .isEmpty();
    }
}
