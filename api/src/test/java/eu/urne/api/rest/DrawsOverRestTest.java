package eu.urne.api.rest;

import static eu.urne.api.rest.Drawing.COUNCIL;
import static eu.urne.api.rest.Drawing.DICE;
import static eu.urne.api.rest.Drawing.DRAW;
import static eu.urne.api.rest.Drawing.DRAW_TERMS;
import static eu.urne.api.rest.Drawing.SOURCES;
import static eu.urne.api.rest.Drawing.stand;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.sortition.DrawDocument;
import eu.urne.engine.sortition.Slip;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A draw from the candidacies to the seats, the reserve and the roles. */
class DrawsOverRestTest {

    private static final String WHY = "preparing the draw";

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

    private Reply read(String path) {
        return city.client.send(city.client.asStaff(city.client.request(path)).header("Urne-Purpose", WHY));
    }

    private Reply standing(String body, String language) {
        return city.client.send(city.client
                .asStaff(city.client.json(DRAW + "/candidacies", body))
                .header("Accept-Language", language));
    }

    @Test
    void whoMayNotStandIsToldWhy() {
        Drawing.announced(city);
        city.post("/api/registers", "{\"register\":\"youth\",\"title\":\"Jeunes\"}");
        String far = Drawing.person(city, 1, "est");
        String old = city.post(
                        "/api/registers/youth/persons",
                        "{\"familyName\":\"Petit\",\"givenName\":\"Awa\",\"birthDate\":\"1990-01-01\"}")
                .json()
                .get("person")
                .asString();
        Budgeting.refused(
                standing(stand(far), "en"), 422, "person: the register tells no district that is one of nord, sud");
        Budgeting.refused(
                standing(stand(far), "fr-FR"),
                422,
                "person: le registre ne donne pour district aucune des valeurs nord, sud");
        Reply tooOld = standing(stand(old), "en");
        assertThat(tooOld.status()).isEqualTo(403);
        assertThat(tooOld.json().get("detail").asString())
                .startsWith("person: ")
                .contains("20");
        Budgeting.refused(standing(stand("0".repeat(32)), "en"), 404, "person: there is no such person in the vault");
        Budgeting.refused(
                standing("{\"person\":\"" + far + "\",\"told\":{\"district\":\"nord\"}}", "en"),
                422,
                "told: the draw youth-2027 does not ask persons for \"district\"");
        city.refused("/api/draws/nothing/candidacies", stand(far), 404, "draw: there is no draw nothing");
    }

    @Test
    void aChildStandsWithTheConsentOfAGuardian() {
        Drawing.established(city);
        city.accepted("/api/draws", DRAW_TERMS.replace("\"seats\":6,", "\"seats\":6,\"consentBelow\":15,"));
        city.post("/api/registers", "{\"register\":\"youth\",\"title\":\"Jeunes\"}");
        String child = Drawing.person(city, 1, "nord");
        Budgeting.refused(
                standing(stand(child), "en"), 403, "person: the consent of a parent or guardian is not recorded");
        assertThat(city.post(DRAW + "/candidacies/" + child + "/consent", "").status())
                .isEqualTo(204);
        assertThat(standing(stand(child), "en").status()).isEqualTo(201);
        city.refused(
                DRAW + "/candidacies/" + "0".repeat(32) + "/consent",
                404,
                "person: there is no such person in the vault");
    }

    @Test
    void consentIsAskedForChildrenOnly() {
        Drawing.established(city);
        String none = DRAW_TERMS.replace("\"seats\":6,", "\"seats\":6,\"consentBelow\":26,");
        city.refused("/api/draws", none, 422, "consentBelow: a whole number from 1 to 25");
        city.accepted("/api/draws", DRAW_TERMS);
        city.post("/api/registers", "{\"register\":\"youth\",\"title\":\"Jeunes\"}");
        city.refused(
                DRAW + "/candidacies/" + Drawing.person(city, 1, "nord") + "/consent",
                409,
                "person: nobody has to consent to this candidacy");
    }

