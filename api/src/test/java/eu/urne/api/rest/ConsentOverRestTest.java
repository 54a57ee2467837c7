package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.EngineJson;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.store.LogName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A guardian consents to what a child takes part in, in a budget that demands it. */
class ConsentOverRestTest {

    private static final String PROPOSALS = "/api/budgets/children-2026/proposals";

    @TempDir
    Path folder;

    private Budgeting budgeting;
    private String person;

    @BeforeEach
    void open() {
        budgeting = new Budgeting(folder, false, "2026-01-12");
        budgeting.accepted(
                "/api/budgets", Budgeting.BY_SITE.replace("\"guardianConsent\":false", "\"guardianConsent\":true"));
        budgeting.day("2026-02-02");
        budgeting.client.staffPost("/api/registers", Map.of("register", "children", "title", "Enfants"));
        person = budgeting
                .client
                .staffPost(
                        "/api/registers/children/persons",
                        Map.of("familyName", "Moreau", "givenName", "Noé", "birthDate", "2015-02-28"))
                .json()
                .get("person")
                .asString();
    }

    @AfterEach
    void close() {
        budgeting.close();
    }

    private String ideaOf(String pseudonym) {
        ObjectNode idea = (ObjectNode) EngineJson.MAPPER.readTree(Budgeting.idea("cabin", "centre-a", "une cabane"));
        idea.putObject("author").put("kind", "PERSON").put("person", pseudonym);
        return idea.toString();
    }

    @Test
    void aChildHandsInAnIdeaAloneOnceAGuardianHasConsented() {
        JsonNode known = budgeting
                .client
                .staffPost("/api/persons/" + person + "/pseudonyms", Map.of("budget", "children-2026"))
                .json();
        String idea = ideaOf(known.get("pseudonym").asString());
        budgeting.refused(
                PROPOSALS,
                idea,
                403,
                "author: the consent of a parent or guardian to a part in the budget children-2026 is not recorded");

        String consents = "/api/persons/" + person + "/consents";
        budgeting.accepted(consents, "{\"budget\":\"children-2026\"}");
        assertThat(EntryCodec.read(budgeting
                                .server
                                .engine()
                                .log()
                                .reader()
                                .range(LogName.REGISTER, 0, 100)
                                .getLast()
                                .sealed())
                        .type())
                .isEqualTo("urne.roll.ConsentRecorded.v1");
        assertThat(budgeting.post(consents, "{\"budget\":\"children-2026\"}").text())
                .isEqualTo("{\"unchanged\":true}");
        budgeting.accepted(PROPOSALS, idea);
    }

    @Test
    void aConsentToABudgetThatIsNotThereIsRefused() {
        budgeting.refused(
                "/api/persons/" + person + "/consents", "{\"budget\":\"none\"}", 404, "there is no budget none");
        budgeting.refused(
                "/api/persons/" + "0".repeat(32) + "/consents",
                "{\"budget\":\"children-2026\"}",
                404,
                "person: there is no such person in the vault");
    }
}
