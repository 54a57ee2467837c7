package eu.urne.api.rest;

import static eu.urne.api.rest.FollowedBudget.BUDGET;
import static eu.urne.api.rest.FollowedBudget.HUT;
import static eu.urne.api.rest.FollowedBudget.POND;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.upload.TestPictures;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What was decided is followed: a story in the order of its tests, in which the hut has won and the pond has lost. */
@TestMethodOrder(OrderAnnotation.class)
class WorksOverRestTest {

    @TempDir
    static Path folder;

    private static FollowedBudget budget;

    @BeforeAll
    static void start() {
        budget = new FollowedBudget(folder, false).voted();
    }

    @AfterAll
    static void stop() {
        budget.close();
    }

    private static String milestone(String title, String day, String state) {
        return "{\"title\":\"" + title + "\",\"day\":\"" + day + "\",\"state\":\"" + state + "\"}";
    }

    @Test
    @Order(1)
    void nothingIsFollowedBeforeTheOutcomeIsDeclared() {
        budget.refused(
                HUT + "/milestones",
                milestone("Choix", "2026-01-12", "DONE"),
                409,
                "proposal: hut has won nothing in the budget children-2026, or its outcome is not declared yet");
        budget.refused(
                "/api/budgets/moon/works/hut/milestones",
                milestone("Choix", "2026-01-12", "DONE"),
                404,
                "there is no budget moon");
        assertThat(budget.shown(BUDGET + "/works")).isEqualTo("{\"page\":0,\"size\":20,\"total\":0,\"items\":[]}");
    }

    @Test
    @Order(2)
    void whatHasWonIsListedAsSoonAsTheOutcomeIsDeclared() {
        budget.declared();
        assertThat(budget.client.get(BUDGET + "/works").json().get("items").toString())
                .isEqualTo("[{\"proposal\":\"hut\",\"title\":\"Une cabane « à l'abri » 🌳\",\"awarded\":300000,"
                        + "\"spent\":0,\"milestones\":0,\"done\":0}]");
        budget.refused(
                POND + "/milestones",
                milestone("Choix", "2026-01-12", "DONE"),
                409,
                "proposal: pond has won nothing in the budget children-2026, or its outcome is not declared yet");
    }

    @Test
    @Order(3)
    void dayOfTheCityDecidesWhatHasCome() {
        budget.at("2026-06-15T21:59:59Z");
        budget.refused(
                HUT + "/milestones",
                milestone("Choix de l'artisan", "2026-06-16", "DONE"),
                422,
                "day: what is done has a day that has come, not 2026-06-16");
        budget.at("2026-06-15T22:00:00Z"); // midnight in Paris, by summer time
        budget.done(HUT + "/milestones", milestone("Choix de l'artisan", "2026-06-16", "DONE"));
    }

    @Test
    @Order(4)
    void worksAreToldAndSeenByEverybody() {
        budget.done(HUT + "/milestones", milestone("Fondations", "2026-07-01", "PLANNED"));
        budget.done(HUT + "/delays", "{\"newDay\":\"2026-07-15\",\"reason\":\"Il pleut.\"}");
        budget.done(HUT + "/expenses", "{\"cents\":250000,\"day\":\"2026-06-10\",\"label\":\"Bois\"}");
        budget.done(
                HUT + "/indicators",
                "{\"id\":\"visits\",\"name\":\"Enfants par semaine\",\"unit\":\"enfants\",\"every\":30}");
        budget.done(
                HUT + "/measures", "{\"indicator\":\"visits\",\"day\":\"2026-06-16\",\"value\":125,\"decimals\":1}");
        budget.done(HUT + "/fate", "{\"text\":\"La cabane sera prête à l'automne.\"}");

        assertThat(budget.shown(HUT))
                .contains(
                        "\"milestones\":[{\"title\":\"Choix de l'artisan\",\"day\":\"2026-06-16\",\"state\":\"DONE\"},"
                                + "{\"title\":\"Fondations\",\"day\":\"2026-07-15\",\"state\":\"PLANNED\"}]")
                .contains("\"delays\":[{\"milestone\":\"Fondations\",\"newDay\":\"2026-07-15\","
                        + "\"reason\":\"Il pleut.\"}]")
                .contains("\"awarded\":300000,\"spent\":250000")
                .contains("\"expenses\":[{\"cents\":250000,\"day\":\"2026-06-10\",\"label\":\"Bois\"}]")
                .contains(
                        "\"measures\":[{\"indicator\":\"visits\",\"day\":\"2026-06-16\",\"value\":125,\"decimals\":1}]")
                .contains("\"fate\":\"La cabane sera prête à l'automne.\"");
        assertThat(budget.shown(BUDGET + "/works"))
                .contains("\"milestones\":2,\"done\":1,\"next\":{\"title\":\"Fondations\",\"day\":\"2026-07-15\","
                        + "\"state\":\"PLANNED\"}");
    }

