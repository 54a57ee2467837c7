package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.council.AgendaOrder;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Councils are established and revised by forms of the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CouncilsAtTheDeskTest {

    private static final String PAGE = "/desk/councils";

    private Path folder;
    private Server server;
    private Staff ada;
    private Staff simone;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        Clock clock = Clock.fixed(Instant.parse("2026-02-10T10:00:30Z"), ZoneOffset.UTC);
        server =
                Server.start(new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(), clock));
        ada = Staff.administrator(server);
        simone = ada.colleague(server, "Simone", "", Role.SECRETARY);
    }

    @AfterAll
    void end() {
        server.close();
    }

    private static Map<String, String> form(String id) {
        Map<String, String> form = new HashMap<>(Map.of(
                "council", id,
                "title", "Conseil des <i>jeunes</i> ${7*7}",
                "kind", "youth",
                "district", "",
                "members", "PERSONS",
                "seats", "45",
                "termMonths", "24"));
        form.putAll(Map.of(
                "notice", "10",
                "absences", "3",
                "proxies", "1",
                "share", "1",
                "of", "3",
                "agenda", "RESIDENTS_FIRST",
                "majority", "SIMPLE",
                "casting", "yes"));
        return form;
    }

    private CouncilTerms terms(String id) {
        return ((Established) server.engine().draws().council(new CouncilId(id))).terms();
    }

    private long entries() {
        return server.engine().log().reader().lastPosition();
    }

    @Test
    void aCouncilIsEstablishedAsItIsTyped() {
        assertThat(simone.get(PAGE).text()).contains("value=\"35\"", "Créer un conseil");
        Staff.Answer answer = simone.send(PAGE, form("opened"));

        assertThat(answer.location()).as(answer.text()).isEqualTo(PAGE + "/opened");
        assertThat(simone.get(PAGE + "/opened").text())
                .contains("Le conseil est créé", "Conseil des &lt;i&gt;jeunes&lt;/i&gt; ${7*7}", "1 sur 3")
                .doesNotContain("<i>jeunes");
        CouncilTerms terms = terms("opened");
        assertThat(terms.seats()).isEqualTo(45);
        assertThat(terms.district()).isNull();
        assertThat(terms.procedure().agenda()).isEqualTo(AgendaOrder.RESIDENTS_FIRST);
        assertThat(terms.procedure().casting()).isTrue();
        assertThat(terms.procedure().remote()).isFalse();
        assertThat(terms.demonstration()).isFalse();
        assertThat(simone.get(PAGE + "?lang=en").text()).contains("45 seats", "Establish a council");
        simone.get(PAGE + "?lang=fr");
    }

    @Test
    void aKindOfCouncilIsASettingAndFillsTheForm() throws IOException {
        assertThat(simone.get(PAGE).text()).contains("Conseil des aînés", "?kind=shop-owners");
        assertThat(simone.get(PAGE + "?kind=associations").text())
                .contains("value=\"25\"", "value=\"associations\"", "value=\"Conseil des associations\"");
        assertThat(simone.get(PAGE + "?kind=%3Cnone%3E").text()).contains("value=\"35\"");
        Path own = folder.resolve("councils.yaml");
        String kind = """
                kinds:
                - id: accessibility
                  name: {fr: Conseil du handicap, en: Disability council}
                  members: PERSONS
                  seats: 12
                  termMonths: 24
                  procedure: {notice: 7, quorum: {share: 1, of: 2}, majority: two-thirds, casting: false, proxies: 0,
                              remote: true, absences: 0, agenda: RESIDENTS_FIRST}
                """;
        Files.writeString(own, kind);
        assertThat(simone.get(PAGE + "?kind=accessibility").text())
                .contains("value=\"12\"", "value=\"Conseil du handicap\"")
                .doesNotContain("Conseil des aînés");
        Files.writeString(own, kind.replace("seats: 12", "seats: 0"));
        Staff.Answer broken = simone.get(PAGE);
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.text()).contains("councils.yaml", "seats: 1 to 500 are possible, not 0");
        Files.delete(own);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            council    | Pas Un Id | council    | lettres minuscules sans accent
            title      | ''        | title      | Le nom a de 1 à 200 caractères
            kind       | Jeunes    | kind       | lettres minuscules sans accent
            district   | ../..     | district   | lettres minuscules sans accent
            members    | DOGS      | members    | Choisissez dans la liste
            seats      | 501       | seats      | un nombre entier de 1 à 500
            seats      | -1        | seats      | un nombre entier de 1 à 500
            termMonths | 1e1       | termMonths | un nombre entier de 1 à 120
            notice     | 61        | notice     | un nombre entier de 0 à 60
            share      | 4         | share      | un nombre entier de 0 à 3
            of         | 0         | of         | un nombre entier de 1 à 100
            proxies    | ''        | proxies    | un nombre entier de 0 à 3
            agenda     | ${7*7}    | agenda     | Choisissez dans la liste
            majority   | ABSOLUTE  | casting    | à la majorité simple
            """)
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedIsKept(
            String field, String typed, String beside, String sentence) {
        Map<String, String> form = form("wrong");
        form.put(field, typed);
        long before = entries();

        Staff.Answer answer = simone.send(PAGE, form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .containsPattern("id=\"establish-" + beside + "-problem\">[^<]*" + Pattern.quote(sentence))
                .contains("name=\"casting\" checked=\"checked\"")
                .doesNotContain("<i>jeunes");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void missingFieldsAreNoDefect() {
        assertThat(simone.send(PAGE, Map.of()).status()).isEqualTo(422);
        assertThat(simone.send(PAGE, Map.of("title", "\"><script>")).text())
                .contains("&quot;&gt;&lt;script&gt;")
                .doesNotContain("\"><script>");
        assertThat(simone.get(PAGE + "/nowhere").status()).isEqualTo(404);
        assertThat(simone.get(PAGE + "/Pas_Un_Id").status()).isEqualTo(404);
        assertThat(simone.get(PAGE + "/nowhere").text()).contains("Ce conseil n’existe pas");
    }

    @Test
    void aDoubleClickEstablishesOneCouncilAndAnotherOneOfThatNameIsRefused() {
        String fields = form("double").entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String form = fields + "&key=one-click&_csrf=" + simone.token(PAGE);
        simone.post(PAGE, form);
        long after = entries();

        assertThat(simone.post(PAGE, form).location()).isEqualTo(PAGE + "/double");

        assertThat(entries()).isEqualTo(after);
        assertThat(simone.post(PAGE, fields).status()).isEqualTo(403);
        Map<String, String> other = form("double");
        other.put("title", "Un autre");
        Staff.Answer answer = simone.send(PAGE, other);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Un conseil de cet identifiant existe déjà", "value=\"Un autre\"");
    }

    @Test
    void otherRulesArePublishedWithTheirReason() {
        simone.send(PAGE, form("revised"));
        String page = PAGE + "/revised";
        Map<String, String> form = form("ignored");
        form.putAll(Map.of("seats", "40", "reason", " "));
        assertThat(simone.send(page, page + "/terms", form).location()).isEqualTo(page);
        assertThat(simone.get(page).text())
                .containsPattern("id=\"revise-reason-problem\">Raison : de 1 à 500")
                .contains("value=\"40\"");
        form.put("reason", "Moins de candidats");
        simone.send(page, page + "/terms", form);

        assertThat(simone.get(page).text()).contains("Les nouvelles règles sont publiées");
        assertThat(terms("revised").seats()).isEqualTo(40);
        assertThat(terms("revised").council().value()).isEqualTo("revised");
    }

    @Test
    void onlyWhoRunsCouncilsSeesThem() {
        Staff limited = ada.colleague(server, "Limitée", "europe", Role.SECRETARY);

        assertThat(ada.get(PAGE).status()).isEqualTo(403);
        assertThat(limited.get(PAGE).status()).isEqualTo(403);
        assertThat(new Staff(server).get(PAGE).location()).startsWith("/desk/sign-in");
        assertThat(simone.get("/desk").text()).contains(PAGE, "Tirages au sort");
        assertThat(ada.get("/desk").text()).doesNotContain(PAGE);
    }
}
