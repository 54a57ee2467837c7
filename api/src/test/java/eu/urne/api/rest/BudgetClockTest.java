package eu.urne.api.rest;

import static eu.urne.api.rest.Budgeting.BUDGET;
import static eu.urne.api.rest.Budgeting.BY_SITE;
import static eu.urne.api.rest.Budgeting.shortlist;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.poll.PollCommand;
import eu.urne.engine.poll.PollCommand.EmptyTablet;
import eu.urne.engine.poll.PollCommand.EnrolTablet;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TabletId;
import eu.urne.engine.store.LogName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock begins phases on their days, not a millisecond before, and nothing that is not due. */
class BudgetClockTest {

    private static final String POLL = "children-2026-centre-a";

    @TempDir
    Path folder;

    private Budgeting city;

    @BeforeEach
    void start() {
        city = new Budgeting(folder, false, "2026-01-12");
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private String phaseAt(String moment) {
        city.clock.set(Instant.parse(moment));
        city.server.budgetClock().tick();
        return city.get(BUDGET).get("phase").asString();
    }

    private String phaseOn(String day) {
        city.day(day);
        return city.get(BUDGET).get("phase").asString();
    }

    private long logSize() {
        return city.server.engine().log().checkpoint(LogName.PUBLIC).size();
    }

    @Test
    void phaseBeginsWithTheFirstMillisecondOfItsDay() {
        city.accepted("/api/budgets", BY_SITE);

        assertThat(phaseAt("2026-02-01T22:59:59.999Z")).isEqualTo("KICK_OFF");
        assertThat(phaseAt("2026-02-01T23:00:00Z")).isEqualTo("IDEAS");
    }

    @Test
    void daysOfSummerTimeBeginAnHourEarlier() {
        city.accepted(
                "/api/budgets", BY_SITE.replace("2026-02-02", "2026-03-29").replace("2026-03-16", "2026-03-30"));

        assertThat(phaseAt("2026-03-28T22:59:59.999Z")).isEqualTo("KICK_OFF");
        assertThat(phaseAt("2026-03-28T23:00:00Z")).isEqualTo("IDEAS"); // the night of the change
        assertThat(phaseAt("2026-03-29T21:59:59.999Z")).isEqualTo("IDEAS"); // after 23 hours
        assertThat(phaseAt("2026-03-29T22:00:00Z")).isEqualTo("STUDY");
    }

    @Test
    void tickThatFindsNothingDueWritesNothing() {
        city.accepted("/api/budgets", BY_SITE);
        city.day("2026-02-02");
        long size = logSize();
        city.server.budgetClock().tick();

        assertThat(logSize()).isEqualTo(size);
    }

    @Test
    void whatTheClockDoesStandsInTheLogAsItsCommand() {
        city.accepted("/api/budgets", BY_SITE);
        city.day("2026-02-02");
        var last = city.server
                .engine()
                .log()
                .reader()
                .range(LogName.PUBLIC, logSize() - 1, 1)
                .getFirst();

        assertThat(EntryCodec.read(last.sealed()).by()).isEqualTo("clock");
        assertThat(EntryCodec.read(last.sealed()).cause()).isEqualTo("clock/children-2026/IDEAS");
    }

    @Test
    void missedDaysAreMadeUpForInOneTick() {
        city.accepted("/api/budgets", BY_SITE);

        assertThat(phaseOn("2026-03-20")).isEqualTo("STUDY");
        assertThat(city.get(BUDGET).get("steps").size()).isEqualTo(3);
    }

    @Test
    void voteWithoutShortlistsWaitsAndIsAskedForAgain() {
        city.accepted("/api/budgets", BY_SITE);
        city.day("2026-03-16");

        assertThat(phaseOn("2026-04-13")).isEqualTo("STUDY");
        city.accepted(BUDGET + "/lapses", "{\"part\":\"centre-a\",\"reason\":\"rien\"}");
        assertThat(phaseOn("2026-04-14")).isEqualTo("STUDY");
        city.accepted(BUDGET + "/lapses", "{\"part\":\"centre-b\",\"reason\":\"rien\"}");
        assertThat(phaseOn("2026-04-14")).isEqualTo("VOTE");
    }

    @Test
    void voteThatIsOverByTheCalendarDoesNotBegin() {
        city.accepted("/api/budgets", BY_SITE);
        city.day("2026-02-02");
        city.studied("x", "centre-a", 100);
        city.day("2026-03-16");
        city.accepted(BUDGET + "/shortlists", shortlist("centre-a", "x"));
        city.accepted(BUDGET + "/lapses", "{\"part\":\"centre-b\",\"reason\":\"rien\"}");
        city.cards(POLL, 1);

        assertThat(phaseOn("2026-05-06")).isEqualTo("STUDY");
        city.accepted(BUDGET + "/calendar", "{\"phase\":\"WORKS\",\"day\":\"2026-07-01\",\"reason\":\"panne\"}");
        city.accepted(BUDGET + "/calendar", "{\"phase\":\"OUTCOME\",\"day\":\"2026-06-01\",\"reason\":\"panne\"}");
        assertThat(phaseOn("2026-05-06")).isEqualTo("VOTE");
        assertThat(city.get(BUDGET).get("steps").get(3).get("movedTo").asString())
                .isEqualTo("2026-07-01");
    }

    @Test
    void pollThatGetsItsCardsDuringTheVoteIsOpenedThen() {
        city.accepted("/api/budgets", BY_SITE);
        city.day("2026-02-02");
        city.studied("x", "centre-a", 100);
        city.day("2026-03-16");
        city.accepted(BUDGET + "/shortlists", shortlist("centre-a", "x"));
        city.accepted(BUDGET + "/lapses", "{\"part\":\"centre-b\",\"reason\":\"rien\"}");
        city.day("2026-04-13");
        assertThat(city.get("/api/polls/" + POLL).get("state").asString()).isEqualTo("prepared");
        city.cards(POLL, 1);
        city.day("2026-04-14");
        assertThat(city.get("/api/polls/" + POLL).get("state").asString()).isEqualTo("open");
        city.day("2026-05-04");
        assertThat(city.get("/api/polls/" + POLL).get("state").asString()).isEqualTo("sealed");
        assertThat(city.get(BUDGET).get("phase").asString()).isEqualTo("OUTCOME");
    }

    @Test
    void voteOnTabletsEndsOnItsDayAndIsClosedOnceNothingWaits() {
        city.accepted("/api/budgets", BY_SITE);
        city.day("2026-02-02");
        city.studied("x", "centre-a", 100);
        city.day("2026-03-16");
        city.accepted(BUDGET + "/shortlists", shortlist("centre-a", "x"));
        city.accepted(BUDGET + "/lapses", "{\"part\":\"centre-b\",\"reason\":\"rien\"}");
        city.cards(POLL, 1);
        city.day("2026-04-13");
        PollId poll = new PollId(POLL);
        TabletId tablet = new TabletId("0123456789abcdef");
        send(new EnrolTablet(poll, tablet), "join");
        assertThat(city.get("/api/polls/" + POLL).get("ended").asBoolean()).isFalse();

        assertThat(phaseOn("2026-05-04")).isEqualTo("VOTE");
        assertThat(city.get("/api/polls/" + POLL).get("ended").asBoolean()).isTrue();
        assertThat(city.get("/api/polls/" + POLL).get("state").asString()).isEqualTo("open");
        assertThat(city.vote(POLL, 0, 0).status()).isEqualTo(201);
        send(new EmptyTablet(poll, tablet), "empty");
        assertThat(phaseAt("2026-05-04T10:00:00Z")).isEqualTo("OUTCOME");
        assertThat(city.get("/api/polls/" + POLL).get("state").asString()).isEqualTo("sealed");
    }

    private void send(PollCommand command, String id) {
        Answer answer =
                city.server.engine().commands().send(command, new CommandOrigin(id, "booth", city.clock.millis()));
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        long position = city.server
                .engine()
                .log()
                .reader()
                .position(LogName.PUBLIC, logSize() - 1)
                .orElseThrow();
        assertThat(city.server.views().await(position, Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void severalBudgetsGoTheirOwnWays() {
        city.accepted("/api/budgets", BY_SITE);
        city.accepted(
                "/api/budgets",
                BY_SITE.replace("\"budget\":\"children-2026\"", "\"budget\":\"adults-2026\"")
                        .replace("CHILDREN", "ADULTS")
                        .replace("2026-02-02", "2026-03-02"));
        city.day("2026-02-02");

        assertThat(city.get("/api/budgets").get(0).get("phase").asString()).isEqualTo("IDEAS");
        assertThat(city.get("/api/budgets").get(1).get("phase").asString()).isEqualTo("KICK_OFF");
        assertThat(city.get("/api/budgets").get(1).get("audience").asString()).isEqualTo("ADULTS");
    }
}
