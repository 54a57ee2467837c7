package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.consult.QuestionnaireId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of paper are typed in at the desk, and gatherings announced, evaluated and called off. */
class SheetsAndGatheringsAtTheDeskTest {

    private static final String PAGE = "/desk/questionnaires";

    @TempDir
    private static Path folder;

    private static Server server;
    private static Staff city;
    private static Staff animator;
    private static Staff secretary;

    @BeforeAll
    static void start() {
        Clock clock = Clock.fixed(Instant.parse("2026-02-10T10:00:30Z"), ZoneOffset.UTC);
        server =
                Server.start(new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(), clock));
        Staff administrator = Staff.administrator(server);
        city = administrator.colleague(server, "Simone", "", Role.CITY);
        animator = administrator.colleague(server, "Ali", "", Role.ANIMATOR);
        secretary = administrator.colleague(server, "Odile", "", Role.SECRETARY);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A questionnaire of that name, of the text of the example. */
    private static String drafted(String id) {
        try {
            String example = Files.readString(Path.of("../docs/examples/questionnaire-square.yaml"));
            city.send(PAGE, Map.of("terms", example.replace("square-2021", id)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return PAGE + "/" + id;
    }

    private static String opened(String id) {
        String page = drafted(id);
        city.send(page, page + "/open", Map.of());
        return page;
    }

    private static String after(Staff staff, String page, String action, Map<String, String> fields) {
        Staff.Answer answer = staff.send(page, action, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return staff.get(answer.location()).text();
    }

    private static String typed(Staff staff, String sheets, String number, String most) {
        return after(staff, sheets, sheets, Map.of("sheet", number, "q-most", most));
    }

    @Test
    void aSheetCountsOnceTwoPersonsHaveReadTheSame() {
        String sheets = opened("twice") + "/sheets";
        QuestionnaireId id = new QuestionnaireId("twice");
        String waits = "La feuille attend : une autre personne doit la saisir aussi.";
        assertThat(typed(animator, sheets, "A-12", "trees")).contains(waits, ">a-12<");
        assertThat(typed(animator, sheets, "a-12", "trees")).contains(waits); // the same person again is no second one
        assertThat(typed(city, sheets, "a-12", "games")).contains("Deux personnes ont lu autre chose");
        assertThat(server.engine().consultations().answers(id)).isZero();
        assertThat(typed(city, sheets, "a-12", "trees")).contains(waits);
        assertThat(typed(animator, sheets, "a-12", "trees"))
                .contains("La feuille est comptée.")
                .doesNotContain(">a-12<", "??");
        assertThat(server.engine().consultations().answers(id)).isEqualTo(1);
    }

    @Test
    void aSheetWithProblemsIsShownAgainAsItWasTyped() {
        String sheets = opened("problems") + "/sheets";
        Staff.Answer missing = animator.send(sheets, Map.of("sheet", "1", "q-words", "<script>alert(1)</script>"));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text())
                .contains("Cette question attend une réponse.", "&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert", "??");
        Staff.Answer number = animator.send(sheets, Map.of("sheet", "\"><b>1", "q-most", "trees"));
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.text())
                .contains("id=\"sheet-sheet-problem\"", "Le numéro de la feuille a de 1 à 20 signes")
                .contains("value=\"&quot;&gt;&lt;b&gt;1\"", "checked=\"checked\"")
                .doesNotContain("<b>1");
    }

    @Test
    void aClosedQuestionnaireTakesNoSheets() {
        String page = opened("closed");
        String sheets = page + "/sheets";
        city.send(page, page + "/close", Map.of("reason", "Essai"));
        Staff.Answer late = animator.send(sheets, Map.of("sheet", "1", "q-most", "trees"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Ce questionnaire est fermé : il ne prend plus de réponses.");
        assertThat(animator.get(sheets).text()).doesNotContain("name=\"q-most\"");
        Staff.Answer online =
                new Staff(server).post("/questionnaires/closed", "form=" + "0".repeat(32) + "&q-most=trees");
        assertThat(online.status()).isEqualTo(409);
        assertThat(online.text())
                .contains("Ce questionnaire ne prend plus de réponses.")
                .doesNotContain("name=\"q-most\"");
    }

    @Test
    void eachRoleDoesItsPart() {
        String page = opened("roles");
        assertThat(animator.get(PAGE).text())
                .contains(page + "/sheets")
                .doesNotContain("Préparer un questionnaire", "Annoncer une rencontre", "??");
        assertThat(secretary.get(page + "/sheets").status()).isEqualTo(403);
        assertThat(animator.get(page).status()).isEqualTo(403);
        List<String> forTheCity = List.of(
                "/desk/gatherings",
                "/desk/gatherings/day/call-off",
                "/desk/gatherings/day/evaluation",
                page + "/withdrawal");
        for (String action : forTheCity) {
            assertThat(animator.send(PAGE, action, Map.of("reason", "Non")).status())
                    .as(action)
                    .isEqualTo(403);
        }
    }

    @Test
    void aQuestionnaireIsWithdrawnWithAReason() {
        String page = drafted("withdrawn");
        assertThat(after(city, page, page + "/withdrawal", Map.of("reason", " ")))
                .contains("id=\"withdraw-reason-problem\"", "Donnez une raison");
        assertThat(after(city, page, page + "/withdrawal", Map.of("reason", "Une <b>erreur</b>")))
                .contains("Le questionnaire est retiré.")
                .doesNotContain("<b>erreur", "Ouvrir le questionnaire", "??");
    }

    @Test
    void aGatheringIsAnnouncedEvaluatedAndCalledOff() {
        drafted("opinions");
        Map<String, String> fields = new HashMap<>(Map.of(
                "title", "Journée <b>portes</b> ouvertes",
                "day", "2026-03-14",
                "from", "18:00",
                "until", "14:00",
                "place", "Mairie",
                "sites", "Entrée nord\r\nEntrée sud",
                "ages", "0-17, 18+"));
        assertThat(after(city, PAGE, "/desk/gatherings", fields))
                .contains("id=\"announce-until-problem\"", "La fin vient après le début", "Journée &lt;b&gt;portes")
                .doesNotContain("<b>portes", "??");
        fields.put("until", "20:00");
        fields.put("ages", "18+, 0-17");
        assertThat(after(city, PAGE, "/desk/gatherings", fields)).contains("id=\"announce-ages-problem\"");
        fields.put("ages", "0-17, 18+");
        Staff.Answer announced = city.send(PAGE, "/desk/gatherings", fields);
        String door = announced.location();
        assertThat(door).isEqualTo("/desk/gatherings/journee-b-portes-b-ouvertes");
        assertThat(city.get(door).text())
                .contains("La rencontre est annoncée.", "Entrée sud", "site=entree-nord", "Quelle place")
                .doesNotContain("<b>portes", "??");
        assertThat(animator.get(door).text()).contains("18+").doesNotContain("Annuler la rencontre", "??");

        assertThat(after(city, door, door + "/evaluation", Map.of("questionnaire", "")))
                .contains("id=\"evaluation-questionnaire-problem\"");
        assertThat(after(city, door, door + "/evaluation", Map.of("questionnaire", "opinions")))
                .contains("Le questionnaire est relié à la rencontre.", PAGE + "/opinions");
        assertThat(after(city, door, door + "/call-off", Map.of("reason", "")))
                .contains("id=\"off-reason-problem\"", "Donnez une raison");
        assertThat(after(city, door, door + "/call-off", Map.of("reason", "<i>Neige</i>")))
                .contains("La rencontre est annulée.", "&lt;i&gt;Neige")
                .doesNotContain("<i>Neige", "name=\"reason\"");
    }
}