    @Test
    @Order(5)
    void moreThanWasAwardedIsSpentForAPublishedReasonOnly() {
        budget.refused(
                HUT + "/expenses",
                "{\"cents\":50001,\"day\":\"2026-06-10\",\"label\":\"Toit\"}",
                422,
                "cents: over budget: 300001 cents would be spent of the 300000 awarded; that needs a reason, which is"
                        + " published");
        budget.refused(
                HUT + "/expenses",
                "{\"cents\":0,\"day\":\"2026-06-10\",\"label\":\"Toit\"}",
                422,
                "cents: an expense of 0 cents is none");
        budget.done(
                HUT + "/expenses",
                "{\"cents\":50001,\"day\":\"2026-06-10\",\"label\":\"Toit\",\"reason\":\"Le bois a augmenté.\"}");
        assertThat(budget.shown(HUT)).contains("\"spent\":300001").contains("\"reason\":\"Le bois a augmenté.\"");
    }

    @Test
    @Order(6)
    void pictureOfWorksIsSeenByEverybody() {
        String blob = budget.upload(TestPictures.png(40, 30));
        assertThat(budget.client.get("/api/blobs/" + blob).status()).isEqualTo(404);
        budget.done(HUT + "/photos", "{\"blob\":\"" + blob + "\",\"caption\":\"Les fondations\"}");
        assertThat(budget.client.get("/api/blobs/" + blob).status()).isEqualTo(200);
        assertThat(budget.shown(HUT))
                .contains("\"photos\":[{\"blob\":\"" + blob + "\",\"caption\":\"Les fondations\"}]");

        assertThat(budget.client.get(BUDGET + "/blobs.zip").text()).contains(blob);

        String none = "ab".repeat(32);
        budget.refused(
                HUT + "/photos",
                "{\"blob\":\"" + none + "\"}",
                404,
                "blob: there is no file " + none + ", or no longer");
    }

    @Test
    @Order(7)
    void wordsOfSomebodyAreNoPicture() {
        String words = budget.server
                .views()
                .proposals()
                .proposal(new BudgetId("children-2026"), new ProposalId("hut"))
                .orElseThrow()
                .idea()
                .text()
                .hex();
        budget.refused(
                HUT + "/photos", "{\"blob\":\"" + words + "\"}", 422, "blob: the file " + words + " is no picture");
    }

    @Test
    @Order(8)
    void whatBecameOfLosersIsToldToo() {
        assertThat(budget.client.get(POND).status()).isEqualTo(404);
        budget.done(POND + "/fate", "{\"text\":\"L'école creuse la mare.\"}");
        assertThat(budget.shown(POND))
                .contains("\"won\":false", "\"awarded\":0", "\"fate\":\"L'école creuse la mare.\"");
        assertThat(budget.shown(BUDGET + "/fates?size=1")).contains("\"proposal\":\"pond\"", "\"total\":2");
        budget.refused(
                BUDGET + "/works/rocket/fate",
                "{\"text\":\"x\"}",
                404,
                "there is no proposal rocket in the budget children-2026");
    }