    @Test
    void codesAreToldOnceForEachPersonWhoMayStand() {
        Drawing.announced(city);
        city.post("/api/registers", "{\"register\":\"youth\",\"title\":\"Jeunes\"}");
        Drawing.person(city, 1, "nord");
        Reply letters = invite("youth");
        assertThat(letters.json().get("invitations").size()).isEqualTo(1);
        assertThat(letters.json().get("invitations").get(0).get("code").asString())
                .matches("([0-9A-Z]{4}-){2}[0-9A-Z]{4}");
        assertThat(letters.json().get("more").asBoolean()).isFalse();
        assertThat(invite("youth").json().get("invitations").size()).isZero();
        Budgeting.refused(invite("nothing"), 404, "there is no register nothing");
    }

    private Reply invite(String register) {
        return city.client.send(city.client
                .asStaff(city.client.json(DRAW + "/invitations", "{\"register\":\"" + register + "\"}"))
                .header("Urne-Purpose", WHY));
    }

    @Test
    void organisationsStandWithoutGivenNamesAndBirthDates() {
        city.accepted("/api/councils", Drawing.TERMS.replace("PERSONS", "ORGANISATIONS"));
        String group = DRAW_TERMS.replaceFirst(
                "\"who\":\\{[^}]*}", "\"who\":{\"kind\":\"MEMBER_OF\",\"groups\":[\"associations\"]}");
        city.refused(
                "/api/draws",
                group.replace("\"seats\":6,", "\"seats\":6,\"consentBelow\":18,"),
                422,
                "consentBelow: organisations have no guardians");
        city.accepted("/api/draws", group);
        city.post("/api/registers", "{\"register\":\"clubs\",\"title\":\"Associations\"}");
        String persons = "/api/registers/clubs/persons";
        String club = "{\"organisation\":\"Club\",\"district\":\"nord\",\"groups\":[\"associations\"]%s}";
        String known =
                city.post(persons, club.formatted("")).json().get("person").asString();
        assertThat(standing(stand(known), "en").status()).isEqualTo(201);
        city.refused(
                persons,
                club.formatted(",\"givenName\":\"Léa\""),
                422,
                "organisation: it has neither familyName, givenName nor birthDate; a person has no organisation");
        city.refused(persons, "{\"familyName\":\"Roux\"}", 422, "givenName: it must have 1 to 100 characters");
    }

