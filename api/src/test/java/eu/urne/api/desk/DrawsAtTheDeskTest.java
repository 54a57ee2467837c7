package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Draws are announced, stood for, frozen and read by forms of the desk. */
class DrawsAtTheDeskTest extends DrawingDesk {

    @Test
    void membersAreDrawnWhenTwoPersonsHaveReadTheSame() {
        String page = announced("whole");
        for (int i = 0; i < 8; i++) {
            assertThat(stand(page, person("Membre" + i, "2012-01-0" + (i + 1), i % 2 == 0 ? "Nord" : "sud")))
                    .contains("Léa Membre" + i + " est candidat·e");
        }
        String standing = simone.get(page + "/standing").text();
        assertThat(standing).contains("8 candidatures", "Léa Membre3", "Candidats reconnaissables", "nord : 4");
        Staff.Answer frozen = simone.send(page + "/standing", dice());
        assertThat(frozen.location()).as(frozen.text()).isEqualTo(page);
        assertThat(simone.get(page).text()).contains("La liste est figée", "Dix dés &lt;i&gt;", "12:00");
        assertThat(read(simone, page, "1 2 3 4 5 6 1 2 3 4")).contains("Le hasard ne peut pas encore être connu");
        now = now.plus(Duration.ofDays(2));
        simone.signIn("Simone", Staff.PASSWORD);
        second.signIn("Sarah", Staff.PASSWORD);
        assertThat(read(simone, page, "1 2 3 4 5 6 1 2 3 9"))
                .containsPattern("id=\"read-values-problem\">Ces valeurs n’ont pas")
                .contains("value=\"1 2 3 4 5 6 1 2 3 9\"");
        assertThat(read(simone, page, "1 2 3 4 5 6 1 2 3 4")).contains("Vos valeurs sont notées");
        String asked = second.get(page).text();
        assertThat(asked).contains("Simone a tapé les valeurs").doesNotContain("1 2 3 4 5 6 1 2 3 4");
        assertThat(read(second, page, "1 2 3 4 5 6 1 2 3  4")).contains("Les membres sont tirés au sort", "Léa Membre");

        Drawn drawn = (Drawn) server.engine().draws().draw(new DrawId("whole"));
        assertThat(drawn.seats()).hasSize(4);
        assertThat(simone.get(COUNCIL).text()).contains("/desk/draws/whole", "4 sièges attribués sur 20", "Léa Membre");
        seatsAreVacatedAndFilled();
        rolesAreOfferedToThoseNotDrawn(page);
    }

    private void seatsAreVacatedAndFilled() {
        step("vacate", Map.of("seat", "1", "day", "2020-01-01", "reason", "RESIGNED"), "id=\"vacate-day-problem\"");
        step("vacate", Map.of("seat", "9", "day", "2026-05-01", "reason", "RESIGNED"), "n’a jamais été occupé");
        step("vacate", Map.of("seat", "1", "day", "2026-05-01", "reason", "<b>"), "id=\"vacate-reason-problem\"");
        step("vacate", Map.of("seat", "1", "day", "2026-05-01", "reason", "RESIGNED"), "La suite du tirage désigne");
        OptionalInt next = server.engine().draws().next(new CouncilId("youth"), 1);
        String candidate = String.valueOf(next.getAsInt());
        step("pass-over", Map.of("draw", "nowhere", "candidate", candidate, "reason", "DECLINED"), "");
        step("pass-over", Map.of("draw", "whole", "candidate", "999999", "reason", "DECLINED"), "n’est pas en réserve");
        step("pass-over", Map.of("draw", "whole", "candidate", candidate, "reason", "DECLINED"), "C’est noté");
        assertThat(server.engine().draws().next(new CouncilId("youth"), 1)).isNotEqualTo(next);
        step("replace", Map.of("seat", "1", "day", "demain"), "id=\"replace-1-day-problem\"");
        step("replace", Map.of("seat", "1", "day", "2026-05-02"), "Le siège est donné à la personne suivante");
    }

    private void step(String step, Map<String, String> fields, String expected) {
        simone.send(COUNCIL, COUNCIL + "/seats/" + step, fields);
        assertThat(simone.get(COUNCIL).text()).contains(expected).doesNotContain("<b>\"");
    }

    private void rolesAreOfferedToThoseNotDrawn(String page) {
        simone.send(page, page + "/roles", Map.of("title", "Jury <i>", "places", "0"));
        assertThat(simone.get(page).text()).contains("id=\"role-places-problem\"", "value=\"Jury &lt;i&gt;\"");
        simone.send(page, page + "/roles", Map.of("title", "Jury <i>", "places", "1"));
        Drawn drawn = (Drawn) server.engine().draws().draw(new DrawId("whole"));
        String candidate = drawn.lots().pool().size() + "";
        simone.send(page, page + "/roles/jury-i/offers", Map.of("candidate", candidate));
        assertThat(simone.get(page).text()).contains("n’est pas en réserve");
        OptionalInt free = server.engine().draws().next(new CouncilId("youth"), 2);
        assertThat(free).isEmpty(); // seat 2 is held
        int last = drawn.reserve().values().stream()
                .filter(list -> !list.isEmpty())
                .toList()
                .getLast()
                .getLast();
        simone.send(page, page + "/roles/jury-i/offers", Map.of("candidate", String.valueOf(last)));
        simone.send(page, page + "/roles/jury-i/answers", Map.of("candidate", String.valueOf(last), "answer", "yes"));
        assertThat(simone.get(page).text()).contains("Jury &lt;i&gt;", "1 places prises sur 1", "accepté");
    }

