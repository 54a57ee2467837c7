package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.api.desk.Role;
import eu.urne.api.desk.Staff;
import eu.urne.api.rest.MovableClock;
import eu.urne.api.site.CouncilTown;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.AgendaItem.By;
import eu.urne.engine.council.MeetingCall;
import eu.urne.engine.council.MeetingCommand.AddAgendaItem;
import eu.urne.engine.council.MeetingCommand.EvaluateQuorum;
import eu.urne.engine.council.MeetingCommand.GiveProxy;
import eu.urne.engine.council.MeetingCommand.PublishAgenda;
import eu.urne.engine.council.MeetingCommand.RecordAttendance;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Presence;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chair and secretary make keys in their browsers and sign; everybody reads what they have signed. */
class SigningInBrowserTest extends BrowserTest {

    private static final MeetingId MEETING = new MeetingId("first");
    private static final String DESK = "/desk/councils/youth";
    private static final String HOSTILE = "<img src=x onerror=alert(1)> <script>alert(2)</script>";

    @TempDir
    Path folder;

    private Page secretary;
    private final MovableClock clock = new MovableClock(MovableClock.midnight("2026-11-02"));

    @Test
    void minutesAreSignedOnTwoDevicesAndReadByAll() throws Exception {
        try (CouncilTown town = new CouncilTown(folder, clock)) {
            Staff.administrator(town.server()).colleague(town.server(), "Simone", "", Role.SECRETARY);
            town.drawn("Conseil des jeunes", day -> clock.set(clock.instant().plus(day)));
            clock.set(MovableClock.midnight("2027-01-20"));
            meeting(town);
            secretary = signedIn(town);
            drafted(town);
            named(town, "Présidence", "CHAIR", "1");
            named(town, "Secrétariat", "SECRETARY", "0");
            Page chair = visitor(new NewContextOptions().setLocale("fr-FR")).newPage();
            Page clerk = visitor(new NewContextOptions().setLocale("fr-FR")).newPage();
            loseOneAnswer(clerk);
            key(town, clerk, "Secrétariat");
            Axe.check(clerk);
            Screens.keep(clerk, "sign-minutes");
            assertThat(clerk.locator("article")).containsText(HOSTILE);
            clerk.getByRole(AriaRole.BUTTON, named("J’ai lu, je signe")).click();
            assertThat(clerk.getByRole(AriaRole.STATUS)).containsText("Signé");
            assertThat(clerk.locator("#sign-keys")).containsText("Rien n’attend");

            key(town, chair, "Présidence");
            chair.getByRole(AriaRole.BUTTON, named("Changer de clé")).click();
            assertThat(chair.getByRole(AriaRole.STATUS)).containsText("remplace l’ancienne");
            chair.reload();
            assertThat(chair.locator("#sign-keys")).containsText("clé n° 2");
            chair.getByRole(AriaRole.BUTTON, named("J’ai lu, je signe")).click();
            assertThat(chair.getByRole(AriaRole.STATUS)).containsText("Signé");

            chair.navigate(url(town, "/councils/youth/meetings/first"));
            chair.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lire le compte rendu signé"))
                    .click();
            assertThat(chair.locator("main")).containsText("La place 3 a donné procuration à la place 1");
            assertThat(chair.locator("main")).containsText(HOSTILE);
            Screens.keep(chair, "minutes");
            Axe.check(chair);
            assertPdf(town);
            lost(town);
        }
    }