    @Test
    void whatNoRegisterKnowsIsTold() {
        Drawing.established(city);
        city.accepted("/api/draws", DRAW_TERMS.replace("RESIDENCE", "TOLD"));
        city.post("/api/registers", "{\"register\":\"youth\",\"title\":\"Jeunes\"}");
        String person = Drawing.person(city, 1, "est");
        Budgeting.refused(standing(stand(person), "en"), 422, "told: one of nord, sud is to be told as district");
        assertThat(standing("{\"person\":\"" + person + "\",\"told\":{\"district\":\"nord\"}}", "en")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoStandsIsSeenByTheStaffForAPurpose() {
        List<String> persons = Drawing.standing(city);
        city.accepted(DRAW + "/candidacies/" + persons.getFirst() + "/withdrawal");
        city.refused(
                DRAW + "/candidacies/" + "0".repeat(32) + "/withdrawal",
                404,
                "person: does not stand for the draw youth-2027");
        JsonNode candidates = read(DRAW + "/candidacies").json().get("candidates");
        assertThat(candidates.size()).isEqualTo(19);
        assertThat(candidates
                        .get(0)
                        .get("person")
                        .get("known")
                        .get("familyName")
                        .asString())
                .isEqualTo("Martin");
        assertThat(candidates.get(0).has("index")).isFalse();
        Budgeting.refused(
                city.client.send(city.client.asStaff(city.client.request(DRAW + "/candidacies"))),
                422,
                "Urne-Purpose: say for what names are read, in 3 to 200 characters");
        assertThat(city.client.get(DRAW + "/candidacies").status()).isEqualTo(401);
        Budgeting.refused(read("/api/draws/nothing/candidacies"), 404, "there is no draw nothing");
    }

    @Test
    void poolIsFrozenBeforeTheDiceAreThrown() {
        Drawing.standing(city);
        city.refused(
                DRAW + "/pool",
                SOURCES.replace("2026-11-03", "2026-11-01"),
                422,
                "sources: the value of \"Dix dés, salle du conseil, 3 novembre\" could be known already;"
                        + " the pool is frozen before");
        city.refused(DRAW + "/pool", SOURCES.replace("\"dice\":10", "\"dice\":0"), 422, "dice: from 1 to 100, not 0");
        city.refused(
                DRAW + "/pool",
                SOURCES.replace("+01:00", ""),
                422,
                "sources[0].from: it is missing, or has the wrong type");
        assertThat(city.post(DRAW + "/pool", SOURCES.replace("\"dice\":10", "\"dice\":3"))
                        .status())
                .isEqualTo(422);
        city.accepted(DRAW + "/pool", SOURCES);
        city.refused(DRAW + "/pool", SOURCES, 409, "draw: nobody can stand for the draw youth-2027 any more");
    }

    @Test
    void everybodyCanDrawAgainFromTheDocument() {
        Drawing.frozen(city);
        JsonNode before = city.get(DRAW + "/document");
        assertThat(before.has("result")).isFalse();
        city.refused(DRAW + "/randomness", DICE, 409, "values: the randomness cannot be known yet");
        city.clock.set(MovableClock.midnight("2026-11-04"));
        city.accepted(DRAW + "/randomness", DICE);
        assertThat(city.post(DRAW + "/randomness", DICE).status()).isEqualTo(200); // and draws nobody
        assertThat(city.get(DRAW + "/document").has("result")).isFalse();
        city.refused(
                DRAW + "/randomness",
                DICE.replace("3 6 1 1", "3 7 1 1"),
                422,
                "values: numbers are from 1 to 6, unlike \"3 7 1 1 5 2 4 6 3 2\"");
        assertThat(city.postBySecond(DRAW + "/randomness", DICE).status()).isEqualTo(201);

        JsonNode draw = city.get(DRAW);
        assertThat(draw.get("state").asString()).isEqualTo("drawn");
        assertThat(draw.get("lots").get("candidates").asInt()).isEqualTo(20);
        assertThat(draw.get("lots").get("moments").toString()).isEqualTo("[\"2026-11-03T17:00:00Z\"]");
        assertThat(draw.get("drawn").get("seats").size()).isEqualTo(6);
        assertThat(draw.get("drawn").get("reserve").get("0").get(0).asInt()).isEqualTo(next(0));
        JsonNode document = city.get(DRAW + "/document");
        assertThat(document.get("result").get("seats").size()).isEqualTo(6);
        assertThat(DrawDocument.read(document).drawn().members()).hasSize(6);
        assertThat(document.get("pool")).isEqualTo(before.get("pool"));
    }

    @Test
    void quotasAreMetByPanelsThatTheServerFinds() {
        String quotas = """
                "composition":{"kind":"QUOTAS","quotas":[
                 {"attribute":"district","value":"nord","least":3,"most":4},
                 {"attribute":"district","value":"sud","least":2,"most":3}]}}}""";
        String head = DRAW_TERMS.substring(0, DRAW_TERMS.indexOf("\"composition\""));
        Drawing.standing(city, head + quotas);
        city.accepted(DRAW + "/pool", SOURCES);
        JsonNode document = city.get(DRAW + "/document");
        assertThat(document.get("spec").get("kind").asString()).isEqualTo("QUOTAS");
        assertThat(document.get("panels").size()).isPositive();
        city.clock.set(MovableClock.midnight("2026-11-04"));
        city.accepted(DRAW + "/randomness", DICE);
        assertThat(city.postBySecond(DRAW + "/randomness", DICE).status()).isEqualTo(201);
        assertThat(city.get(DRAW + "/document").get("result").get("seats").size())
                .isEqualTo(6);
    }

    @Test
    void quotasThatNobodyMeetsAreToldBeforeCandidaciesAreClosed() {
        String quotas = """
                "composition":{"kind":"QUOTAS","quotas":[
                 {"attribute":"district","value":"nord","least":3,"most":3},
                 {"attribute":"district","value":"sud","least":0,"most":2}]}}}""";
        String head = DRAW_TERMS.substring(0, DRAW_TERMS.indexOf("\"composition\""));
        Drawing.standing(city, head + quotas);
        Reply refused = city.post(DRAW + "/pool", SOURCES);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("detail").asString()).startsWith("quotas: no panel of 6 of these candidates");
        city.accepted(DRAW + "/candidacies", stand(Drawing.person(city, 25, "nord")));
    }

    @Test
    void slipProvesAPlaceInThePool() {
        List<String> persons = Drawing.standing(city);
        Budgeting.refused(
                read(DRAW + "/candidacies/" + persons.getFirst() + "/slip"),
                404,
                "person: has no place in a frozen pool of the draw youth-2027");
        city.accepted(DRAW + "/pool", SOURCES);
        JsonNode json =
                read(DRAW + "/candidacies/" + persons.getFirst() + "/slip").json();
        Slip slip = new Slip(
                Map.of("district", json.get("attributes").get("district").asString()),
                json.get("draw").asString(),
                json.get("pseudonym").asString(),
                new Hash(json.get("salt").asString()));
        JsonNode element =
                city.get(DRAW + "/document").get("pool").get(json.get("index").asInt());
        assertThat(element.get("leaf").asString())
                .isEqualTo(slip.candidate().leaf().hex());
        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder("attributes", "draw", "index", "proof", "pseudonym", "salt", "size");
        assertThat(json.get("size").asInt()).isEqualTo(20);
        assertThat(city.client
                        .get(DRAW + "/candidacies/" + persons.getFirst() + "/slip")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void vacantSeatGoesToTheNextOfTheReserve() {
        Drawing.drawn(city);
        city.accepted(COUNCIL + "/seats/1/vacate", "{\"day\":\"2027-03-01\",\"reason\":\"RESIGNED\"}");
        int next = next(0);
        city.accepted(DRAW + "/reserve/" + next + "/pass-over", "{\"reason\":\"UNREACHABLE\"}");
        city.refused(
                COUNCIL + "/seats/1/replace",
                "{\"day\":\"2027-02-28\"}",
                422,
                "day: the seat 1 is vacant from 2027-03-01 to the day before 2029-01-01; it is not filled on"
                        + " 2027-02-28");
        city.accepted(COUNCIL + "/seats/1/replace", "{\"day\":\"2027-03-01\"}");
        JsonNode seat = city.get(COUNCIL + "?on=2027-03-01").get("seats").get(0);
        assertThat(seat.get("tenures").size()).isEqualTo(2);
        assertThat(seat.get("holder").get("candidate").asInt()).isEqualTo(next(1));
        assertThat(city.get(COUNCIL + "?on=2029-01-01").get("seats").get(0).has("holder"))
                .isFalse();
        city.refused(
                DRAW + "/reserve/99/pass-over",
                "{\"reason\":\"DECLINED\"}",
                404,
                "candidate: 99 is not in the reserve");
        city.refused(
                DRAW + "/call-off",
                Budgeting.reason("Trop tard"),
                409,
                "draw: youth-2027 is drawn, and not drawn again");
    }

    /** Who is at a place of the reserve of the first cell: an index into the pool. */
    private int next(int place) {
        JsonNode document = city.get(DRAW + "/document");
        String leaf = document.get("result").get("reserve").get(0).get(place).asString();
        for (int i = 0; i < document.get("pool").size(); i++) {
            if (document.get("pool").get(i).get("leaf").asString().equals(leaf)) {
                return i;
            }
        }
        throw new AssertionError("the reserve is of the pool");
    }

    @Test
    void rolesAreOfferedToThoseWhoWereNotDrawn() {
        Drawing.drawn(city);
        String jury = DRAW + "/roles/jury";
        city.accepted(DRAW + "/roles", "{\"id\":\"jury\",\"title\":\"Jury du budget\",\"places\":1}");
        int first = next(0);
        int second = next(1);
        city.refused(
                jury + "/answers",
                "{\"candidate\":" + first + ",\"accepted\":true}",
                404,
                "role: jury was not offered to the candidate " + first);
        city.accepted(jury + "/offers", "{\"candidate\":" + first + "}");
        city.accepted(jury + "/offers", "{\"candidate\":" + second + "}");
        city.accepted(jury + "/answers", "{\"candidate\":" + first + ",\"accepted\":true}");
        city.refused(
                jury + "/answers",
                "{\"candidate\":" + second + ",\"accepted\":true}",
                409,
                "role: all 1 places of jury are taken");
        city.refused(
                DRAW + "/roles/band/offers",
                "{\"candidate\":" + first + "}",
                404,
                "role: the draw youth-2027 has no role band");
    }
}
