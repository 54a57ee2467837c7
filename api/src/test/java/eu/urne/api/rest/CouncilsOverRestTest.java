package eu.urne.api.rest;

import static eu.urne.api.rest.Drawing.COUNCIL;
import static eu.urne.api.rest.Drawing.DRAW;
import static eu.urne.api.rest.Drawing.DRAW_TERMS;
import static eu.urne.api.rest.Drawing.TERMS;
import static eu.urne.api.rest.Drawing.revised;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Councils and the announcement of draws, and what of it is refused in which words. */
class CouncilsOverRestTest {

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

    @Test
    void councilIsEstablishedOnceAndRevisedWithAReason() {
        Drawing.established(city);
        assertThat(city.post("/api/councils", TERMS).json().toString()).isEqualTo("{\"unchanged\":true}");
        city.refused(
                "/api/councils",
                TERMS.replace("\"seats\":6", "\"seats\":7"),
                409,
                "council: youth is established otherwise");
        city.accepted(COUNCIL + "/revision", revised("\"seats\":6", "\"seats\":8"));
        city.refused(
                COUNCIL + "/revision",
                revised("\"kind\":\"youth\"", "\"kind\":\"elders\""),
                422,
                "terms: kind, district, members and demonstration of a council stay what they are");
        city.refused(
                "/api/councils/elders/revision", revised("", ""), 422, "terms.council: it is elders here, not youth");
        city.refused(COUNCIL + "/revision", TERMS, 422, "reason: it is missing, or has the wrong type");
    }

    @Test
    void everybodySeesCouncils() {
        Drawing.announced(city);
        assertThat(city.get("/api/councils").toString())
                .isEqualTo("[{\"council\":\"youth\",\"title\":\"Conseil des jeunes\",\"kind\":\"youth\",\"seats\":6,"
                        + "\"held\":0}]");
        assertThat(city.get(COUNCIL).get("seats").size()).isEqualTo(6);
        assertThat(city.get(COUNCIL).get("on").asString()).isEqualTo("2026-11-02");
        assertThat(city.get(COUNCIL).get("draws").toString()).isEqualTo("[\"youth-2027\"]");
        assertThat(city.get(DRAW).get("state").asString()).isEqualTo("announced");
        Budgeting.refused(city.client.get("/api/councils/elders"), 404, "there is no council elders");
        Budgeting.refused(city.client.get("/api/draws/elders"), 404, "there is no draw elders");
        Budgeting.refused(city.client.get(COUNCIL + "?on=tomorrow"), 422, "on: it has the wrong type");
    }

    @Test
    void sameKeyGivesTheSameReceipt() {
        String first = keyed("establish-1");
        assertThat(keyed("establish-1")).isEqualTo(first);
        assertThat(first).contains("\"receipt\"");
    }

    private String keyed(String key) {
        return city.client
                .send(city.client
                        .asStaff(city.client.json("/api/councils", TERMS))
                        .header("Idempotency-Key", key))
                .text();
    }

    @Test
    void councilsAreForTheStaffToEstablish() {
        assertThat(city.client.send(city.client.json("/api/councils", TERMS)).status())
                .isEqualTo(401);
        assertThat(city.client.send(city.client.json("/api/draws", DRAW_TERMS)).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seats\":6|\"seats\":0|seats: 1 to 500 are possible, not 0",
                "\"termMonths\":24|\"termMonths\":\"24\"|terms.termMonths: it is missing, or has the wrong type",
                "\"notice\":5|\"notice\":61|notice: from 0 to 60 is possible, not 61",
                "\"council\":\"youth\"|\"council\":\"Youth!\""
                        + "|council: the id \"Youth!\" must be 1 to 40 characters of a-z, 0-9 and -, not beginning"
                        + " with -",
                "\"members\":\"PERSONS\"|\"members\":\"CATS\"|terms.members: it is missing, or has the wrong type",
                "\"share\":1|\"share\":3|quorum: share of every of seats, with of from 1 to 100 and share from 0 to"
                        + " of, not 3 of every 2",
                "\"majority\":\"simple\"|\"majority\":\"two-thirds\""
                        + "|casting: the chair's vote decides with a simple majority only",
                "\"title\"|\"tilte\"|terms.title: it is missing, or has the wrong type",
            })
    void termsThatMakeNoSenseAreRefused(String member, String other, String sentence) {
        assertThat(TERMS).contains(member);
        city.refused("/api/councils", TERMS.replace(member, other), 422, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seats\":6|\"seats\":7|422|composition: the cells have 6 seats together, not 7",
                "2029-01-01|2027-01-01|422|until: a term that begins on 2027-01-01 cannot end before 2027-01-01",
                "\"values\":[\"sud\"]}|\"values\":[\"est\"]}|422"
                        + "|composition: \"est\" is no value of the attribute district",
                "\"council\":\"youth\"|\"council\":\"elders\"|404|there is no council elders",
                "AGE_BETWEEN|AGE_ABOVE|422|terms.who: \"AGE_ABOVE\" is not known here",
                "RESIDENCE|AGE|422|attributes: district needs the day \"on\" exactly where it is an age",
            })
    void drawsThatMakeNoSenseAreRefused(String member, String other, int status, String sentence) {
        Drawing.established(city);
        assertThat(DRAW_TERMS).contains(member);
        city.refused("/api/draws", DRAW_TERMS.replace(member, other), status, sentence);
    }

