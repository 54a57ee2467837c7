package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.EngineJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server with a council of twenty seats, a register, and two secretaries at the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DrawingDesk {

    private static final String STAFF_KEY = "a-key-of-the-staff-for-tests";
    static final String COUNCIL = "/desk/councils/youth";
    static final String ANNOUNCE = COUNCIL + "/draws";

    Instant now = Instant.parse("2026-02-10T10:00:30Z");
    Server server;
    Staff simone;
    Staff second;

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

    String api(String path, Object body) {
        return simone.ask(simone.request(path)
                        .header("Authorization", "Bearer " + STAFF_KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(EngineJson.MAPPER.writeValueAsString(body))))
                .text();
    }

    String person(String family, String birthDate, String district) {
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

    static Map<String, String> form(String id) {
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

    String announced(String id) {
        Staff.Answer answer = simone.send(ANNOUNCE, form(id));
        assertThat(answer.location()).as(answer.text()).isEqualTo("/desk/draws/" + id);
        assertThat(simone.get(answer.location()).text()).contains("Le tirage est annoncé");
        return answer.location();
    }

    String stand(String page, String person) {
        return simone.send(
                        page + "/candidacies",
                        page + "/candidacies/" + person,
                        Map.of("register", "young", "words", "x"))
                .text();
    }

    long entries() {
        return server.engine().log().reader().lastPosition();
    }

    static Map<String, String> dice() {
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
}
