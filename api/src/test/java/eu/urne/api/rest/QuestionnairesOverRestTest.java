package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A questionnaire about a square, and the day on which it is told of, over REST. */
class QuestionnairesOverRestTest {

    private static final String SQUARE = "/api/questionnaires/square";

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

    private static final List<String> STRANGE = List.of(
            "null",
            "[]",
            "{}",
            "{\"form\":null,\"answers\":{\"most\":\"trees\"}}",
            "{\"form\":\"%032x\"}".formatted(11),
            "{\"form\":\"%032x\",\"answers\":null}".formatted(11),
            "{\"form\":\"%032x\",\"answers\":[]}".formatted(11),
            "{\"form\":\"%032x\",\"answers\":{\"most\":{\"trees\":1}}}".formatted(11),
            "{\"form\":\"%032x\",\"answers\":{\"most\":\"lions\"}}".formatted(11),
            "{\"form\":\"%032x\",\"answers\":{\"most\":\"trees\",\"none\":1}}".formatted(11),
            "{\"form\":\"%032x\",\"answers\":{\"most\":\"trees\",\"words\":\"\\u0000\"}}".formatted(11),
            "{\"form\":\"%032x\",\"answers\":{\"most\":\"trees\",\"words\":\"\\ud800\"}}".formatted(11),
            "{\"form\":\"%032x\",\"code\":\"0000-0000-0000\",\"answers\":{\"most\":\"trees\"}}".formatted(11),
            "{\"form\":\"%032x\",\"answers\":{\"most\":\"%s\"}}".formatted(11, "x".repeat(70_000)),
            "{\"form\":\"%032x\",\"answers\":%s}".formatted(11, "[".repeat(3_000)));

    private static String terms(String access, String paper) {
        return """
            {"questionnaire":"square","title":"La place","language":"fr","access":"%s","paper":"%s",
             "closes":1796079600000,"least":5,"demonstration":true,"questions":[
              {"kind":"ONE","id":"most","title":"Que voulez-vous ?","needed":true,
               "options":[{"id":"trees","title":"Des arbres"},{"id":"benches","title":"Des bancs"}]},
              {"kind":"TEXT","id":"words","title":"Autre chose ?","needed":false,"most":200}]}
            """.formatted(access, paper);
    }

    private Client.Reply answer(int form, String answers) {
        return city.client.send(
                city.client.json(SQUARE + "/answers", "{\"form\":\"%032x\",\"answers\":%s}".formatted(form, answers)));
    }

    private JsonNode square() {
        return city.client.get(SQUARE).json();
    }

    @Test
    void answersAreCountedAndToldWithoutSmallGroups() {
        city.accepted("/api/questionnaires", terms("OPEN", "NONE"));
        Budgeting.refused(answer(1, "{\"most\":\"trees\"}"), 409, "questionnaire: square is not open yet");
        city.accepted(SQUARE + "/open");
        for (int i = 0; i < 9; i++) {
            assertThat(answer(i, "{\"most\":\"trees\"}").status()).isEqualTo(201);
        }
        assertThat(answer(8, "{\"most\":\"trees\"}").status()).isEqualTo(200);
        assertThat(answer(9, "{\"most\":\"benches\",\"words\":\"De l'eau\"}").status())
                .isEqualTo(201);
        Budgeting.refused(answer(10, "{}"), 422, "question most: it needs an answer");
        for (String strange : STRANGE) {
            Client.Reply refused = city.client.send(city.client.json(SQUARE + "/answers", strange));
            assertThat(refused.status()).as(strange).isBetween(400, 422);
            assertThat(refused.json().get("detail").asString()).as(strange).isNotBlank();
        }
        assertThat(square().get("answers").asLong()).isEqualTo(10);
        assertThat(square().has("tables")).isFalse();

        city.refused(SQUARE + "/close", "{}", 409, "reason: before the moment told to all, it is closed with a reason");
        city.accepted(SQUARE + "/close", "{\"reason\":\"Assez de réponses\"}");
        city.accepted(SQUARE + "/results");
        JsonNode table = square().get("tables").get(0);
        assertThat(table.get("answered").asLong()).isEqualTo(10);
        assertThat(table.get("cells").get(0).has("count")).isFalse();
        assertThat(city.client.get(SQUARE + "/questions/words/words").status()).isEqualTo(401);
        city.accepted(
                SQUARE + "/findings",
                "{\"finding\":\"trees\",\"wish\":\"Des arbres\",\"state\":\"DONE\",\"text\":\"Onze tilleuls.\"}");
        assertThat(square().get("findings").get(0).get("words").asString()).isEqualTo("Onze tilleuls.");
        city.accepted(SQUARE + "/erasure", "{\"reason\":\"Fin\"}");
    }

    @Test
    void codesAreToldOnceAndUsedOnce() {
        city.accepted("/api/questionnaires", terms("TOKEN", "TWICE"));
        JsonNode codes = city.post(SQUARE + "/codes", "{\"codes\":2}").json().get("codes");
        city.accepted(SQUARE + "/open");
        String body = "{\"form\":\"%032x\",\"code\":\"%s\",\"answers\":{\"most\":\"%s\"}}";
        String code = codes.get(0).asString();
        assertThat(city.client
                        .send(city.client.json(SQUARE + "/answers", body.formatted(1, code, "trees")))
                        .status())
                .isEqualTo(201);
        Budgeting.refused(
                city.client.send(city.client.json(SQUARE + "/answers", body.formatted(2, code, "benches"))),
                409,
                "code: it has been used already");
        String sheet = "{\"code\":\"" + codes.get(1).asString() + "\",\"answers\":{\"most\":\"trees\"}}";
        assertThat(city.post(SQUARE + "/sheets", sheet).status()).isEqualTo(202);
        assertThat(square().get("answers").asLong()).isEqualTo(1);
    }

    @Test
    void gatheringIsCountedInFigures() {
        String day = "/api/gatherings/day";
        city.accepted("/api/gatherings", """
                {"gathering":"day","title":"Journée de la participation","kind":"participation-day",
                 "day":"2026-11-02","from":"14:00","until":"18:00","place":"Mairie","sites":[],
                 "ages":["0-17","18+"],"least":5,"demonstration":true}""");
        for (int i = 0; i < 3; i++) {
            assertThat(city.post(day + "/check-ins", "{\"age\":\"18+\",\"persons\":4}")
                            .status())
                    .isEqualTo(200);
        }
        city.post(day + "/check-ins", "{\"age\":\"0-17\",\"persons\":9}");
        city.refused(
                day + "/check-ins", "{\"age\":\"9\",\"persons\":4}", 422, "age: the gathering has no such age band");
        city.accepted(day + "/held");
        JsonNode reply = city.client.get(day).json();
        assertThat(reply.get("attendance").asLong()).isEqualTo(21);
    }
}
