package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.api.rest.MinutesKeeper;
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
import eu.urne.engine.council.SignerId;
import eu.urne.engine.council.SignerRole;
import eu.urne.engine.council.SignerTerms;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Chair and secretary make keys in their browsers and sign; everybody reads what they have signed. */
class SigningInBrowserTest extends BrowserTest {

    private static final MeetingId MEETING = new MeetingId("first");
    private static final String HOSTILE = "<img src=x onerror=alert(1)> <script>alert(2)</script>";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(MovableClock.midnight("2026-11-02"));

    @Test
    void minutesAreSignedOnTwoDevicesAndReadByAll() throws Exception {
        try (CouncilTown town = new CouncilTown(folder, clock)) {
            town.drawn("Conseil des jeunes", day -> clock.set(clock.instant().plus(day)));
            clock.set(MovableClock.midnight("2027-01-20"));
            meeting(town);
            Page chair = visitor(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("fr-FR"))
                    .newPage();
            Page clerk = visitor(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("fr-FR"))
                    .newPage();
            key(town, clerk, "clerk", "Secrétariat");
            Axe.check(clerk);
            Screens.keep(clerk, "sign-minutes");
            assertThat(clerk.locator("article")).containsText(HOSTILE);
            clerk.getByRole(AriaRole.BUTTON, named("J’ai lu, je signe")).click();
            assertThat(clerk.getByRole(AriaRole.STATUS)).containsText("Signé");
            assertThat(clerk.locator("#sign-keys")).containsText("Rien n’attend");

            key(town, chair, "chair", "Présidence");
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
        }
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
        MinutesKeeper keeper = new MinutesKeeper(town.engine());
        List<MinutesKeeper.Note> notes = List.of(
                new MinutesKeeper.Note(null, "Tout le monde se présente."), new MinutesKeeper.Note("rules", HOSTILE));
        town.accepted(origin -> keeper.draft(council, MEETING, notes, origin));
        town.accepted(origin -> town.engine()
                .minutes()
                .name(council, new SignerId("chair"), new SignerTerms(SignerRole.CHAIR, 1, "Présidence"), origin));
        town.accepted(origin -> town.engine()
                .minutes()
                .name(council, new SignerId("clerk"), new SignerTerms(SignerRole.SECRETARY, 0, "Secrétariat"), origin));
    }

    private void key(CouncilTown town, Page page, String signer, String title) throws Exception {
        page.navigate(url(town, "/sign"));
        Axe.check(page);
        page.getByLabel("Code donné par la ville").fill(code(town, signer));
        page.getByRole(AriaRole.BUTTON, named("Faire ma clé")).click();
        assertThat(page.locator("#sign-whose")).containsText(title);
        page.getByRole(AriaRole.BUTTON, named("Oui, faire ma clé sur cet appareil"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Votre clé est enregistrée");
    }

    private static String code(CouncilTown town, String signer) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url(town, "/api/councils/youth/signers/" + signer + "/codes"))
                        .toURL()
                        .openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Authorization", "Bearer " + CouncilTown.KEY);
        connection.setRequestProperty("Idempotency-Key", "code-" + signer);
        try (InputStream in = connection.getInputStream()) {
            return JsonMapper.builder().build().readTree(in).get("code").stringValue();
        }
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
