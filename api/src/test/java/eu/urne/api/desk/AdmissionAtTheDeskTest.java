package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.EngineJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Persons at the door are looked for, admitted and given a card. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionAtTheDeskTest {

    private static final String STAFF_KEY = "a-key-of-the-staff-for-tests";
    private static final String PAGE = "/desk/polls/door/voters";
    private static final String DEFINITION = """
            {"poll":"door","title":"Budget <b>","kind":"FAVOURITE","limits":{},
             "budget":{"cents":500000,"currency":"EUR"},"rule":{"id":"greedy"},"tieBreak":"declared",
             "eligibility":"de 8 à 15 ans","channels":["card"],"revote":false,"suite":1,
             "who":{"kind":"ALL_OF","rules":[{"kind":"AGE_BETWEEN","from":8,"to":15,"on":"2026-04-13"},
                                             {"kind":"ATTENDS_SITE","sites":["europe","vermandois"]}]},
             "options":[{"id":"a","title":"Une cabane","cost":300000}]}""";

    private Server server;
    private Staff ada;
    private Staff anna;
    private Staff zoe;

    @BeforeAll
    void start(@TempDir Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-04-13T10:00:30Z"), ZoneOffset.UTC);
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(STAFF_KEY), clock));
        ada = Staff.administrator(server);
        anna = ada.colleague(server, "Anna", "europe", Role.ANIMATOR);
        zoe = ada.colleague(server, "Zoe", "vermandois", Role.ANIMATOR);
        api("/api/polls", EngineJson.MAPPER.readTree(DEFINITION));
        api("/api/registers", Map.of("register", "children", "title", "Enfants <2026>"));
    }

    @AfterAll
    void end() {
        server.close();
    }

    private String api(String path, Object body) {
        return ada.ask(ada.request(path)
                        .header("Authorization", "Bearer " + STAFF_KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(EngineJson.MAPPER.writeValueAsString(body))))
                .text();
    }

    private String person(String family, String given, String birthDate, String site) {
        return EngineJson.MAPPER
                .readTree(api(
                        "/api/registers/children/persons",
                        Map.of(
                                "familyName", family,
                                "givenName", given,
                                "birthDate", birthDate,
                                "sites", List.of(site))))
                .get("person")
                .asString();
    }

    private String search(Staff staff, String words) {
        return staff.send(PAGE, PAGE + "/search", Map.of("register", "children", "words", words))
                .text();
    }

    private Staff.Answer admit(Staff staff, String person, String words) {
        return staff.send(PAGE, PAGE + "/" + person, Map.of("register", "children", "words", words));
    }

    private long entries() {
        return server.engine().log().reader().lastPosition();
    }

    @Test
    void onePersonIsAdmittedAndGivenACardByOneTap() {
        String person = person("Lefèvre", "Inès", "2015-05-01", "Europe");
        assertThat(search(anna, "lefevre"))
                .contains("Inès Lefèvre")
                .contains("1 mai 2015")
                .contains("ne s’annule pas");
        long before = entries();

        String after = admit(anna, person, "lefevre").text();

        assertThat(after).contains("Inès Lefèvre : donnez une carte").contains("a sa carte");
        assertThat(entries()).isEqualTo(before + 2);
        assertThat(admit(anna, person, "").text()).contains("a déjà reçu sa carte");
        assertThat(entries()).isEqualTo(before + 2);
    }

    @Test
    void aDoubleTapIsOneAdmission() {
        String person = person("Double", "Tap", "2015-05-01", "europe");
        String form = "_csrf=" + anna.token(PAGE) + "&key=one-tap&register=children&words=double";
        anna.post(PAGE + "/" + person, form);
        long after = entries();

        anna.post(PAGE + "/" + person, form);

        assertThat(entries()).isEqualTo(after);
    }

    @Test
    void whoMayNotVoteIsToldWhyInTheLanguageOfThePage() {
        String person = person("Ancien", "Paul", "2010-04-13", "europe");

        assertThat(admit(anna, person, "ancien").text())
                .contains("Paul Ancien ne peut pas voter")
                .contains("trop âgé d&#39;un jour");
        anna.get("/desk?lang=en");
        assertThat(admit(anna, person, "ancien").text()).contains("too old by one day");
        anna.get("/desk?lang=fr");
    }

    @Test
    void animatorsSeeAndAdmitPersonsOfTheirSitesOnly() {
        String here = person("Voisine", "Ada", "2015-05-01", "europe");
        person("Voisine", "Bea", "2015-05-01", "vermandois");

        assertThat(search(anna, "voisine")).contains("Ada Voisine").doesNotContain("Bea Voisine");
        assertThat(search(zoe, "")).contains("Bea Voisine").doesNotContain("Ada Voisine");
        long before = entries();
        assertThat(admit(zoe, here, "voisine").status()).isEqualTo(403);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void onlyWhoServesVotersAdmits() {
        Staff tess = ada.colleague(server, "Tess", "", Role.TRUSTEE);

        assertThat(tess.get(PAGE).status()).isEqualTo(403);
        assertThat(tess.get("/desk/polls/door").text()).doesNotContain(PAGE);
        assertThat(anna.get("/desk/polls/door").text()).contains(PAGE);
        assertThat(anna.get(PAGE + "/search?lang=fr").location()).isEqualTo(PAGE);
        assertThat(ada.get(PAGE).status()).isEqualTo(403);
        assertThat(new Staff(server).get(PAGE).location()).startsWith("/desk/sign-in");
    }

    @Test
    void whoReadsNamesLeavesALine() {
        String person = person("Tracé", "Léo", "2015-05-01", "europe");
        search(anna, "trace");

        assertThat(ada.ask(ada.request("/api/vault/access?size=20").header("Authorization", "Bearer " + STAFF_KEY))
                        .text())
                .contains("\"person\":\"" + person + "\"")
                .contains("\"action\":\"SEARCH\"")
                .contains("admission list of the poll door at the desk");
    }

    @Test
    void longListsAreShownPageByPage() {
        for (int i = 0; i < 45; i++) {
            person("Page%02d".formatted(i), "Enfant", "2015-05-01", "europe");
        }
        Staff many = ada.colleague(server, "Many", "europe", Role.ANIMATOR);

        String first = many.send(PAGE, PAGE + "/search", Map.of("register", "children", "words", "enfant"))
                .text();
        String last = many.send(PAGE, PAGE + "/search", Map.of("register", "children", "words", "enfant", "page", "2"))
                .text();

        assertThat(first).contains("Page19").doesNotContain("Page20").contains("Suite de la liste");
        assertThat(last).contains("Page44").doesNotContain("Page39").doesNotContain("Suite de la liste");
    }

    @Test
    void hostileTextIsShownAsText() {
        person("<script>alert(1)</script>", "${7*7}'\" OR 1=1", "2015-05-01", "europe");

        assertThat(search(anna, "script"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("${7*7}")
                .contains("Enfants &lt;2026&gt;")
                .doesNotContain("<script>alert");
        assertThat(anna.send(PAGE, PAGE + "/search", Map.of("register", "' OR 1=1 --", "words", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(admit(anna, "0".repeat(32), "").status()).isEqualTo(404);
    }
}
