package eu.urne.api.rest;

import static eu.urne.api.rest.Drawing.DRAW;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.DrawId;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Standing for a council by the code of a letter. */
class StandingFromHomeTest {

    private static final String PAGE = "/stand/youth-2027";
    private static final String WRONG = "Ce code ne fonctionne pas pour ce tirage";

    @TempDir
    Path folder;

    private Budgeting city;

    @BeforeEach
    void start() {
        city = new Budgeting(folder, false, "2026-11-02");
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private Reply send(String path, String code, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("code", code);
        String form = all.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Reply reply = city.client.send(city.client
                .request(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(reply.text()).doesNotContain("??", "style=\"");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        return reply;
    }

    private String text(String path, String code) {
        Reply reply = send(path, code, Map.of());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.text()).doesNotContain("Martin", "Jeune 1");
        return reply.text();
    }

    /** The codes of the letters to a register, by persons. */
    private Map<String, String> codes(String draw) {
        JsonNode letters = city.client
                .send(city.client
                        .asStaff(city.client.json("/api/draws/" + draw + "/invitations", "{\"register\":\"youth\"}"))
                        .header("Urne-Purpose", "letters"))
                .json()
                .get("invitations");
        Map<String, String> codes = new TreeMap<>();
        letters.forEach(each -> codes.put(
                each.get("person").get("person").asString(), each.get("code").asString()));
        return codes;
    }

    private long entries() {
        return city.server.engine().log().reader().lastPosition();
    }

    @Test
    void whoHasALetterStandsAndSeesWhatBecameOfIt() {
        Drawing.standing(city);
        String person = Drawing.person(city, 25, "nord");
        String code = codes("youth-2027").get(person);
        assertThat(city.client.get("/draws/youth-2027").text()).contains(PAGE);
        assertThat(city.client.get(PAGE).text()).contains("Code de votre courrier");

        assertThat(text(PAGE, code.toLowerCase(Locale.ROOT).replace("-", " ")))
                .contains("Vous pouvez être candidat·e jusqu’à");
        assertThat(text(PAGE + "/candidacy", code)).contains("Vous êtes candidat·e à ce conseil");
        assertThat(text(PAGE + "/candidacy?lang=en", code)).contains("You stand for this council");
        assertThat(text(PAGE + "/withdrawal", code)).contains("Vous n’êtes plus candidat·e");
        assertThat(send(PAGE + "/withdrawal", code, Map.of()).status()).isEqualTo(409);
        assertThat(text(PAGE + "/candidacy", code)).contains("Vous êtes candidat·e à ce conseil");

        city.accepted(DRAW + "/pool", Drawing.SOURCES);
        assertThat(text(PAGE, code)).contains("sur la liste figée", "Quartier – Nord");
        assertThat(send(PAGE + "/candidacy", code, Map.of()).status()).isEqualTo(409);
        assertThat(send(PAGE + "/withdrawal", code, Map.of()).text())
                .contains("Ce n’est plus possible", "sur la liste figée");
        Reply slip = send(PAGE + "/slip", code, Map.of());
        assertThat(slip.header("Content-Disposition")).contains("youth-2027-slip.json");
        int number = slip.json().get("index").asInt();

        city.clock.set(MovableClock.midnight("2026-11-04"));
        city.accepted(DRAW + "/randomness", Drawing.DICE);
        assertThat(city.postBySecond(DRAW + "/randomness", Drawing.DICE).status())
                .isEqualTo(201);
        Drawn drawn = (Drawn) city.server.engine().draws().draw(new DrawId("youth-2027"));
        assertThat(text(PAGE, code))
                .contains(drawn.isInReserve(number) ? "Vous n’êtes pas tiré·e au sort" : "Vous êtes tiré·e au sort");
    }

    @Test
    void whoWasNotDrawnAnswersAnOfferedRole() {
        List<String> persons = Drawing.standing(city);
        Map<String, String> codes = codes("youth-2027");
        city.accepted(DRAW + "/pool", Drawing.SOURCES);
        city.clock.set(MovableClock.midnight("2026-11-04"));
        city.accepted(DRAW + "/randomness", Drawing.DICE);
        city.postBySecond(DRAW + "/randomness", Drawing.DICE);
        String code = persons.stream()
                .map(codes::get)
                .filter(each -> text(PAGE, each).contains("pas tiré·e au sort"))
                .findFirst()
                .orElseThrow();
        int number = send(PAGE + "/slip", code, Map.of()).json().get("index").asInt();
        city.accepted(DRAW + "/roles", "{\"id\":\"jury\",\"title\":\"Jury <b>\",\"places\":2}");
        assertThat(send(PAGE + "/roles/jury", code, Map.of("answer", "yes")).status())
                .isEqualTo(409);
        city.accepted(DRAW + "/roles/jury/offers", "{\"candidate\":" + number + "}");
        assertThat(text(PAGE, code)).contains("Jury &lt;b&gt;", "Voulez-vous participer");
        assertThat(send(PAGE + "/roles/jury", code, Map.of("answer", "maybe")).status())
                .isEqualTo(409);
        assertThat(send(PAGE + "/roles/jury", code, Map.of("answer", "yes")).text())
                .contains("Vous avez dit oui");
        assertThat(send(PAGE + "/roles/jury", code, Map.of("answer", "no")).text())
                .contains("Ce n’est plus possible", "Vous avez dit oui");
    }

    @Test
    void whateverIsTypedThatIsNoCodeOfTheDrawIsAnsweredAlike() {
        Drawing.announced(city);
        city.post("/api/registers", "{\"register\":\"youth\",\"title\":\"Jeunes\"}");
        String person = Drawing.person(city, 1, "nord");
        String first = codes("youth-2027").get(person);
        String second = first.charAt(0) == '0' ? "1" + first.substring(1) : "0" + first.substring(1);
        long entries = entries();
        for (String typed :
                new String[] {"", "x", "<script>alert(1)</script>", "é".repeat(12), second, "0".repeat(40)}) {
            for (String step : new String[] {"", "/candidacy", "/withdrawal", "/slip", "/roles/jury"}) {
                Reply reply = send(PAGE + step, typed, Map.of("answer", "yes"));
                assertThat(reply.status()).as(step + typed).isEqualTo(422);
                assertThat(reply.text()).contains(WRONG).doesNotContain("alert(1)", second);
            }
        }
        assertThat(entries()).isEqualTo(entries);
        assertThat(send("/stand/nothing", first, Map.of()).status()).isEqualTo(404);
        assertThat(send("/stand/__$", first, Map.of()).status()).isEqualTo(404);
        assertThat(send(PAGE, first, Map.of()).status()).isEqualTo(200);
        assertThat(city.client.get(PAGE + "/candidacy").status()).isEqualTo(302);
    }

    @Test
    void codeOfAnotherDrawDoesNotWorkAndGuessersWait() {
        Drawing.established(city);
        city.accepted(
                "/api/draws",
                Drawing.DRAW_TERMS
                        .replace("\"seats\":6,", "\"seats\":3,")
                        .replace("\"seats\":4", "\"seats\":2")
                        .replace("\"seats\":2,\"values\":[\"sud\"]", "\"seats\":1,\"values\":[\"sud\"]"));
        city.accepted(
                "/api/draws",
                Drawing.DRAW_TERMS
                        .replace("youth-2027", "youth-other")
                        .replace("\"seats\":6,", "\"seats\":3,")
                        .replace("\"seats\":4", "\"seats\":2")
                        .replace("\"seats\":2,\"values\":[\"sud\"]", "\"seats\":1,\"values\":[\"sud\"]"));
        city.post("/api/registers", "{\"register\":\"youth\",\"title\":\"Jeunes\"}");
        String person = Drawing.person(city, 1, "nord");
        String other = codes("youth-other").get(person);
        String right = codes("youth-2027").get(person);
        for (int i = 0; i < 100; i++) {
            assertThat(send(PAGE + "/candidacy", other, Map.of()).text()).contains(WRONG);
        }
        Reply waits = send(PAGE, right, Map.of());
        assertThat(waits.status()).isEqualTo(429);
        assertThat(waits.text()).contains("Attendez une minute");
        assertThat(send(PAGE + "/slip", right, Map.of()).status()).isEqualTo(429);
        city.clock.set(city.clock.instant().plusSeconds(60));
        assertThat(send(PAGE, right, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void whatIsMissingIsToldInWords() {
        Drawing.established(city);
        city.accepted(
                "/api/draws",
                Drawing.DRAW_TERMS
                        .replace("RESIDENCE", "TOLD")
                        .replace("\"seats\":6,", "\"seats\":6,\"consentBelow\":16,"));
        city.post("/api/registers", "{\"register\":\"youth\",\"title\":\"Jeunes\"}");
        String person = Drawing.person(city, 1, "nord");
        String code = codes("youth-2027").get(person);
        assertThat(text(PAGE, code)).contains("il faut l’accord d’un parent ou tuteur");
        Reply refused = send(PAGE + "/candidacy", code, Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("parent");
        assertThat(city.post(DRAW + "/candidacies/" + person + "/consent", "").status())
                .isEqualTo(204);
        for (String value : new String[] {"", "est", "<script>"}) {
            Reply unknown = send(PAGE + "/candidacy", code, Map.of("told-district", value, "told-<b>", "x"));
            assertThat(unknown.status()).isEqualTo(422);
            assertThat(unknown.text())
                    .contains("Choisissez une valeur pour « district »")
                    .doesNotContain("<script>\"");
        }
        assertThat(send(PAGE + "/candidacy", code, Map.of("told-district", "sud"))
                        .text())
                .contains("Vous êtes candidat·e à ce conseil");
    }
}
