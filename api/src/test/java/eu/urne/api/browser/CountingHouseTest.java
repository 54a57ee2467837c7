package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.desk.Role;
import eu.urne.api.desk.Staff;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.PollId;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards and sheets of paper are made in a browser, and a sheet is entered by two persons in theirs. */
class CountingHouseTest extends BrowserTest {

    /** Twenty codes take a while where little memory and one processor are free. */
    private static final double PATIENCE_MS = 60_000;

    private static final String STAFF_KEY = "a-key-of-the-staff-for-tests";
    private static final String PAGE = "/desk/polls/counting";
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final String DEFINITION = """
            {"poll":"counting","title":"Budget des enfants","kind":"APPROVAL","limits":{"max":2},
             "budget":{"cents":500000,"currency":"EUR"},"rule":{"id":"greedy"},"tieBreak":"declared",
             "eligibility":"tous","channels":["card","paper"],"revote":false,"suite":1,
             "options":[{"id":"a","title":"Une cabane à l’école","cost":300000},
                        {"id":"b","title":"Un potager","cost":250000}]}""";

    @TempDir
    private Path folder;

    private Server server;
    private Staff ada;

    @BeforeEach
    void start() {
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(STAFF_KEY)));
        ada = Staff.administrator(server);
        ada.colleague(server, "Anna", "", Role.ANIMATOR);
        ada.colleague(server, "Bob", "", Role.ANIMATOR);
        api("/api/polls", EngineJson.MAPPER.readTree(DEFINITION));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void api(String path, Object body) {
        ada.ask(ada.request(path)
                .header("Authorization", "Bearer " + STAFF_KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EngineJson.MAPPER.writeValueAsString(body))));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private Page as(String name) {
        return as(name, page());
    }

    private Page as(String name, Page page) {
        page.navigate(url("/desk/sign-in"));
        page.getByLabel("Nom").fill(name);
        page.getByLabel("Mot de passe").fill(Staff.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Bonjour");
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private String made(Page page, String kind, int pages) throws IOException {
        page.navigate(url(PAGE + "/cards"));
        page.getByLabel("Que faut-il imprimer").selectOption(kind);
        page.getByLabel("Nombre").fill("20");
        press(page, "Faire les cartes");
        page.locator("a[download]").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        Screens.keep(page, "desk-cards-made");
        Download download =
                page.waitForDownload(() -> page.locator("a[download]").click());
        Path file = folder.resolve(kind + ".pdf");
        download.saveAs(file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
            return new PDFTextStripper().getText(document);
        }
    }

    private static void enter(Page page, String code, String option) {
        page.getByLabel("Code du bulletin").fill(code);
        page.getByLabel(option).check();
        press(page, "Saisir ce bulletin");
    }

    @Test
    void sheetsThatWereMadeHereAreEnteredByTwoPersonsAndCast() throws IOException {
        Page anna = as("Anna");
        Page bob = as("Bob");
        assertThat(made(anna, "normal", 3)).contains("Carte de vote", "Gardez-la secrète");
        Axe.check(anna);
        String sheets = made(anna, "paper", 20);
        assertThat(sheets).contains("Une cabane à l’école");
        Matcher code = CODE.matcher(sheets);
        assertThat(code.find()).isTrue();
        api("/api/polls/counting/open", Map.of());

        anna.navigate(url(PAGE + "/paper"));
        bob.navigate(url(PAGE + "/paper"));
        enter(anna, code.group(), "Une cabane");
        assertThat(anna.locator("[data-out]")).containsText("Une autre personne doit saisir");
        assertThat(anna.getByLabel("Une cabane")).not().isChecked();
        enter(bob, code.group(), "Un potager");
        assertThat(bob.locator("[data-out]")).containsText("a lu autre chose");
        enter(anna, code.group(), "Une cabane");
        assertThat(anna.locator("[data-out]")).containsText("Une autre personne doit saisir");
        enter(bob, code.group().toLowerCase(java.util.Locale.ROOT), "Une cabane");
        assertThat(bob.locator("[data-out]")).containsText("le bulletin est enregistré");
        Screens.keep(bob, "desk-paper");
        Axe.check(bob);

        assertThat(server.engine()
                        .polls()
                        .reconciliation(new PollId("counting"))
                        .orElseThrow()
                        .paper())
                .isEqualTo(1);
    }

    @Test
    void cardsOfWhichTheAnswerWasLostAreSentAgainAndAuthorisedOnce() {
        expect("ERR_FAILED");
        Page anna = as("Anna");
        anna.navigate(url(PAGE + "/cards"));
        AtomicBoolean lost = new AtomicBoolean();
        anna.route("**" + PAGE + "/cards", route -> {
            if (route.request().method().equals("POST") && lost.compareAndSet(false, true)) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        anna.getByLabel("Nombre").fill("20");
        press(anna, "Faire les cartes");
        anna.getByText("Le serveur n’a pas répondu").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        assertThat(printed()).isEqualTo(20);
        Axe.check(anna);
        Screens.keep(anna, "desk-cards-unsure");
        press(anna, "Envoyer de nouveau les mêmes cartes");
        assertThat(anna.locator("a[download]")).isVisible();
        assertThat(printed()).isEqualTo(20);
    }

    private long printed() {
        return server.engine()
                .polls()
                .reconciliation(new PollId("counting"))
                .orElseThrow()
                .printed();
    }

    @Test
    void withoutScriptsThePagesSayWhatIsNeeded() {
        Page page = as(
                "Anna",
                visitor(new NewContextOptions().setLocale("fr-FR").setJavaScriptEnabled(false))
                        .newPage());
        page.navigate(url(PAGE + "/cards"));
        assertThat(page.locator("noscript p")).containsText("urne cards");
        page.navigate(url(PAGE + "/paper"));
        assertThat(page.locator("noscript p")).containsText("urne paper");
    }

    @Test
    void aPersonIsAdmittedByOneTap() {
        api("/api/registers", Map.of("register", "children", "title", "Enfants"));
        api(
                "/api/registers/children/persons",
                Map.of(
                        "familyName", "Lefèvre",
                        "givenName", "Inès",
                        "birthDate", "2015-05-01",
                        "sites", List.of("europe")));
        Page page = as("Anna");
        page.navigate(url(PAGE + "/voters"));
        page.getByLabel("Nom").fill("ines");
        press(page, "Chercher");
        Screens.keep(page, "desk-voters");
        Axe.check(page);
        press(page, "Admettre et donner une carte Inès Lefèvre");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Inès Lefèvre");
        Axe.check(page);
        Screens.keep(page, "desk-voters-admitted");
    }
}
