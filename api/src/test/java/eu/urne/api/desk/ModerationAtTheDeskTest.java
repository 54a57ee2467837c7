package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import java.net.http.HttpRequest.BodyPublishers;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Budgets go on, and ideas are moderated and studied, by forms of the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModerationAtTheDeskTest {

    private static final String STAFF_KEY = "a-key-of-the-staff-for-tests";
    private static final String PAGE = "/desk/budgets/children-2026";
    private static final String TERMS = """
            {"terms":{"budget":"children-2026","title":"Budget <b>","audience":"CHILDREN",
             "amount":{"cents":400000,"currency":"EUR"},"split":"NONE",
             "parts":[{"id":"all","title":"Tout","cents":400000}],"rest":0,"restRule":"NONE",
             "sites":[{"id":"centre-a","name":"Centre social A"},{"id":"centre-b","name":"L'école"}],
             "calendar":{"zone":"Europe/Paris","begins":{"KICK_OFF":"2026-01-12","IDEAS":"2026-02-02",
              "STUDY":"2026-03-16","VOTE":"2026-04-13","OUTCOME":"2026-05-04","WORKS":"2026-05-18"}},
             "rules":{"fourEyes":true,"guardianConsent":false,"groupsOnly":false,"studyDays":14},
             "demonstration":true}}""";

    private Server server;
    private Staff ada;
    private Staff claire;
    private Staff chloe;

    @BeforeAll
    void start(@TempDir Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-02-10T10:00:30Z"), ZoneOffset.UTC);
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(STAFF_KEY), clock));
        ada = Staff.administrator(server);
        claire = ada.colleague(server, "Claire", "", Role.CITY);
        chloe = ada.colleague(server, "Chloé", "", Role.CITY);
        api("/api/budgets", TERMS);
        server.budgetClock().tick();
    }

    @AfterAll
    void end() {
        server.close();
    }

    private void api(String path, String json) {
        Staff.Answer answer = ada.ask(ada.request(path)
                .header("Authorization", "Bearer " + STAFF_KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private String idea(String id, String title) {
        return idea(id, title, "centre-a");
    }

    private String idea(String id, String title, String site) {
        api("/api/budgets/children-2026/proposals", """
                {"proposal":"%s","author":{"kind":"GROUP","site":"%s","members":5},"title":"%s",
                 "text":"Une cabane dans les arbres <img src=x>","category":"play","place":{"site":"%s"},
                 "attachments":[]}""".formatted(id, site, title, site));
        return PAGE + "/proposals/" + id;
    }

    private String after(Staff staff, String page, String step, Map<String, String> fields) {
        Staff.Answer answer = staff.send(page, page + "/" + step, fields);
        assertThat(answer.location()).as(answer.text()).isEqualTo(page);
        return staff.get(page).text();
    }

    private long entries() {
        return server.engine().log().reader().lastPosition();
    }

    @Test
    void onlyTheCityRunsBudgets() {
        String page = idea("guarded", "Gardée");
        for (Role role : Role.values()) {
            Staff staff = ada.colleague(server, "Role " + role, "", role);
            int expected = role == Role.CITY ? 200 : 403;
            assertThat(staff.get("/desk/budgets").status()).as("%s", role).isEqualTo(expected);
            assertThat(staff.get(PAGE).status()).as("%s", role).isEqualTo(expected);
            assertThat(staff.get(page).status()).as("%s", role).isEqualTo(expected);
            if (role != Role.CITY) {
                long before = entries();
                String form = "_csrf=" + staff.token("/desk") + "&reason=no";
                assertThat(staff.post(page + "/reject", form).status()).isEqualTo(403);
                assertThat(staff.post(PAGE + "/phase", form + "&phase=STUDY").status())
                        .isEqualTo(403);
                assertThat(entries()).isEqualTo(before);
            }
        }
        assertThat(new Staff(server).get(PAGE).location()).startsWith("/desk/sign-in");
    }

    @Test
    void anIdeaIsPublishedStudiedAndConfirmedByASecondPerson() {
        String page = idea("cabane", "<script>alert(1)</script> ${7*7}");
        assertThat(claire.get(page).text())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7}")
                .contains("&lt;img src=x&gt;")
                .doesNotContain("<script>alert", "<img src=x");
        assertThat(claire.get(PAGE + "?state=submitted&q=cabane").text()).contains("&lt;script&gt;alert");

        assertThat(after(claire, page, "accept", Map.of())).contains("L’idée est publiée");
        assertThat(after(claire, page, "assign", Map.of("department", "Espaces verts")))
                .contains("Confiée au service : Espaces verts");
        Map<String, String> sheet = new HashMap<>(Map.of(
                "department", "Espaces verts",
                "feasible", "yes",
                "reason", "Il y a <b>la place</b>.",
                "cents", "1.250,5",
                "risk", "Les tempêtes"));
        assertThat(after(claire, page, "study", sheet))
                .contains("id=\"study-cents-problem\">Écrivez un montant")
                .contains("value=\"1.250,5\"")
                .contains("Les tempêtes")
                .contains("&lt;b&gt;la place&lt;/b&gt;");
        sheet.put("cents", "1 250,57");
        assertThat(after(claire, page, "study", with(sheet, "risk", "x".repeat(1001))))
                .contains("id=\"study-risk-problem\"", "value=\"1 250,57\"");
        assertThat(after(claire, page, "study", with(sheet, "feasible", "${7*7}")))
                .contains("id=\"study-feasible-problem\">Réalisable ?", "value=\"1 250,57\"");
        assertThat(after(claire, page, "study", Map.of())).contains("role=\"alert\"");
        assertThat(after(claire, page, "study", sheet))
                .contains("1 250,57".replace(' ', '\u202f'))
                .contains("Une autre personne doit confirmer");
        assertThat(after(claire, page, "confirm", Map.of()))
                .contains("une autre personne que celle qui l’a écrite", "Étude à confirmer");
        assertThat(after(chloe, page, "confirm", Map.of()))
                .contains("Étude confirmée", "<dd class=\"pre\">Les tempêtes</dd>")
                .contains("Chloé");
    }

    @Test
    void anIdeaIsRefusedOrMergedOrDeclinedForAReason() {
        String refused = idea("refused", "Refusée");
        assertThat(after(claire, refused, "reject", Map.of("reason", ""))).contains("id=\"reject-reason-problem\">");
        assertThat(after(claire, refused, "reject", Map.of("reason", "Hors <sujet>")))
                .contains("Hors &lt;sujet&gt;")
                .contains("Non publiée");
        String kept = idea("kept", "Un grand nichoir");
        String twin = idea("twin", "Un petit nichoir");
        after(claire, kept, "accept", Map.of());
        after(claire, twin, "accept", Map.of());
        assertThat(claire.get(twin).text()).contains("Un grand nichoir");
        assertThat(after(claire, twin, "merge", Map.of("into", "Not An Id", "reason", "La même")))
                .contains("value=\"Not An Id\"", "id=\"merge-into-problem\">Identifiant")
                .contains("La même");
        assertThat(after(claire, twin, "merge", Map.of("into", "kept", "reason", "La même")))
                .contains("Continue dans l’idée kept");
        assertThat(after(claire, kept, "decline", Map.of("reason", "Trop haut")))
                .contains("Écartée avant le vote")
                .contains("Trop haut");
        String back = idea("back", "Reprise");
        assertThat(after(claire, back, "withdraw", Map.of("reason", "Les enfants ont changé d’idée")))
                .contains("Retirée")
                .contains("changé d’idée");
    }

    @Test
    void nobodySeesIdeasOfOtherSites() {
        String pool = idea("pool", "Une piscine", "centre-b");
        String own = idea("own", "Une cabane à nous");
        Staff only = ada.colleague(server, "Only", "centre-a", Role.CITY);
        assertThat(only.get(pool).status()).isEqualTo(403);
        assertThat(only.get(own).text()).doesNotContain("Une piscine");
        assertThat(only.get(PAGE).text()).contains("Une cabane à nous").doesNotContain("Une piscine");
        String form = "_csrf=" + only.token(own) + "&reason=no&into=pool";
        long before = entries();
        assertThat(only.post(pool + "/reject", form).status()).isEqualTo(403);
        only.post(own + "/merge", form);
        assertThat(entries()).isEqualTo(before);
        assertThat(only.get(own).text()).contains("role=\"alert\"");
        assertThat(claire.get(PAGE + "/proposals/nothing").status()).isEqualTo(404);
    }

    @Test
    void aDoubleClickIsOneCommand() {
        String page = idea("double", "Deux clics");
        String form = "_csrf=" + claire.token(page) + "&key=one-click";
        claire.post(page + "/accept", form);
        long after = entries();

        claire.post(page + "/accept", form);

        assertThat(entries()).isEqualTo(after);
        assertThat(claire.get(page).text()).contains("L’idée est publiée").doesNotContain("role=\"alert\"");
    }

    @Test
    void aPhaseBeginsBeforeItsDayForAReasonOnly() {
        api("/api/budgets", TERMS.replace("children-2026", "early"));
        String page = "/desk/budgets/early";
        assertThat(after(claire, page, "phase", Map.of("phase", "STUDY", "reason", "")))
                .contains("role=\"alert\"");
        server.budgetClock().tick();
        assertThat(after(claire, page, "phase", Map.of("phase", "STUDY", "reason", "Tout est <là>")))
                .contains("La phase suivante a commencé")
                .contains("Tout est &lt;là&gt;");
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String typed) {
        Map<String, String> other = new HashMap<>(fields);
        other.put(field, typed);
        return other;
    }
}
