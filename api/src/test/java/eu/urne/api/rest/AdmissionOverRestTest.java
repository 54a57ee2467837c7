package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Persons of the vault become voters by the rule of the poll. */
class AdmissionOverRestTest {

    @TempDir
    static Path folder;

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk(folder).defined();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static void assertRefused(Reply reply, int status, String sentence) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().get("detail").asString()).isEqualTo(sentence);
    }

    private static List<StoredEntry> registerLog() {
        return desk.server.engine().log().reader().range(LogName.REGISTER, 0, 10_000);
    }

    private static StoredEntry last() {
        return registerLog().getLast();
    }

    @Test
    void whoMayVoteIsAdmittedOnceAndServedOnce() {
        String person = desk.person("Lefèvre", "Inès", "2015-05-01", "europe");

        assertThat(desk.admit(person).status()).isEqualTo(201);
        assertThat(EntryCodec.read(last().sealed()).type()).isEqualTo("urne.roll.VoterAdmitted.v1");
        assertThat(desk.admit(person).json().get("detail").asString()).endsWith("is admitted already");
        assertThat(desk.client
                        .staffPost(Desk.POLL + "/voters/" + person + "/hand-out")
                        .status())
                .isEqualTo(201);
        assertThat(EntryCodec.read(last().sealed()).type()).isEqualTo("urne.roll.CardHandedOut.v1");
        Reply again = desk.client.staffPost(Desk.POLL + "/voters/" + person + "/hand-out");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("detail").asString()).endsWith("has a card already");
    }

    @Test
    void nobodyIsAdmittedPastTheRule() {
        Reply reply = desk.client.staffPost(
                Desk.POLL + "/register/admissions", Map.of("persons", List.of("0123456789abcdef".repeat(2))));

        assertRefused(
                reply,
                409,
                "the poll village-2026 has a rule who may vote: persons are admitted by the vault, at /voters");
    }

    @Test
    void whoeverAsksForAPersonLeavesALine() {
        String person = desk.person("Petit", "Noé", "2010-04-13", "europe");
        desk.admit(person);

        assertThat(desk.client
                        .send(desk.client.asStaff(desk.client.request("/api/vault/access?size=100")))
                        .text())
                .contains("\"person\":\"" + person + "\"")
                .contains("admission to the poll village-2026");
    }

    @Test
    void whoIsTooOldByOneDayIsToldSoAndTheRegisterLogSaysWhy() {
        String person = desk.person("O'Brien", "Zoé", "2010-04-13", "europe");

        assertRefused(desk.admit(person), 403, "person: too old by one day: 16 years on 2026-04-13, at most 15");
        assertThat(EntryCodec.read(last().sealed()).type()).isEqualTo("urne.roll.VoterRefused.v1");
        assertThat(EntryCodec.read(last().sealed()).data().get("reason").asString())
                .isEqualTo("TOO_OLD");

        int before = registerLog().size();
        assertThat(desk.admit(person).status()).isEqualTo(403);
        assertThat(registerLog()).as("the same refusal is told once").hasSize(before);
    }

    @Test
    void theRefusalIsToldInFrenchToWhoSpeaksIt() {
        String person = desk.person("Roux", "Léa", "2018-04-14", "gauchy");
        Reply reply = desk.client.send(desk.client
                .asStaff(desk.client.json(Desk.POLL + "/voters", "{\"person\":\"" + person + "\"}"))
                .header("Accept-Language", "fr-FR, en;q=0.5"));

        assertRefused(
                reply,
                403,
                "person: trop jeune d'un jour : 7 ans le 13/04/2026, 8 au moins;"
                        + " ne fréquente pas le site : europe, vermandois");
    }

    @Test
    void theSamePersonInTwoRegistersIsAdmittedOnce() {
        desk.client.staffPost("/api/registers", Map.of("register", "centres", "title", "Centres"));
        String here = desk.person("Diallo", "Awa", "2014-01-01", "europe");
        String there = desk.client
                .staffPost(
                        "/api/registers/centres/persons",
                        Map.of(
                                "familyName", "DIALLO",
                                "givenName", "Awa",
                                "birthDate", "2014-01-01",
                                "sites", List.of("vermandois")))
                .json()
                .get("person")
                .asString();

        assertThat(there).isNotEqualTo(here);
        assertThat(desk.admit(here).status()).isEqualTo(201);
        assertThat(desk.admit(there).status()).isEqualTo(409);
    }

    @Test
    void whoIsNotThereOrNotAdmittedIsToldSo() {
        String nobody = "0".repeat(32);
        String person = desk.person("Petit", "Tom", "2014-02-02", "europe");

        assertRefused(desk.admit(nobody), 404, "person: there is no such person in the vault");
        assertRefused(
                desk.client.staffPost("/api/polls/none/voters", Map.of("person", person)),
                404,
                "there is no poll none");
        assertRefused(
                desk.client.staffPost(Desk.POLL + "/voters/" + person + "/hand-out"),
                404,
                "person: not admitted to the poll village-2026");
        assertRefused(
                desk.client.staffPost(Desk.POLL + "/voters", Map.of("person", "x")),
                422,
                "person: an id has 32 lower-case hex digits");
    }

    @Test
    void aRegisterIsAdmittedAsAWholeWithTheReasonsOfWhoIsNot() {
        desk.client.staffPost("/api/registers", Map.of("register", "all", "title", "Tous"));
        for (int year = 2005; year < 2025; year++) {
            desk.client.staffPost(
                    "/api/registers/all/persons",
                    Map.of(
                            "familyName",
                            "N" + year,
                            "givenName",
                            "P",
                            "birthDate",
                            year + "-06-01",
                            "sites",
                            year % 2 == 0 ? List.of("Europe") : List.of()));
        }

        JsonNode first = desk.client
                .staffPost(Desk.POLL + "/voters/all", Map.of("register", "all"))
                .json();
        JsonNode again = desk.client
                .staffPost(Desk.POLL + "/voters/all", Map.of("register", "all"))
                .json();

        assertThat(first.toString())
                .isEqualTo("{\"admitted\":4,\"already\":0,\"refused\":16,"
                        + "\"reasons\":{\"TOO_YOUNG\":4,\"TOO_OLD\":2,\"SITE\":4,\"SEVERAL\":6}}");
        assertThat(again.get("admitted").asLong()).isZero();
        assertThat(again.get("already").asLong()).isEqualTo(4);
        assertThat(desk.client
                        .staffPost(Desk.POLL + "/voters/all", Map.of("register", "none"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nothingOfAPersonStandsInALog() {
        String person = desk.person("Quetzalcoatl", "Xochitl", "2014-03-09", "europe");
        desk.admit(person);

        for (LogName log : LogName.values()) {
            for (StoredEntry entry : desk.server.engine().log().reader().range(log, 0, 10_000)) {
                assertThat(new String(entry.sealed(), StandardCharsets.UTF_8))
                        .doesNotContain("Quetzalcoatl", "Xochitl", "2014-03-09", person);
            }
        }
    }
}