    private static String read(Staff staff, String page, String value) {
        staff.send(page, page + "/randomness", Map.of("value-0", value));
        return staff.get(page).text();
    }

    @Test
    void whoMayNotStandIsToldWhy() {
        String page = announced("refused");
        assertThat(stand(page, person("Trop", "1990-01-01", "nord")))
                .contains("Léa Trop ne peut pas être candidat·e", "trop âgé");
        assertThat(stand(page, person("Ailleurs", "2012-02-02", "ouest"))).contains("La valeur « district »");
        String known = person("Retire", "2012-03-03", "sud");
        stand(page, known);
        long before = entries();
        assertThat(stand(page, known)).contains("est déjà candidat·e");
        assertThat(entries()).isEqualTo(before);
        simone.send(page + "/standing", page + "/standing/" + known + "/withdraw", Map.of());
        assertThat(simone.get(page + "/standing").text())
                .contains("La candidature est retirée", "0 candidatures")
                .doesNotContain("Léa Retire");
        simone.send(page, page + "/call-off", Map.of("reason", ""));
        assertThat(simone.get(page).text()).contains("id=\"off-reason-problem\"");
        simone.send(page, page + "/call-off", Map.of("reason", "Trop <b>peu"));
        assertThat(simone.get(page).text()).contains("Le tirage est annulé");
        assertThat(server.engine().draws().draw(new DrawId("refused"))).isInstanceOf(CouncilDraw.CalledOff.class);
        assertThat(stand(page, known)).contains("Les candidatures sont closes");
    }

    @Test
    void whatIsWrongIsSaidBesideTheField() {
        assertThat(simone.get(ANNOUNCE).text()).contains("value=\"2026-04-01\"");
        wrong("seats", "501", "seats", "Écrivez un nombre entier de 1 à 500");
        wrong("until", "2020-01-01", "until", "Le mandat doit finir");
        wrong("draw", "Pas Un", "draw", "lettres minuscules");
        wrong("ageTo", "3", "who", "L’âge au moins");
        wrong("cell-sud", "", "composition", "donnez un nombre");
        wrong("cell-sud", "3", "composition", "5 sièges ensemble");
        wrong("attribute-1-values", "nord", "attributes", "deux valeurs");
        wrong("attribute-1-values", "<b>,<i>", "attributes", "sans accent");
        assertThat(simone.send(ANNOUNCE, Map.of()).status()).isEqualTo(422);
        Map<String, String> cells = form("cells");
        cells.putAll(
                Map.of("more", "cells", "attribute-2-of", "AGE", "attribute-2-values", "11-14 15-20", "seats", "7"));
        assertThat(simone.send(ANNOUNCE, cells).text())
                .contains("name=\"cell-nord_11-14\"", "name=\"cell-sud_15-20\"", "value=\"1\"");
    }

    private void wrong(String field, String typed, String beside, String sentence) {
        Map<String, String> form = form("wrong");
        form.put(field, typed);
        long before = entries();
        Staff.Answer answer = simone.send(ANNOUNCE, form);
        assertThat(answer.status()).as(field + " " + answer.text()).isEqualTo(422);
        assertThat(answer.text()).containsPattern("id=\"announce-" + beside + "-problem\">[^<]*" + sentence);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void randomnessIsNamedSoThatItCanBeRead() {
        String page = announced("source");
        stand(page, person("Source", "2012-05-05", "sud"));
        freeze(page, Map.of(), "Choisissez au moins un hasard");
        freeze(page, Map.of("useDice", "yes"), "freeze-dice-problem");
        Map<String, String> dice = new HashMap<>(Map.of("useDice", "yes", "dice", "3", "sides", "6", "diceName", "d"));
        freeze(page, dice, "freeze-diceDay-problem");
        dice.putAll(Map.of("diceDay", "2030-01-01", "diceTime", "midi"));
        freeze(page, dice, "freeze-diceTime-problem");
        dice.put("diceTime", "12:00");
        freeze(page, dice, "Trop peu de résultats possibles");
        dice.putAll(Map.of("dice", "10", "diceDay", "2020-01-01"));
        freeze(page, dice, "pourrait déjà être connu");
        freeze(
                page,
                Map.of("useLottery", "yes", "lotteryName", "L", "lotteryGroups", "50/49"),
                "freeze-lotteryGroups-problem");
        assertThat(server.engine().draws().draw(new DrawId("source"))).isInstanceOf(CouncilDraw.Announced.class);
        simone.send(page, page + "/call-off", Map.of("reason", "fini"));
    }

    private void freeze(String page, Map<String, String> fields, String expected) {
        Staff.Answer answer = simone.send(page + "/standing", fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains(expected);
    }

    @Test
    void hostileInputIsNoDefect() {
        String page = announced("hostile");
        person("<script>alert(1)</script>", "2012-01-01", "nord");
        String search = page + "/candidacies/search";
        assertThat(simone.send(page + "/candidacies", search, Map.of("register", "young", "words", "script"))
                        .text())
                .contains("&lt;script&gt;", "Jeunes &lt;2026&gt;", "1 janvier 2012")
                .doesNotContain("<script>alert");
        assertThat(simone.send(page + "/candidacies", search, Map.of("register", "' OR 1", "page", "-1"))
                        .status())
                .isEqualTo(404);
        assertThat(stand(page, "0".repeat(32))).contains("Cette personne");
        assertThat(simone.get("/desk/draws/nowhere").status()).isEqualTo(404);
        assertThat(simone.get(page + "/candidacies/search?lang=fr").location()).isEqualTo(page + "/candidacies");
        simone.send(page, page + "/call-off", Map.of("reason", "fini"));
    }
}
