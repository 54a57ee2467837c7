package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.evidence.EvidenceWriter;
import eu.urne.api.rest.Client.Reply;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.engine.store.LogName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A person is given all that is known, and erased; both logs stay valid. */
class ErasureOverRestTest {

    @TempDir
    Path folder;

    @TempDir
    Path downloads;

    private Desk desk;
    private String person;

    @BeforeEach
    void admitSomebody() {
        desk = new Desk(folder).defined();
        person = desk.person("Zyxwvut", "Lou", "2014-07-07", "europe");
        assertThat(desk.admit(person).status()).isEqualTo(201);
        desk.client.staffPost(Desk.POLL + "/voters/" + person + "/hand-out");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Report verified(LogName log) throws Exception {
        Path archive = downloads.resolve(log + ".zip");
        try (OutputStream out = Files.newOutputStream(archive)) {
            EvidenceWriter.write(desk.server.engine().log(), log, out);
        }
        try (EvidenceSource evidence = EvidenceSource.open(archive.toString())) {
            return Verification.of(evidence).run();
        }
    }

    @Test
    void bothLogsVerifyAfterAnErasure() throws Exception {
        desk.admit(desk.person("Vieux", "Max", "2000-07-07", "europe"));
        assertThat(desk.erase(person, "asked for by the family").text()).isEqualTo("{\"registers\":1}");

        for (LogName log : LogName.values()) {
            assertThat(verified(log).findings()).as("%s", log).isEmpty();
            assertThat(verified(log).verified()).isTrue();
        }
        assertThat(verified(LogName.REGISTER).registers())
                .singleElement()
                .satisfies(register -> assertThat(register.admitted()).isEqualTo(1))
                .satisfies(register -> assertThat(register.handedOut()).isEqualTo(1));
    }

    @Test
    void whoIsErasedIsNowhere() throws IOException {
        desk.erase(person, "asked for by the family");

        Reply read = desk.read("/api/persons/" + person, "looking again");
        assertThat(read.status()).isEqualTo(404);
        assertThat(read.json().get("detail").asString()).isEqualTo("there is no such person, or not any more");
        assertThat(desk.search("zyxwvut").json().get("persons")).isEmpty();
        assertThat(desk.erase(person, "again").status()).isEqualTo(404);
        assertThat(desk.erase(person, " ").json().get("detail").asString())
                .isEqualTo("reason: a person is erased with a reason of 1 to 500 characters");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain("Zyxwvut")
                        .doesNotContain("2014-07-07");
            }
        }
    }

    @Test
    void whoIsErasedAndEnteredAnewGetsNoSecondCardWhileThePollAdmits() {
        desk.erase(person, "asked for by the family");
        String again = desk.person("ZYXWVUT", "Lou", "2014-07-07", "europe");

        assertThat(again).isNotEqualTo(person);
        assertThat(desk.admit(again).status()).isEqualTo(409);
    }

    @Test
    void allThatIsKnownIsGivenOut() {
        JsonNode data = desk.read("/api/persons/" + person + "/export", "access request")
                .json();

        assertThat(data.get("registrations")
                        .get(0)
                        .get("known")
                        .get("familyName")
                        .asString())
                .isEqualTo("Zyxwvut");
        JsonNode poll = data.get("polls").get(0);
        assertThat(poll.get("poll").asString()).isEqualTo("village-2026");
        assertThat(poll.get("pseudonym").asString()).matches("[0-9a-f]{32}");
        assertThat(poll.get("admitted").asBoolean()).isTrue();
        assertThat(poll.get("cardHandedOut").asBoolean()).isTrue();
        assertThat(data.get("accesses").toString()).contains("\"ADD\"", "\"EXPORT\"", "access request");
        assertThat(desk.client.get("/api/persons/" + person + "/export").status())
                .isEqualTo(401);
    }
}
