package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Counting again in a browser: /verify. */
class VerifyPageTest extends BrowserTest {

    private static final String POLL = "children-2022-enfants";
    private static final HasAttributeOptions PATIENTLY = new HasAttributeOptions().setTimeout(120_000);

    private final DemoServer demo = DemoServer.get();

    private Page opened(String query) {
        Page page = page();
        page.navigate(demo.url("/verify" + query));
        return page;
    }

    private static void verify(Page page, String verdict) {
        page.locator("#verify-log").click();
        assertThat(page.locator("#verify-result")).hasAttribute("data-verdict", verdict, PATIENTLY);
    }

    private byte[] evidence() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.url("/api/polls/" + POLL + "/evidence.zip")))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray()).body();
        }
    }

    /** The archive with one byte of one of its entries changed. */
    private static byte[] tampered(byte[] archive) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                if (entry.getName().equals("entries/000")) {
                    bytes[bytes.length / 2] ^= 1;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
            }
        }
        return changed.toByteArray();
    }

    private static void choose(Page page, String name, byte[] archive) {
        page.locator("summary").click();
        page.locator("#verify-file").setInputFiles(new FilePayload(name, "application/zip", archive));
    }

    @Test
    void aPollIsCountedAgainInTheBrowserAndIsAsDeclared() {
        Page page = opened("");
        page.locator("#verify-poll").selectOption(POLL);
        verify(page, "good");

        Locator poll = page.locator("[data-poll='" + POLL + "']");
        assertThat(poll).hasAttribute("data-state", "declared");
        Screens.keep(page, "verify-good");
        Axe.check(page);
    }

    @Test
    void theWholeLogOfTheSiteIsVerified() {
        Page page = opened("?lang=en");
        verify(page, "good");

        assertThat(page.locator("#verify-result")).containsText("Verified: nothing is wrong.");
        assertThat(page.locator("#verify-not")).containsText("Compare it with the one that the city has published");
    }

    @Test
    void aChangedArchiveIsFound() throws IOException, InterruptedException {
        byte[] archive = evidence();
        Page page = opened("");
        choose(page, "evidence.zip", archive);
        verify(page, "good");

        page.locator("#verify-file")
                .setInputFiles(new FilePayload("evidence.zip", "application/zip", tampered(archive)));
        verify(page, "bad");
        assertThat(page.locator("#verify-findings")).containsText("La preuve ne mène pas");
        Screens.keep(page, "verify-bad");
        Axe.check(page);
    }

    @Test
    void whatIsNoArchiveIsToldSo() {
        Page page = opened("");
        choose(page, "holiday.zip", new byte[] {1, 2, 3});
        verify(page, "unreadable");
    }

    @Test
    void withoutJavaScriptThePageSaysWhatElseCanBeDone() {
        Page page = visitor(new NewContextOptions().setLocale("fr-FR").setJavaScriptEnabled(false))
                .newPage();
        page.navigate(demo.url("/verify"));

        assertThat(page.locator("noscript p")).isVisible();
        assertThat(page.locator("#verify-form")).isHidden();
        assertThat(page.locator("a[href='/api/evidence.zip']")).isVisible();
    }
}
