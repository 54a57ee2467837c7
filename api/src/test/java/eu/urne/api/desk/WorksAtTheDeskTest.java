package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Works are told by forms of the desk, and stand on the project's public page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorksAtTheDeskTest {

    private static final String HUT = CityHall.PAGE + "/proposals/hut/works";
    private static final String POND = CityHall.PAGE + "/proposals/pond/works";
    private static final String PUBLIC = "/budgets/children-2026/projects/";

    private CityHall hall;

    @BeforeAll
    void start(@TempDir Path folder) {
        hall = new CityHall(folder);
        hall.declared();
    }

    @AfterAll
    void end() {
        hall.close();
    }

    private String told(String form, Map<String, String> fields) {
        return hall.after(hall.claire, HUT, HUT + "/" + form, fields);
    }

    @Test
    void aMilestoneIsPlannedPutOffAndDone() {
        assertThat(hall.claire.get(CityHall.PAGE + "/proposals/hut").text()).contains(HUT);
        assertThat(told("plan", Map.of("title", "La <pose> \"${7*7}\"", "day", "2026-02-03")))
                .contains("L’étape est prévue", "La &lt;pose&gt; &quot;${7*7}&quot;", "prévue pour le 3 février 2026")
                .doesNotContain("<pose>");
        String title = "La <pose> \"${7*7}\"";
        assertThat(told("delay", Map.of("milestone", title, "newDay", "2026-02-05", "reason", "")))
                .contains("id=\"delay-reason-problem\">Raison :", "value=\"2026-02-05\"");
        assertThat(told("delay", Map.of("milestone", title, "newDay", "2026-01-05", "reason", "gardée")))
                .contains("id=\"delay-newDay-problem\">L’étape", "un retard mène à un jour plus tardif", ">gardée<");
        assertThat(told("delay", Map.of("milestone", title, "newDay", "08/02/2026", "reason", "Il <neige>")))
                .contains("L’étape est repoussée", "Il &lt;neige&gt;");
        assertThat(told("done", Map.of("title", title, "day", "2026-12-01")))
                .contains("id=\"done-day-problem\">Ce jour n’est pas encore venu");
        assertThat(told("done", Map.of("title", title, "day", "2026-02-09"))).contains("L’étape est terminée");
        assertThat(told("done", Map.of("title", title, "day", "2026-02-10"))).contains("role=\"alert\"");
        assertThat(told("plan", Map.of("title", "", "day", "jamais"))).contains("id=\"plan-", "role=\"alert\"");

        assertThat(hall.claire.get(PUBLIC + "hut").text())
                .contains("La &lt;pose&gt;", "fait le 9 février 2026", "Il &lt;neige&gt;")
                .doesNotContain("<pose>", "<neige>");
    }

    @Test
    void moreThanWasAwardedIsSpentForAReasonOnly() {
        Map<String, String> form =
                new HashMap<>(Map.of("label", "Du <bois>", "cents", "2 999,99", "day", "2026-02-10", "reason", ""));
        assertThat(told("expense", form)).contains("La dépense est notée", "Du &lt;bois&gt;");
        form.put("cents", "0,02");
        assertThat(told("expense", form))
                .contains("id=\"expense-cents-problem\">C’est plus que ce que le vote a accordé", "value=\"0,02\"");
        form.put("reason", "Le prix a <monté>");
        assertThat(told("expense", form)).contains("La dépense est notée", "Le prix a &lt;monté&gt;");
        for (String wrong : List.of("", "0", "1.000", "12 euros", "1e3", "99999999999999")) {
            form.put("cents", wrong);
            assertThat(told("expense", form)).as(wrong).contains("id=\"expense-cents-problem\"");
        }
        form.put("cents", "-5000");
        assertThat(told("expense", form)).contains("Il ne peut pas revenir plus d’argent");
        form.put("cents", "-0,01");
        form.put("reason", "");
        assertThat(told("expense", form)).contains("id=\"expense-reason-problem\">De l’argent revenu");
        form.put("day", "2026-02-11");
        form.put("cents", "1");
        assertThat(told("expense", form)).contains("id=\"expense-day-problem\"");
        assertThat(told("expense", Map.of())).contains("id=\"expense-cents-problem\">Il faut un montant");

        assertThat(hall.claire.get(PUBLIC + "hut").text())
                .contains("Du &lt;bois&gt;", "Le prix a &lt;monté&gt;", "3 000,01".replace(' ', '\u202f'))
                .doesNotContain("<bois>");
    }

    @Test
    void whatBecameOfAProjectIsToldAlsoWhereItLost() {
        assertThat(hall.claire.get(POND).text()).doesNotContain("works/expense").contains("n’a pas été choisi");
        assertThat(hall.after(hall.claire, POND, POND + "/fate", Map.of("text", " ")))
                .contains("id=\"fate-text-problem\">Écrivez de 1 à 2");
        assertThat(hall.after(hall.claire, POND, POND + "/fate", Map.of("text", "Une mare\r\n<naturelle>")))
                .contains("C’est publié", "&lt;naturelle&gt;</textarea>");
        assertThat(hall.claire.get(PUBLIC + "pond").text()).contains("&lt;naturelle&gt;");
        assertThat(hall.after(hall.claire, POND, POND + "/plan", Map.of("title", "x", "day", "2026-02-20")))
                .contains("n’a rien gagné");
    }

    @Test
    void aDoubleClickIsOneExpense() {
        String form = "label=Peinture&cents=1&day=2026-02-10&reason=r&key=one&_csrf=" + hall.claire.token(HUT);
        hall.claire.post(HUT + "/expense", form);
        long after = hall.entries();

        hall.claire.post(HUT + "/expense", form);

        assertThat(hall.entries()).isEqualTo(after);
        told("expense", Map.of("label", "Peinture", "cents", "-1", "day", "2026-02-10", "reason", "rendue"));
    }

    @Test
    void onlyTheCityAtTheSiteTellsOfWorks() {
        long before = hall.entries();
        Staff other = hall.ada.colleague(hall.server, "Other", "centre-b", Role.CITY);
        Staff animator = hall.ada.colleague(hall.server, "Anim", "", Role.ANIMATOR);
        for (Staff staff : List.of(other, animator)) {
            String token = "_csrf=" + staff.token("/desk");
            assertThat(staff.get(HUT).status()).isEqualTo(403);
            for (String step : List.of("plan", "done", "delay", "expense", "fate")) {
                assertThat(staff.post(HUT + "/" + step, token + "&text=x").status())
                        .isEqualTo(403);
            }
        }
        assertThat(hall.claire.post(HUT + "/fate", "text=x").status()).isEqualTo(403);
        assertThat(hall.claire.get(CityHall.PAGE + "/proposals/nothing/works").status())
                .isEqualTo(404);
        assertThat(hall.entries()).isEqualTo(before);
    }
}