    @Test
    void seatsAreOfferedOnceAndAreFreeAgainWhenADrawIsCalledOff() {
        Drawing.announced(city);
        assertThat(city.post("/api/draws", DRAW_TERMS).json().toString()).isEqualTo("{\"unchanged\":true}");
        String other = DRAW_TERMS.replace("youth-2027", "youth-again");
        city.refused("/api/draws", other, 422, "seats: on 2027-01-01 the council youth has 0 free seats, not 6");
        city.refused(
                DRAW + "/call-off", "{\"reason\":\" \"}", 422, "reason: a draw is called off with 1 to 500 characters");
        city.accepted(DRAW + "/call-off", Budgeting.reason("Trop peu de candidatures"));
        city.accepted("/api/draws", other);
        city.refused("/api/draws/nothing/call-off", Budgeting.reason("x"), 404, "draw: there is no draw nothing");
    }

    @Test
    void seatsThatNobodyHoldsAreNotVacated() {
        Drawing.established(city);
        String vacancy = "{\"day\":\"2027-03-01\",\"reason\":\"RESIGNED\"}";
        city.refused(COUNCIL + "/seats/1/vacate", vacancy, 404, "seat: nobody has held the seat 1");
        city.refused("/api/councils/elders/seats/1/vacate", vacancy, 404, "there is no council elders");
        city.refused(COUNCIL + "/seats/first/vacate", vacancy, 404, "there is no seat first");
        city.refused(
                COUNCIL + "/seats/1/vacate",
                vacancy.replace("RESIGNED", "BORED"),
                422,
                "reason: it is missing, or has the wrong type");
        city.refused(
                COUNCIL + "/seats/1/replace", "{\"day\":\"2027-02-30\"}", 422, "day: there is no day \"2027-02-30\"");
        city.refused(
                COUNCIL + "/seats/1/replace",
                "{\"day\":\"2027-03-01\"}",
                409,
                "seat: the seat 1 of the council youth was not vacated");
    }

    @Test
    void nothingIsDrawnBeforeThePoolIsFrozen() {
        Drawing.announced(city);
        String values = "{\"values\":[\"3 6 1\"]}";
        city.refused(DRAW + "/randomness", values, 409, "draw: youth-2027 has no frozen pool yet");
        city.refused("/api/draws/nothing/randomness", values, 404, "draw: there is no draw nothing");
        city.refused(
                DRAW + "/reserve/3/pass-over",
                "{\"reason\":\"DECLINED\"}",
                409,
                "draw: youth-2027 has no frozen pool yet");
        city.refused(
                DRAW + "/roles",
                "{\"id\":\"jury\",\"title\":\"Jury\",\"places\":0}",
                422,
                "places: 1 to 10000 are possible, not 0");
        Budgeting.refused(city.client.get(DRAW + "/document"), 409, "draw: youth-2027 has no frozen pool yet");
        Budgeting.refused(city.client.get("/api/draws/nothing/document"), 404, "there is no draw nothing");
    }
}
