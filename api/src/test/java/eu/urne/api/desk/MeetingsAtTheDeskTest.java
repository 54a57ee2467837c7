package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.council.Presence;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings are called, prepared and led by forms of the desk. */
class MeetingsAtTheDeskTest extends CouncilRoom {

    @Test
    void aMeetingIsCalledAndItsAgendaPutInOrder() {
        String page = called();
        assertThat(simone.get(page).text())
                .contains("La réunion est convoquée", "Séance &lt;b&gt;1&lt;/b&gt; ${7*7}")
                .doesNotContain("<b>1");
        Map<String, String> item = Map.of("title", "Le budget", "by", "CITY", "seat", "0");
        assertThat(step(simone, page, page + "/items", item)).contains("Le point est inscrit");
        Map<String, String> park =
                Map.of("title", "Le parc", "by", "MEMBER", "seat", "3", "text", "Il fait <noir>.", "motion", "lamps");
        step(simone, page, page + "/items", park);
        step(simone, page, page + "/items", Map.of("title", "Trop", "by", "RESIDENT", "seat", "0"));
        assertThat(step(simone, page, page + "/items/trop/withdraw", Map.of("reason", " ")))
                .containsPattern("id=\"withdraw-trop-reason-problem\">Raison : de 1 à 500");
        assertThat(step(simone, page, page + "/items/trop/withdraw", Map.of("reason", "Reporté")))
                .contains("Le point est retiré", "Reporté");
        assertThat(step(simone, page, page + "/agenda", Map.of()))
                .contains("L’ordre du jour est publié", "Il fait &lt;noir&gt;.");
        assertThat(meeting(page).facts().published()).containsExactly("le-parc", "le-budget");
        assertThat(step(simone, page, page + "/call-off", Map.of("reason", "Neige <b>")))
                .contains("La réunion est annulée", "Neige &lt;b&gt;")
                .doesNotContain(page + "/items");
        assertThat(simone.get(MEETINGS + "?lang=en").text()).contains("Call a meeting", "Called off");
        simone.get(MEETINGS + "?lang=fr");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title   | ''          | title   | sur une ligne
            place   | ''          | place   | sur une ligne
            day     | 2027-01-10  | day     | se convoque 5 jours avant
            day     | 2026-01-10  | day     | avant sa convocation
            day     | demain      | day     | Choisissez un jour
            time    | 25:61       | time    | Une heure comme 18:30
            urgency | Vite        | urgency | Le délai de 5 jours est respecté
            remote  | yes         | remote  | on participe dans la salle
            meeting | Pas Un Id   | meeting | lettres minuscules
            """)
    void whatIsWrongInACallIsSaidBesideItsField(String field, String typed, String beside, String sentence) {
        Map<String, String> form = call("wrong");
        form.put(field, typed);
        long before = entries();

        String text = step(simone, MEETINGS, MEETINGS, form);

        assertThat(text)
                .containsPattern("id=\"call-" + beside + "-problem\">[^<]*" + sentence)
                .contains(field.equals("title") ? "value=\"Mairie\"" : "&lt;b&gt;1&lt;/b&gt;");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void attendanceIsNotedInOneSheetOrNotAtAll() {
        String hall = opened() + "/hall";
        String page = hall.replace("/hall", "");
        long before = entries();
        Map<String, String> sheet = new HashMap<>(Map.of("seat-1", "LEFT", "was-1", "ROOM", "seat-6", "EXCUSED"));
        sheet.put("seat-7", "ROOM");
        assertThat(step(simone, hall, hall + "/attendance", sheet)).contains("Personne n’occupe le siège 7");
        sheet.remove("seat-7");
        sheet.put("seat-6", "LEFT");
        assertThat(step(simone, hall, hall + "/attendance", sheet))
                .contains("Le siège 6 n’était pas là")
                .containsPattern("name=\"seat-1\" value=\"LEFT\" checked");
        sheet.put("seat-6", "REMOTE");
        assertThat(step(simone, hall, hall + "/attendance", sheet)).contains("on participe dans la salle");
        sheet.put("seat-6", "<b>");
        assertThat(step(simone, hall, hall + "/attendance", sheet)).contains("Choisissez dans la liste");
        assertThat(entries()).isEqualTo(before);

        sheet.remove("seat-6");
        sheet.put("rest", "ABSENT");
        sheet.put("seat-2", "EXCUSED"); // what the page showed, so another's newer note stays
        sheet.put("was-2", "EXCUSED");
        step(simone, hall, hall + "/attendance", sheet);

        assertThat(meeting(page).facts().attendance())
                .containsEntry(1, Presence.LEFT)
                .containsEntry(2, Presence.ROOM)
                .containsEntry(6, Presence.ABSENT);
        assertThat(step(simone, hall, hall + "/quorum", Map.of()))
                .contains("Le quorum est constaté", "4 là, 3 nécessaires, quorum atteint");
        proxies(hall);
        assertThat(step(simone, hall, hall + "/close", Map.of())).contains("La séance est close");
        assertThat(step(simone, hall, hall + "/attendance", Map.of("seat-1", "ROOM")))
                .contains("La réunion n’en est pas là");
    }

    private void proxies(String hall) {
        String path = hall + "/proxies";
        assertThat(step(simone, hall, path, Map.of("from", "6", "to", "9")))
                .containsPattern("id=\"proxy-to-problem\">Personne n’occupe le siège 9");
        assertThat(step(simone, hall, path, Map.of("from", "6", "to", "6")))
                .containsPattern("id=\"proxy-to-problem\">Personne ne vote pour soi");
        assertThat(step(simone, hall, path, Map.of("from", "6", "to", "3")))
                .contains("Le siège 3 vote pour le siège 6");
        assertThat(step(simone, hall, path, Map.of("from", "1", "to", "3")))
                .containsPattern("id=\"proxy-to-problem\">Le siège 3 porte déjà 1");
        assertThat(step(simone, hall, path + "/withdraw", Map.of("from", "6"))).contains("La procuration est retirée");
        assertThat(step(simone, hall, path + "/withdraw", Map.of("from", "6")))
                .contains("Le siège 6 n’a pas donné de procuration");
    }

    @Test
    void excusesAreNotedBeforeTheOpening() {
        String hall = called() + "/hall";
        assertThat(step(simone, hall, hall + "/attendance", Map.of("seat-4", "EXCUSED")))
                .contains("C’est noté");
        assertThat(step(simone, hall, hall + "/attendance", Map.of("seat-4", "ROOM", "was-4", "EXCUSED")))
                .contains("La réunion n’en est pas là");
        assertThat(step(simone, hall, hall + "/open", Map.of("chair", "77")))
                .containsPattern("id=\"open-chair-problem\">Personne n’occupe le siège 77");
    }

    @Test
    void onlySecretariesLeadMeetingsAndOnlyFromTheirOwnPages() {
        String page = called();
        Staff limited = ada.colleague(town.server(), "Limitée", "europe", Role.SECRETARY);
        Staff city = ada.colleague(town.server(), "Ville", "", Role.CITY);
        long before = entries();
        for (String path : new String[] {MEETINGS, page, page + "/hall"}) {
            assertThat(new Staff(town.server()).get(path).location()).startsWith("/desk/sign-in");
            assertThat(ada.get(path).status()).isEqualTo(403);
            assertThat(city.get(path).status()).isEqualTo(403);
            assertThat(limited.get(path).status()).isEqualTo(403);
        }
        String token = "_csrf=" + city.token("/desk");
        assertThat(city.post(page + "/hall/open", "chair=0&" + token).status()).isEqualTo(403);
        assertThat(simone.post(page + "/hall/open", "chair=0").status()).isEqualTo(403);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void whatIsNotThereIsNoDefect() {
        assertThat(simone.get(MEETINGS + "/none").status()).isEqualTo(404);
        assertThat(simone.get(MEETINGS + "/none/hall").text()).contains("Cette réunion n’existe pas");
        assertThat(simone.get(COUNCIL + "/motions/none").text()).contains("Cette proposition n’existe pas");
        assertThat(simone.get(COUNCIL + "/motions/No_Id").status()).isEqualTo(404);
        assertThat(simone.get("/desk/councils/none/meetings").status()).isEqualTo(404);
        assertThat(step(simone, MEETINGS, MEETINGS, Map.of())).contains("call-", "-problem");
    }

    @Test
    void aDoubleClickNotesASheetOnce() {
        String hall = called() + "/hall";
        step(simone, hall, hall + "/open", Map.of("chair", "0"));
        step(simone, hall, hall + "/attendance", Map.of("seat-1", "ROOM", "seat-2", "ROOM"));
        String form = "seat-1=LEFT&was-1=ROOM&seat-3=ROOM&key=twice&_csrf=" + simone.token(hall);
        simone.post(hall + "/attendance", form);
        long after = entries();

        simone.post(hall + "/attendance", form);

        assertThat(entries()).isEqualTo(after);
        assertThat(simone.get(hall).text()).contains("C’est noté");
    }
}
