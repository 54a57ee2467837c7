package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.rest.Client.Reply;
import eu.urne.api.settings.Setting;
import eu.urne.engine.EngineJson;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How tablets become known, stay known and are forgotten, and in which polls people vote on them. */
class TabletsOverRestTest {

    private static final Map<String, String> PLACE = Map.of("site", "europe", "name", "tablette 1");
    private static final String WRONG = "code: it is wrong, used or expired; ask for a new one at the desk";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-04-13T10:00:30Z"));
    private Server server;
    private Client client;

    @BeforeEach
    void start() {
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(Voting.KEY), clock)
                        .with(Map.of(Setting.TRUSTED_PROXIES, "127.0.0.1")));
        client = new Client(server, Voting.KEY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String code() {
        return client.staffPost("/api/tablets/enrolments", PLACE)
                .json()
                .get("code")
                .asString();
    }

    private Reply enrol(String code) {
        return client.post("/api/tablets", Map.of("code", code));
    }

    private JsonNode enrolled() {
        return enrol(code()).json();
    }

    private Reply heartbeat(JsonNode tablet, Map<String, ?> waiting) {
        return heartbeat(
                "Tablet " + tablet.get("tablet").asString() + "."
                        + tablet.get("secret").asString(),
                waiting);
    }

    private Reply heartbeat(String authorization, Map<String, ?> waiting) {
        return client.send(client.request("/api/tablets/self")
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .PUT(BodyPublishers.ofString(EngineJson.MAPPER.writeValueAsString(Map.of("waiting", waiting)))));
    }

    private JsonNode listed() {
        return client.send(client.asStaff(client.request("/api/tablets"))).json();
    }

    private Reply remove(String tablet) {
        HttpRequest.Builder request = client.request("/api/tablets/" + tablet).DELETE();
        return client.send(client.asStaff(request));
    }

    @Test
    void aCodeFromTheDeskMakesATabletKnownOnce() {
        Reply shown = client.staffPost("/api/tablets/enrolments", PLACE);
        assertThat(shown.status()).isEqualTo(201);
        assertThat(shown.json().get("validUntil").asString()).isEqualTo("2026-04-13T10:10:30Z");
        String code = shown.json().get("code").asString();
        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        Reply tablet = enrol(" " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        assertThat(tablet.status()).isEqualTo(201);
        assertThat(tablet.json().get("tablet").asString()).matches("[0-9a-f]{16}");
        assertThat(tablet.json().get("secret").asString()).matches("[0-9a-f]{64}");
        assertThat(tablet.json().get("site").asString()).isEqualTo("europe");
        assertThat(tablet.json().get("name").asString()).isEqualTo("tablette 1");
        assertThat(tablet.header("Cache-Control")).isEqualTo("no-store");
        Reply again = enrol(code);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.json().get("detail").asString()).isEqualTo(WRONG);
    }

    @Test
    void aCodeExpiresAfterTenMinutes() {
        String late = code();
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(enrol(late).json().get("detail").asString()).isEqualTo(WRONG);
        String inTime = code();
        clock.set(clock.instant().plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(enrol(inTime).status()).isEqualTo(201);
    }

    @Test
    void whatIsNoCodeIsToldSo() {
        assertThat(enrol("ABC").status()).isEqualTo(403);
        assertThat(enrol("ABC").text()).contains("code: must have 8 characters of 0-9 and A-Z without I, L, O and U");
        assertThat(enrol("ſſſſ-ſſſſ").text()).contains("code: it has no letters but A-Z");
        assertThat(client.post("/api/tablets", Map.of()).status()).isEqualTo(422);
        assertThat(enrol("'; DROP TABLE tablet; --").status()).isEqualTo(403);
        assertThat(listed()).isEmpty();
    }

    @Test
    void afterAHundredWrongCodesInAMinuteTheirAddressWaitsAndNoOther() {
        String code = code();
        for (int i = 0; i < 100; i++) {
            assertThat(enrol("0000-00%02d".formatted(i)).status()).isEqualTo(403);
        }
        Reply refused = enrol(code);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("code: too many wrong codes; wait for a minute");
        assertThat(client.send(client.request("/api/tablets")
                                .header("X-Forwarded-For", "203.0.113.7")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"code\":\"" + code + "\"}")))
                        .status())
                .isEqualTo(201);
        String other = code();
        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(enrol(other).status()).isEqualTo(201);
    }

    @Test
    void onlyTheStaffEnrolsListsAndRemoves() {
        assertThat(client.post("/api/tablets/enrolments", PLACE).status()).isEqualTo(401);
        assertThat(client.get("/api/tablets").status()).isEqualTo(401);
        String tablet = enrolled().get("tablet").asString();
        assertThat(client.send(client.request("/api/tablets/" + tablet).DELETE())
                        .status())
                .isEqualTo(401);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void aPlaceHasASiteAndAName() {
        for (String site : List.of("", "Europe", "-a", "a".repeat(41), "a b")) {
            assertThat(client.staffPost("/api/tablets/enrolments", Map.of("site", site, "name", "a"))
                            .text())
                    .contains("site: must be 1 to 40 characters");
        }
        for (String name : List.of("", " ", "a\nb", "a".repeat(61), "a\u202Eb")) {
            Reply refused = client.staffPost("/api/tablets/enrolments", Map.of("site", "europe", "name", name));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("name: must have 1 to 60 characters on one line");
        }
    }

    @Test
    void aSignOfLifeTellsHowManyBallotsWait() {
        JsonNode tablet = enrolled();
        assertThat(listed().get(0).has("lastSeen")).isFalse();
        clock.set(Instant.parse("2026-04-13T10:05:00Z"));
        assertThat(heartbeat(tablet, Map.of("village-2026", 3, "other", 0)).status())
                .isEqualTo(200);
        assertThat(listed().get(0).get("lastSeen").asString()).isEqualTo("2026-04-13T10:05:00Z");
        assertThat(listed().get(0).get("waiting").toString()).isEqualTo("{\"village-2026\":3}");
        heartbeat(tablet, Map.of());
        assertThat(listed().get(0).get("waiting")).isEmpty();
        assertThat(listed().toString()).doesNotContain("secret");
    }

    @Test
    void aSignOfLifeWithWrongNumbersIsRefused() {
        JsonNode tablet = enrolled();
        assertThat(heartbeat(tablet, Map.of("village-2026", -1)).text())
                .contains("waiting: of the poll village-2026 must be from 0 to 1000000");
        assertThat(heartbeat(tablet, Map.of("No Poll", 1)).text()).contains("poll: \\\"No Poll\\\" must be");
        assertThat(heartbeat(tablet, Map.of("village-2026", "many")).status()).isEqualTo(422);
        assertThat(listed().get(0).has("lastSeen")).isFalse();
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotTheTablet() {
        JsonNode tablet = enrolled();
        String id = tablet.get("tablet").asString();
        for (String wrong : List.of(
                "Tablet " + id,
                "Tablet " + id + ".",
                "Tablet " + id + "." + "0".repeat(64),
                "Tablet 0123456789abcdef." + tablet.get("secret").asString(),
                "Bearer " + id + "." + tablet.get("secret").asString(),
                "Bearer " + Voting.KEY)) {
            Reply refused = heartbeat(wrong, Map.of());
            assertThat(refused.status()).as(wrong).isEqualTo(401);
            assertThat(refused.text()).contains("this tablet is not known, or not any more");
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Tablet realm=\"urne\"");
        }
    }

    @Test
    void aRemovedTabletIsNotKnownAnyMore() {
        JsonNode tablet = enrolled();
        String id = tablet.get("tablet").asString();
        assertThat(remove(id).status()).isEqualTo(204);
        assertThat(heartbeat(tablet, Map.of()).status()).isEqualTo(401);
        assertThat(heartbeat("Tablet " + id + ".", Map.of()).status()).isEqualTo(401);
        assertThat(listed()).isEmpty();
        assertThat(remove(id).status()).isEqualTo(404);
        assertThat(remove("all").text()).contains("there is no tablet all");
    }

    @Test
    void aTabletStaysKnownWhenTheServerStartsAnew() throws Exception {
        JsonNode tablet = enrolled();
        String code = code();
        stop();
        start();
        assertThat(heartbeat(tablet, Map.of()).status()).isEqualTo(200);
        assertThat(enrol(code).status()).isEqualTo(201);
        String secret = tablet.get("secret").asString();
        stop();
        assertThat(new String(
                        Files.readAllBytes(folder.resolve("desk.db")), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains(tablet.get("tablet").asString())
                .doesNotContain(secret, code.replace("-", ""));
        start();
    }

    @Test
    void aTabletIsToldTheOpenPollsOfItsSite() {
        open("village-2026", Desk.DEFINITION.replace("\"vermandois\"", "\"vermandois\""));
        open("elsewhere", Desk.DEFINITION.replace("\"europe\",", ""));
        open("everybody", Voting.DEFINITION.replace("children-2026", "everybody"));
        define("later", Voting.DEFINITION.replace("children-2026", "later"));
        Reply told = heartbeat(enrolled(), Map.of());
        assertThat(told.json().get("polls").findValuesAsString("poll")).containsExactly("village-2026", "everybody");
        JsonNode poll = told.json().get("polls").get(0);
        assertThat(poll.get("hash").asString())
                .isEqualTo(
                        client.get("/api/polls/village-2026").json().get("hash").asString());
        assertThat(poll.get("state").asString()).isEqualTo("open");
        assertThat(poll.get("ended").asBoolean()).isFalse();
        assertThat(poll.get("joined").asBoolean()).isFalse();
        assertThat(poll.get("emptied").asBoolean()).isFalse();
    }

    @Test
    void aTabletTakesNoPartWhereNobodyOfItsSiteVotes() {
        open("elsewhere", Desk.DEFINITION.replace("\"europe\",", ""));
        JsonNode tablet = enrolled();
        Reply refused = client.send(client.request("/api/tablets/self/polls/elsewhere")
                .header(
                        "Authorization",
                        "Tablet " + tablet.get("tablet").asString() + "."
                                + tablet.get("secret").asString())
                .POST(BodyPublishers.noBody()));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("poll: nobody of the site europe votes in the poll elsewhere");
    }

    private void define(String poll, String definition) {
        String named = definition.replace("village-2026", poll);
        assertThat(client.send(client.asStaff(client.json("/api/polls", named))).status())
                .isEqualTo(201);
    }

    private void open(String poll, String definition) {
        define(poll, definition);
        client.staffPost(
                "/api/polls/" + poll + "/cards",
                Map.of("label", "all", "tokens", List.of(Voting.seed(1).token().hex())));
        assertThat(client.staffPost("/api/polls/" + poll + "/open").status()).isEqualTo(201);
    }
}