    @Test
    @Order(9)
    void staffIsRemindedOfWhatIsOverdueByTheDayOfTheCity() {
        assertThat(budget.client.get(BUDGET + "/works/reminders").status()).isEqualTo(401);
        budget.at("2026-07-15T21:59:59Z");
        assertThat(reminders()).contains("\"total\":0");
        budget.at("2026-07-15T22:00:00Z");
        assertThat(reminders())
                .contains("\"total\":1", "\"kind\":\"MILESTONE\"", "\"what\":\"Fondations\"", "\"days\":1");
        budget.at("2026-07-20T10:00:00Z");
        assertThat(reminders()).contains("\"kind\":\"INDICATOR\"", "\"what\":\"Enfants par semaine\"", "\"total\":2");
        budget.done(HUT + "/measures", "{\"indicator\":\"visits\",\"day\":\"2026-07-20\",\"value\":9,\"decimals\":0}");
        budget.done(HUT + "/milestones", milestone("Fondations", "2026-07-18", "DONE"));
        assertThat(reminders()).contains("\"total\":0");
    }

    private static String reminders() {
        return budget.staffGet(BUDGET + "/works/reminders").text();
    }

    @Test
    @Order(10)
    void linesOfThePlanTellWhatWasDecidedWithCitizens() {
        budget.done(
                "/api/plan", "{\"line\":\"play-2026\",\"title\":\"Aires de jeux\",\"year\":2026,\"cents\":1000000}");
        budget.done("/api/plan", "{\"line\":\"roads-2026\",\"title\":\"Voirie\",\"year\":2026,\"cents\":9000000}");
        budget.done("/api/plan", "{\"line\":\"roads-2027\",\"title\":\"Voirie\",\"year\":2027,\"cents\":9000000}");
        budget.refused(
                "/api/plan/play-2026/decisions",
                "{\"budget\":\"children-2026\",\"proposal\":\"pond\",\"cents\":1}",
                409,
                "proposal: pond has won nothing in the budget children-2026, or its outcome is not declared yet");
        budget.refused(
                "/api/plan/play-2026/decisions",
                "{\"budget\":\"children-2026\",\"proposal\":\"hut\",\"cents\":300001}",
                422,
                "cents: the proposal hut won 300000, not 300001");
        budget.done(
                "/api/plan/play-2026/decisions",
                "{\"budget\":\"children-2026\",\"proposal\":\"hut\",\"cents\":300000}");

        assertThat(budget.shown("/api/plan?year=2026"))
                .contains("\"years\":[{\"year\":2026,\"lines\":2,\"cents\":10000000,\"linesDecided\":1,"
                        + "\"centsDecided\":300000}]")
                .contains("\"decided\":[{\"budget\":\"children-2026\",\"proposal\":\"hut\","
                        + "\"title\":\"Une cabane « à l'abri » 🌳\",\"cents\":300000,\"spent\":300001}]");
        assertThat(budget.shown("/api/plan?size=1&page=2")).contains("\"total\":3", "\"line\":\"roads-2026\"");
    }

    @Test
    @Order(11)
    void wrongPagesAndMembersAreRefused() {
        assertThat(budget.client
                        .get(BUDGET + "/works?size=101")
                        .json()
                        .get("detail")
                        .asString())
                .isEqualTo("page: from 0 to 1000000; size: from 1 to 100");
        assertThat(budget.client
                        .get(BUDGET + "/works/nothing")
                        .json()
                        .get("detail")
                        .asString())
                .isEqualTo("there are no works of a proposal nothing in the budget children-2026, and nothing was told"
                        + " of it");
        budget.refused(
                HUT + "/milestones",
                milestone("Toit", "2026-02-29", "PLANNED"),
                422,
                "day: there is no day \"2026-02-29\"");
        budget.refused(
                HUT + "/milestones",
                milestone(" ", "2026-08-29", "PLANNED"),
                422,
                "title must be one line of 1 to 200 characters");
    }

    @Test
    @Order(12)
    void viewsAreTheSameWhenBuiltAnew() {
        String before = budget.shown(HUT) + budget.shown("/api/plan") + budget.shown(BUDGET + "/fates");
        budget.close();
        budget = new FollowedBudget(folder, true);
        assertThat(budget.shown(HUT) + budget.shown("/api/plan") + budget.shown(BUDGET + "/fates"))
                .isEqualTo(before);
    }
}
