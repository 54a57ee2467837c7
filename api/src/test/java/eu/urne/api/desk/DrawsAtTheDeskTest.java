package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.EngineJson;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Draws are announced, stood for, frozen and read by forms of the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawsAtTheDeskTest {

    private static final String STAFF_KEY = "a-key-of-the-staff-for-tests";
    private static final String COUNCIL = "/desk/councils/youth";
    private static final String ANNOUNCE = COUNCIL + "/draws";

    private Instant now = Instant.parse("2026-02-10T10:00:30Z");
    private Server server;
    private Staff simone;
    private Staff second;

    @BeforeAll
    void start(@TempDir Path folder) {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(STAFF_KEY), clock));
        Staff ada = Staff.administrator(server);
        simone = ada.colleague(server, "Simone", "", Role.SECRETARY);
        second = ada.colleague(server, "Sarah", "", Role.SECRETARY);
        Map<String, String> council = new HashMap<>(Map.of(
                "council", "youth", "title", "Conseil <b>", "kind", "youth", "members", "PERSONS", "seats", "20"));
        council.putAll(Map.of("termMonths", "24", "notice", "10", "absences", "3", "proxies", "1", "share", "1"));
        council.putAll(Map.of("of", "3", "agenda", "ALTERNATE", "majority", "SIMPLE"));
        simone.send("/desk/councils", council);
        api("/api/registers", Map.of("register", "young", "title", "Jeunes <2026>"));
    }

    @AfterAll
    void end() {
        server.close();
    }

    private String api(String path, Object body) {
        return simone.ask(simone.request(path)
                        .header("Authorization", "Bearer " + STAFF_KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(EngineJson.MAPPER.writeValueAsString(body))))
                .text();
    }

    private String person(String family, String birthDate, String district) {
        return EngineJson.MAPPER
                .readTree(api(
                        "/api/registers/young/persons",
                        Map.of(
                                "familyName", family,
                                "givenName", "Léa",
                                "birthDate", birthDate,
                                "district", district)))
                .get("person")
                .asString();
    }

    private static Map<String, String> form(String id) {
        Map<String, String> form = new HashMap<>(Map.of(
                "draw", id,
                "seats", "4",
                "from", "2026-04-01",
                "until", "2028-04-01",
                "on", "2026-04-01",
                "ageFrom", "11",
                "ageTo", "20",
                "short", "ALL"));
        form.putAll(Map.of(
                "attribute-1-of", "RESIDENCE",
                "attribute-1-values", "nord, sud",
                "attribute-1-id", "district",
                "cell-nord", "2",
                "cell-sud", "2"));
        return form;
    }

    private String announced(String id) {
        Staff.Answer answer = simone.send(ANNOUNCE, form(id));
        assertThat(answer.location()).as(answer.text()).isEqualTo("/desk/draws/" + id);
        assertThat(simone.get(answer.location()).text()).contains("Le tirage est annoncé");
        return answer.location();
    }

    private String stand(String page, String person) {
        return simone.send(
                        page + "/candidacies",
                        page + "/candidacies/" + person,
                        Map.of("register", "young", "words", "x"))
                .text();
    }

    private long entries() {
        return server.engine().log().reader().lastPosition();
    }

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

    private static Map<String, String> dice() {
        return Map.of(
                "useDice",
                "yes",
                "diceName",
                "Dix dés <i>",
                "dice",
                "10",
                "sides",
                "6",
                "diceDay",
                "2026-02-11",
                "diceTime",
                "12:00");
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
