package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.rest.MovableClock;
import eu.urne.api.rest.WordKeeper;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.consult.Access;
import eu.urne.engine.consult.Choice;
import eu.urne.engine.consult.Finding;
import eu.urne.engine.consult.FindingId;
import eu.urne.engine.consult.FindingState;
import eu.urne.engine.consult.GatheringCommand.AnnounceGathering;
import eu.urne.engine.consult.GatheringCommand.LinkEvaluation;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.GatheringTerms;
import eu.urne.engine.consult.PaperEntry;
import eu.urne.engine.consult.Question;
import eu.urne.engine.consult.QuestionnaireCommand.DefineQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.OpenQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.PublishFinding;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.QuestionnaireTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A questionnaire as people answer it, and what they are told of it afterwards. */
class QuestionnairePagesInBrowserTest extends BrowserTest {

    private static final QuestionnaireId SQUARE = new QuestionnaireId("square");
    private static final GatheringId DAY = new GatheringId("day");
    private static final Duration OPEN = Duration.ofDays(20);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(MovableClock.midnight("2026-11-02"));

    private void send(Server server, Object command) {
        Answer answer = server.engine().commands().send(command, origin());
        if (!(answer instanceof Answer.Accepted)) {
            throw new AssertionError(answer.toString());
        }
    }

    private CommandOrigin origin() {
        return new CommandOrigin(UUID.randomUUID().toString(), "staff/one", clock.millis());
    }

    private QuestionnaireTerms terms() {
        List<Choice> options = List.of(
                new Choice("trees", "Des arbres"),
                new Choice("benches", "Des bancs"),
                new Choice("water", "Une fontaine"));
        return new QuestionnaireTerms(
                SQUARE,
                "La place du quartier",
                "Dessinons ensemble la place du quartier.",
                "fr",
                Access.OPEN,
                PaperEntry.NONE,
                clock.millis() + OPEN.toMillis(),
                5,
                true,
                List.of(
                        new Question.One("most", "Que voulez-vous avant tout ?", true, options),
                        new Question.Several("also", "Et aussi ?", false, options, 2),
                        new Question.Ranking("order", "Dans quel ordre ?", false, options, 3),
                        new Question.Scale(
                                "today", "La place vous plaît-elle ?", true, 1, 5, "pas du tout", "beaucoup"),
                        new Question.Figure(
                                "people",
                                "Combien êtes-vous chez vous ?",
                                false,
                                1,
                                20,
                                List.of(1L, 3L, 5L),
                                "personnes"),
                        new Question.Text("words", "Que voulez-vous ajouter ?", false, 500)));
    }

    @Test
    void peopleAnswerAndSeeWhatBecameOfIt() {
        try (Server server = Server.start(new ServerSettings(
                folder,
                "127.0.0.1",
                0,
                "",
                false,
                Optional.empty(),
                List.of("a-key-of-the-staff-for-tests-1"),
                clock))) {
            send(server, new DefineQuestionnaire(terms()));
            send(server, new OpenQuestionnaire(SQUARE, clock.millis()));
            gathering(server);
            Page page = page();
            checked(page, server, "/questionnaires", "questionnaires");
            checked(page, server, "/questionnaires/square", "questionnaire");

            expect("status of 422");
            page.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByText("Cette question attend une réponse.")).hasCount(2);
            Screens.keep(page, "questionnaire-problems");
            Axe.check(page);
            answer(page);
            told(server);
            checked(page, server, "/questionnaires/square", "questionnaire-results");
            checked(page, server, "/gatherings/day", "gathering");
            checked(page, server, "/assessment", "assessment");
        }
    }

    private static void answer(Page page) {
        page.locator("#q-most-trees").check();
        page.locator("#q-also-water").check();
        page.locator("#q-order-1").selectOption("trees");
        page.locator("#q-today-s2").check();
        page.locator("#q-people").fill("4");
        page.locator("#q-words").fill("Zanzibar");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("h1")).hasText("Merci !");
        Screens.keep(page, "questionnaire-thanks");
        Axe.check(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("-"))
                .first()
                .click();
        assertThat(page.locator("main")).not().containsText("Pas encore trouvé");
        assertThat(page.locator("main")).not().containsText("Zanzibar");
    }

    private void gathering(Server server) {
        send(
                server,
                new AnnounceGathering(new GatheringTerms(
                        DAY,
                        "Journée de la participation",
                        "Venez rencontrer la ville.",
                        "participation-day",
                        LocalDate.of(2026, 11, 2),
                        LocalTime.of(14, 0),
                        LocalTime.of(18, 0),
                        "Place de l'Hôtel de Ville",
                        List.of(new Choice("nord", "Nord"), new Choice("sud", "Sud")),
                        List.of("0-17", "18+"),
                        5,
                        true)));
        send(server, new LinkEvaluation(DAY, SQUARE));
        server.engine().gatherings().checkIn(DAY, "a", "nord", "18+", 30);
        server.engine().gatherings().checkIn(DAY, "b", "sud", "0-17", 12);
        server.engine().gatherings().hold(DAY, origin());
    }

    private void told(Server server) {
        for (int i = 0; i < 24; i++) {
            String most = List.of("trees", "trees", "benches").get(i % 3);
            server.engine()
                    .answers()
                    .receive(
                            SQUARE,
                            "form-" + i,
                            EngineJson.MAPPER.readTree(("{'most':'" + most + "','today':" + (1 + i % 2)
                                            + ",'also':['benches'],'order':['" + most + "','water']}")
                                    .replace('\'', '"')),
                            null,
                            BlobStore.freshSalt(),
                            origin());
        }
        clock.set(clock.instant().plus(OPEN));
        server.engine().consultations().close(SQUARE, null, origin());
        server.engine().consultations().publish(SQUARE, origin());
        new WordKeeper(server.engine())
                .send(
                        "Onze tilleuls ont été plantés en mars.",
                        text -> new PublishFinding(
                                SQUARE,
                                new Finding(new FindingId("trees"), "Des arbres", FindingState.DONE, text, List.of())),
                        origin());
        server.views().await(server.engine().log().reader().lastPosition(), Duration.ofSeconds(5));
    }

    private static void checked(Page page, Server server, String path, String name) {
        page.navigate("http://127.0.0.1:" + server.port() + path);
        Screens.keep(page, name);
        Axe.check(page);
    }
}
