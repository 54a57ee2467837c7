package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.DrawId;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Consents, letters, and draws by quotas, at the desk. */
class CandidaciesAtTheDeskTest extends DrawingDesk {

    @Test
    void quotasAreTypedAndTheirPanelsSearchedBeforeTheFreezing() {
        Map<String, String> form = form("quotas");
        form.put("kind", "QUOTAS");
        form.put("more", "cells");
        assertThat(simone.send(ANNOUNCE, form).text())
                .contains("name=\"least-district_nord\"", "name=\"most-district_sud\"", "district nord : au moins")
                .doesNotContain("name=\"cell-nord\"");
        form.remove("more");
        assertThat(simone.send(ANNOUNCE, form).text()).contains("Donnez au moins un quota");
        form.putAll(Map.of("least-district_nord", "3", "most-district_nord", "2"));
        assertThat(simone.send(ANNOUNCE, form).text()).contains("id=\"announce-most-district_nord-problem\"");
        form.putAll(Map.of("least-district_nord", "3", "most-district_nord", "", "least-district_sud", "2"));
        String page = simone.send(ANNOUNCE, form).location();
        assertThat(page).isEqualTo("/desk/draws/quotas");
        for (int i = 0; i < 4; i++) {
            stand(page, person("Quota" + i, "2012-04-0" + (i + 1), i == 0 ? "sud" : "nord"));
        }
        assertThat(simone.get(page + "/standing").text()).contains("district · sud : il en faut 2, il y en a 1");
        stand(page, person("Quota5", "2012-04-07", "sud"));
        assertThat(simone.get(page + "/standing").text()).doesNotContain("il en faut");
        long before = entries();
        assertThat(searched(page))
                .containsPattern("id=\"freeze-quotas-problem\">Aucun groupe de 4 [^<]*district = nord: 3[^<]*sud: 2")
                .contains("Dix dés &lt;i&gt;");
        assertThat(entries()).isEqualTo(before);
        simone.send(page, page + "/call-off", Map.of("reason", "fini"));
        form.putAll(Map.of("draw", "quotas-2", "least-district_nord", "2"));
        page = simone.send(ANNOUNCE, form).location();
        for (int i = 0; i < 5; i++) {
            stand(page, person("Autre" + i, "2012-04-0" + (i + 1), i % 2 == 0 ? "sud" : "nord"));
        }
        searched(page);
        assertThat(server.engine().draws().draw(new DrawId("quotas-2"))).isInstanceOf(CouncilDraw.Frozen.class);
        simone.send(page, page + "/call-off", Map.of("reason", "fini"));
    }

    /** Freezes; the page that is shown when the search has ended. */
    private String searched(String page) {
        String[] shown = {simone.send(page + "/standing", dice()).text()};
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            shown[0] = shown[0].isEmpty() ? simone.get(page + "/standing").text() : shown[0];
            boolean over = !shown[0].contains("La recherche dure");
            if (!over) {
                shown[0] = "";
            }
            return over;
        });
        return shown[0];
    }

    @Test
    void aMinorStandsOnceTheConsentWasSeen() {
        assertThat(simone.get(ANNOUNCE).text()).containsPattern("name=\"consentBelow\"[^>]*value=\"18\"");
        Map<String, String> form = form("minors");
        form.put("consentBelow", "26");
        assertThat(simone.send(ANNOUNCE, form).text()).contains("id=\"announce-consentBelow-problem\"");
        form.put("consentBelow", "18");
        String page = simone.send(ANNOUNCE, form).location();
        assertThat(simone.get(page).text()).contains("pour qui a moins de 18 ans");
        String child = person("Mineur", "2012-06-01", "nord");
        String asked = stand(page, child);
        assertThat(asked).contains("Léa Mineur ne peut pas être candidat·e", "Je l’ai vu : Léa Mineur est candidat·e");
        long before = entries();
        assertThat(simone.send(
                                page + "/candidacies",
                                page + "/candidacies/" + person("Adulte", "2007-01-01", "nord") + "/consent",
                                Map.of("register", "young"))
                        .status())
                .isEqualTo(409);
        assertThat(entries()).isEqualTo(before);
        assertThat(simone.send(
                                page + "/candidacies",
                                page + "/candidacies/" + child + "/consent",
                                Map.of("register", "young", "words", "x"))
                        .text())
                .contains("Léa Mineur est candidat·e", "Imprimer le reçu de Léa Mineur");
        simone.send(page, page + "/call-off", Map.of("reason", "fini"));
    }

    @Test
    void lettersAndReceiptsAreFilesForOnePersonEach() {
        String page = announced("letters");
        String person = person("Lettre", "2012-07-01", "nord");
        assertThat(simone.get(page).text()).contains(page + "/letters");
        assertThat(simone.get(page + "/letters").text()).contains("0 codes créés, dont 0 utilisés");
        pdf(simone.send(page + "/letters", Map.of("register", "young")), "letters-letters.pdf");
        assertThat(simone.get(page + "/letters").text()).contains("codes créés, dont 0 utilisés", "Reprendre");
        assertThat(simone.send(page + "/letters", Map.of("register", "young")).location())
                .isEqualTo(page + "/letters");
        assertThat(simone.send(page + "/letters", Map.of("register", "' OR 1")).status())
                .isEqualTo(404);
        assertThat(simone.send(page + "/letters", page + "/receipts/" + person, Map.of())
                        .status())
                .isEqualTo(404);
        stand(page, person);
        pdf(simone.send(page + "/letters", page + "/receipts/" + person, Map.of()), "letters-receipt.pdf");
        pdf(simone.send(page + "/letters", page + "/letters/" + person, Map.of()), "letters-letter.pdf");
        simone.send(page + "/letters", page + "/letters/take-back", Map.of());
        assertThat(simone.get(page + "/letters").text()).contains("codes sont repris", "0 codes créés");
        simone.send(page, page + "/call-off", Map.of("reason", "fini"));
        assertThat(simone.send(page + "/letters", Map.of("register", "young")).status())
                .isEqualTo(409);
    }

    private static void pdf(Staff.Answer answer, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Content-Disposition").orElse(""))
                .contains(name);
        assertThat(answer.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(answer.text()).startsWith("%PDF");
    }
}
