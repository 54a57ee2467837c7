package eu.urne.api.rest;

import static eu.urne.api.rest.Drawing.COUNCIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Meetings of a council whose six members are drawn, and its motions. */
class MeetingsOverRestTest {

    private static final String MEETING = COUNCIL + "/meetings/2027-01";
    private static final String LAMPS = COUNCIL + "/motions/lamps";

    private static final String CALL = """
            {"meeting":"2027-01","title":"Première séance","day":"2027-01-20","time":"18:30","place":"Mairie, salle 2",
             "remote":false}""";

    private static final String MOTION = """
            {"motion":"lamps","title":"Des lampes au parc","text":"Le conseil demande des lampes.","mover":2,
             "meeting":"2027-01","voting":"HANDS","advisory":true,"answerDays":60}""";

    @TempDir
    Path folder;

    private Budgeting city;

    @BeforeEach
    void start() {
        city = new Budgeting(folder, false, "2026-11-02");
        Drawing.drawn(city);
        city.clock.set(MovableClock.midnight("2027-01-10"));
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private void called() {
        city.accepted(COUNCIL + "/meetings", CALL);
    }

    private void opened() {
        called();
        city.accepted(MEETING + "/open", "{\"chair\":1}");
        for (int seat = 1; seat <= 4; seat++) {
            city.accepted(MEETING + "/attendance", "{\"seat\":" + seat + ",\"as\":\"ROOM\"}");
        }
    }

    private static String item(String id, String by, String more) {
        return "{\"id\":\"" + id + "\",\"by\":\"" + by + "\",\"title\":\"Point " + id + "\"" + more + "}";
    }

    @Test
    void membersAreCalledInTimeAndTheAgendaHasItsOrder() {
        city.refused(
                COUNCIL + "/meetings",
                CALL.replace("2027-01-20", "2027-01-12"),
                422,
                "day: members are called 5 days before a meeting; 2 needs a reason, the urgency");
        city.refused(
                COUNCIL + "/meetings",
                CALL.replace("2027-01-20", "2027-01-09"),
                422,
                "day: a meeting called on 2027-01-10 cannot be on 2027-01-09");
        city.refused(
                COUNCIL + "/meetings",
                CALL.replace("18:30", "25:30"),
                422,
                "time: it is missing, or has the wrong type");
        city.refused("/api/councils/elders/meetings", CALL, 404, "there is no council elders");
        called();
        city.accepted(MEETING + "/items", item("budget", "CITY", ""));
        city.accepted(MEETING + "/items", item("park", "RESIDENT", ",\"text\":\"Il fait noir au parc.\""));
        city.refused(
                MEETING + "/items",
                item("canteen", "MEMBER", ""),
                422,
                "seat: it stands exactly where a member hands the item in");
        city.refused(
                MEETING + "/items", item("x", "CITY", ",\"text\":\" \""), 422, "text must have 1 to 20000 characters");
        city.accepted(MEETING + "/items", item("gone", "MEMBER", ",\"seat\":3"));
        city.accepted(MEETING + "/items/gone/withdrawal", Budgeting.reason("Reporté"));
        String text =
                city.get(MEETING).get("facts").get("agenda").get(1).get("text").asString();
        assertThat(city.client.get("/api/blobs/" + text).status()).isEqualTo(404);
        city.accepted(MEETING + "/agenda");

        JsonNode facts = city.get(MEETING).get("facts");
        assertThat(facts.get("published").toString()).isEqualTo("[\"park\",\"budget\"]");
        assertThat(facts.get("call").get("called").asString()).isEqualTo("2027-01-10");
        assertThat(city.client.get("/api/blobs/" + text).text()).isEqualTo("Il fait noir au parc.");
    }

    @Test
    void attendanceAndProxiesMakeTheQuorum() {
        opened();
        city.accepted(MEETING + "/proxies", "{\"from\":5,\"to\":1}");
        city.refused(
                MEETING + "/proxies",
                "{\"from\":6,\"to\":1}",
                422,
                "to: a member holds at most 1 proxies, and the seat 1 holds 1");
        city.accepted(MEETING + "/proxies/5/withdrawal");
        city.refused(
                MEETING + "/attendance",
                "{\"seat\":7,\"as\":\"ROOM\"}",
                404,
                "seat: nobody holds the seat 7 on that day");
        city.accepted(MEETING + "/quorum");
        city.accepted(MEETING + "/close");
        JsonNode meeting = city.get(MEETING);
        assertThat(meeting.get("state").asString()).isEqualTo("closed");
        assertThat(meeting.get("held").toString()).isEqualTo("[1,2,3,4,5,6]");
        assertThat(city.get(COUNCIL + "/meetings").size()).isEqualTo(1);
        city.refused(
                MEETING + "/call-off",
                Budgeting.reason("Neige"),
                409,
                "meeting: 2027-01 is closed; it is not called off any more");
        Budgeting.refused(
                city.client.get(COUNCIL + "/meetings/2028-01"),
                404,
                "meeting: the council youth has no meeting 2028-01");
    }

    @Test
    void motionIsAmendedVotedOnByHandsAndAnswered() {
        opened();
        city.refused(
                COUNCIL + "/motions",
                MOTION.replace("2027-01", "2028-01"),
                404,
                "meeting: the council youth has no meeting 2028-01");
        city.refused(
                COUNCIL + "/motions",
                MOTION.replace("\"answerDays\":60", "\"answerDays\":366"),
                422,
                "answerDays: from 0 to 365 for an opinion to the city, else 0, not 366");
        city.accepted(COUNCIL + "/motions", MOTION);
        city.accepted(LAMPS + "/amendments", "{\"amendment\":1,\"mover\":3,\"text\":\"… et des bancs.\"}");
        city.refused(LAMPS + "/open", 409, "amendment: number 1 is not decided yet");
        city.accepted(LAMPS + "/amendments/1/decision", "{\"for\":3,\"against\":1,\"abstained\":0}");
        city.accepted(LAMPS + "/amendments/1/text", "{\"text\":\"Le conseil demande des lampes et des bancs.\"}");
        city.accepted(LAMPS + "/conflicts", "{\"seat\":4}");
        city.accepted(LAMPS + "/open");
        city.refused(MEETING + "/close", 409, "motion: the vote on lamps is still open");
        String hands = "{\"votes\":{\"for\":2,\"against\":1,\"abstained\":0}}";
        city.refused(
                LAMPS + "/hands",
                hands.replace("\"for\":2", "\"for\":3"),
                422,
                "votes: for, against and abstained are 4 together, and 3 may vote");
        city.accepted(LAMPS + "/hands", hands);
        city.refused(LAMPS + "/declare", 409, "vote: two persons have not counted alike yet");
        assertThat(city.postBySecond(LAMPS + "/hands", hands).status()).isEqualTo(201);
        city.accepted(LAMPS + "/declare");
        city.accepted(LAMPS + "/answer", "{\"answer\":\"PARTLY\",\"text\":\"Les lampes, pas les bancs.\"}");

        JsonNode motion = city.get(LAMPS);
        assertThat(motion.get("state").asString()).isEqualTo("declared");
        JsonNode last = motion.get("history").get(motion.get("history").size() - 1);
        assertThat(last.get("what").asString()).isEqualTo("OpinionAnswered");
        String text = last.get("event").get("text").asString();
        assertThat(city.client.get("/api/blobs/" + text).text()).isEqualTo("Les lampes, pas les bancs.");
    }

    @Test
    void sameMotionWithTheSameKeyIsPutOnce() {
        called();
        String first = keyed();
        assertThat(keyed()).isEqualTo(first).contains("\"receipt\"");
        city.refused(COUNCIL + "/motions", MOTION, 409, "motion: there is a motion lamps already");
        assertThat(city.get(COUNCIL).get("motions").toString()).isEqualTo("[\"lamps\"]");
    }

    private String keyed() {
        return city.client
                .send(city.client
                        .asStaff(city.client.json(COUNCIL + "/motions", MOTION))
                        .header("Idempotency-Key", "motion-1"))
                .text();
    }

    @Test
    void secretVoteIsAPoll() {
        opened();
        city.accepted(COUNCIL + "/motions", MOTION.replace("HANDS", "SECRET"));
        city.accepted(LAMPS + "/open");
        assertThat(city.get("/api/polls/youth-lamps")
                        .get("definition")
                        .get("title")
                        .asString())
                .isEqualTo("Des lampes au parc");
        city.refused(LAMPS + "/votes", "{\"seat\":1,\"vote\":\"for\"}", 409, "vote: no roll is called on this motion");
        city.refused(LAMPS + "/declare", 409, "vote: the outcome of the poll youth-lamps is not declared yet");
    }

    @Test
    void rollIsCalledAndCorrected() {
        opened();
        city.accepted(COUNCIL + "/motions", MOTION.replace("HANDS", "ROLL_CALL"));
        city.refused(LAMPS + "/votes", "{\"seat\":1,\"vote\":\"for\"}", 409, "motion: lamps is not being voted on yet");
        city.accepted(LAMPS + "/open");
        for (int seat = 1; seat <= 4; seat++) {
            city.accepted(LAMPS + "/votes", "{\"seat\":" + seat + ",\"vote\":\"against\"}");
        }
        city.refused(
                LAMPS + "/votes", "{\"seat\":1,\"vote\":\"maybe\"}", 422, "vote: it is missing, or has the wrong type");
        city.refused(LAMPS + "/votes", "{\"seat\":6,\"vote\":\"for\"}", 404, "seat: 6 has no vote on this motion");
        city.accepted(LAMPS + "/votes/2/correction", "{\"vote\":\"for\",\"reason\":\"Mal entendu\"}");
        city.accepted(LAMPS + "/declare");
        city.refused(
                LAMPS + "/answer",
                "{\"answer\":\"FOLLOWED\",\"text\":\"Oui.\"}",
                422,
                "motion: lamps is no opinion to the city that was carried");
        city.refused(LAMPS + "/withdrawal", Budgeting.reason("Trop tard"), 409, "motion: lamps has been voted on");
        Budgeting.refused(
                city.client.get(COUNCIL + "/motions/benches"), 404, "motion: the council youth has no motion benches");
    }
}