    private Page signedIn(CouncilTown town) {
        Page page = page();
        page.navigate(url(town, "/desk/sign-in"));
        page.getByLabel("Nom").fill("Simone");
        page.getByLabel("Mot de passe").fill(Staff.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Bonjour");
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void meeting(CouncilTown town) {
        var council = CouncilTown.YOUTH;
        LocalDate day = LocalDate.of(2027, 1, 20);
        MeetingCall call =
                new MeetingCall("Première séance", day.minusDays(9), day, LocalTime.of(18, 30), "Mairie", false, null);
        town.accepted(origin -> town.engine().meetings().call(council, MEETING, call, origin));
        town.accepted(new AddAgendaItem(
                council, MEETING, new AgendaItem("rules", By.CITY, null, "Règlement intérieur", null, null)));
        town.accepted(new PublishAgenda(council, MEETING));
        town.accepted(new GiveProxy(council, MEETING, 3, 1));
        town.accepted(origin -> town.engine().meetings().open(council, MEETING, 1, origin));
        IntStream.of(1, 2, 4, 5)
                .forEach(seat -> town.accepted(new RecordAttendance(council, MEETING, seat, Presence.ROOM)));
        town.accepted(new EvaluateQuorum(council, MEETING));
        town.accepted(origin -> town.engine().meetings().close(council, MEETING, origin));
    }

    private void drafted(CouncilTown town) {
        secretary.navigate(url(town, DESK + "/meetings/first/minutes"));
        secretary.getByLabel("Sur la séance").fill("é".repeat(20_000)); // 120,000 bytes as a form
        secretary.getByLabel("Point : Règlement intérieur").fill(HOSTILE);
        secretary.getByRole(AriaRole.BUTTON, named("Écrire le compte rendu")).click();
        assertThat(secretary.locator("main")).containsText("attend ses deux signatures");
        assertThat(secretary.locator("main")).containsText("La place 3 a donné procuration à la place 1");
        Axe.check(secretary);
        Screens.keep(secretary, "desk-minutes");
        secretary.getByLabel("Sur la séance").fill("Chacun se présente.");
        secretary.getByLabel("Pourquoi cette correction").fill("Plus simple");
        secretary.getByRole(AriaRole.BUTTON, named("Corriger le compte rendu")).click();
        assertThat(secretary.locator("main")).containsText("Version 2 : Plus simple");
    }

    private void named(CouncilTown town, String title, String role, String seat) {
        secretary.navigate(url(town, DESK + "/signers"));
        secretary.getByLabel("Fonction").fill(title);
        secretary.getByLabel("Signe comme").selectOption(role);
        secretary.getByLabel("Place de la présidence").selectOption(seat);
        secretary
                .getByRole(AriaRole.BUTTON, named("Inscrire une personne qui signe"))
                .click();
        assertThat(secretary.locator(".notice")).containsText("est inscrite");
    }

    private String code(CouncilTown town, String title) {
        secretary.navigate(url(town, DESK + "/signers"));
        secretary.getByRole(AriaRole.BUTTON, named("Donner un code : " + title)).click();
        Axe.check(secretary);
        return secretary.locator(".card.code").textContent();
    }

    /** A lost device: one person revokes, another allows. */
    private void lost(CouncilTown town) {
        secretary.navigate(url(town, DESK + "/signers"));
        Axe.check(secretary);
        Screens.keep(secretary, "desk-signers");
        secretary.locator("summary:has-text('Appareil perdu')").last().click();
        secretary.locator("#revoke-secretariat-reason").fill("Perdu");
        secretary
                .getByRole(AriaRole.BUTTON, named("Révoquer la clé : Secrétariat"))
                .click();
        secretary
                .getByRole(AriaRole.BUTTON, named("Permettre une nouvelle clé : Secrétariat"))
                .click();
        assertThat(secretary.locator(".notice").first()).containsText("Une autre personne");
    }

    /** The key is registered, but its device is not told. */
    private void loseOneAnswer(Page page) {
        expect("ERR_FAILED");
        page.route(
                "**/api/signing/keys",
                route -> {
                    route.fetch();
                    route.abort();
                },
                new Page.RouteOptions().setTimes(1));
    }

    private void key(CouncilTown town, Page page, String title) {
        page.navigate(url(town, "/sign"));
        Axe.check(page);
        page.getByLabel("Code donné par la ville").fill(code(town, title));
        page.getByRole(AriaRole.BUTTON, named("Faire ma clé")).click();
        assertThat(page.locator("#sign-whose")).containsText(title);
        page.getByRole(AriaRole.BUTTON, named("Oui, faire ma clé sur cet appareil"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Votre clé est enregistrée");
        assertThat(page.getByRole(AriaRole.STATUS)).isFocused();
    }

    private static void assertPdf(CouncilTown town) throws Exception {
        try (InputStream in = URI.create(url(town, "/councils/youth/meetings/first/minutes.pdf?lang=fr"))
                .toURL()
                .openStream()) {
            byte[] bytes = in.readAllBytes();
            Files.createDirectories(Path.of("target", "screens"));
            Files.write(Path.of("target", "screens", "minutes.pdf"), bytes);
            try (PDDocument document = Loader.loadPDF(bytes)) {
                assertThat(new PDFTextStripper().getText(document)).contains("Compte rendu", "Présidence", HOSTILE);
                assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            }
        }
    }

    private static String url(CouncilTown town, String path) {
        return "http://127.0.0.1:" + town.server().port() + path;
    }
}
