package eu.urne.engine.council;

import static eu.urne.engine.council.CouncilCity.YOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.council.AgendaItem.By;
import eu.urne.engine.council.CouncilCommand.VacateSeat;
import eu.urne.engine.council.Meeting.Open;
import eu.urne.engine.council.MeetingCommand.AddAgendaItem;
import eu.urne.engine.council.MeetingCommand.CallMeeting;
import eu.urne.engine.council.MeetingCommand.CallOffMeeting;
import eu.urne.engine.council.MeetingCommand.EvaluateQuorum;
import eu.urne.engine.council.MeetingCommand.GiveProxy;
import eu.urne.engine.council.MeetingCommand.PublishAgenda;
import eu.urne.engine.council.MeetingCommand.RecordAttendance;
import eu.urne.engine.council.MeetingCommand.WithdrawAgendaItem;
import eu.urne.engine.council.MeetingCommand.WithdrawProxy;
import eu.urne.engine.poll.MotionRule.Majority;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A meeting from its call to its close. */
class MeetingLifeTest {

    private static final MeetingId JANUARY = new MeetingId("2027-01");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 20);

    @TempDir
    Path folder;

    private CouncilCity city;

    @BeforeEach
    void start() {
        city = new CouncilCity(folder).drawn();
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private static MeetingCall call(LocalDate called, @Nullable String urgency) {
        return new MeetingCall("Première séance", called, DAY, LocalTime.of(18, 30), "Mairie, salle 2", false, urgency);
    }

    private void called() {
        city.accepted(origin -> city.engine().meetings().call(YOUTH, JANUARY, call(DAY.minusDays(5), null), origin));
    }

    private void open() {
        called();
        city.accepted(origin -> city.engine().meetings().open(YOUTH, JANUARY, 1, origin));
    }

    private Meeting.Known meeting() {
        return (Meeting.Known) city.engine().meetings().meeting(YOUTH, JANUARY);
    }

    private void item(String id, By by) {
        city.accepted(new AddAgendaItem(
                YOUTH, JANUARY, new AgendaItem(id, by, by == By.MEMBER ? 2 : null, "Point " + id, null, null)));
    }

    @Test
    void membersAreCalledInTimeOrWithAReason() {
        city.refused(
                origin -> city.engine().meetings().call(YOUTH, JANUARY, call(DAY.minusDays(4), null), origin),
                "day: members are called 5 days before a meeting; 4 needs a reason, the urgency");
        city.refused(
                origin -> city.engine().meetings().call(YOUTH, JANUARY, call(DAY.minusDays(5), "Vite"), origin),
                "urgency: there is none with a notice of 5 days");
        city.accepted(origin ->
                city.engine().meetings().call(YOUTH, JANUARY, call(DAY.minusDays(1), "Le toit fuit"), origin));
    }

    @Test
    void procedureIsThatOfTheCouncil() {
        Procedure other = new Procedure(0, new Quorum(0, 1), Majority.SIMPLE, false, 3, false, 0, AgendaOrder.BY_DAY);
        city.refused(
                new CallMeeting(YOUTH, JANUARY, call(DAY, null), other),
                "council: there is no council youth with this procedure");
    }

    @Test
    void residentsItemsStandWhereTheRuleSays() {
        called();
        item("budget", By.CITY);
        item("travaux", By.CITY);
        item("skatepark", By.RESIDENT);
        item("cantine", By.MEMBER);
        item("bilan", By.CITY);
        city.accepted(new PublishAgenda(YOUTH, JANUARY));
        assertThat(meeting().facts().published()).containsExactly("skatepark", "budget", "cantine", "travaux", "bilan");
        city.unchanged(new PublishAgenda(YOUTH, JANUARY));
        city.accepted(new WithdrawAgendaItem(YOUTH, JANUARY, "travaux", "Reporté"));
        city.accepted(new PublishAgenda(YOUTH, JANUARY));
        assertThat(meeting().facts().published()).containsExactly("skatepark", "budget", "cantine", "bilan");
        city.refused(
                new WithdrawAgendaItem(YOUTH, JANUARY, "travaux", "Reporté"),
                "item: travaux does not stand on the agenda");
    }

    @Test
    void seatsHeldOnTheDayAreCalled() {
        city.accepted(new VacateSeat(YOUTH, 6, DAY, VacancyReason.RESIGNED));
        open();
        assertThat(((Open) meeting()).held()).containsExactly(1, 2, 3, 4, 5);
        city.refused(
                new RecordAttendance(YOUTH, JANUARY, 6, Presence.ROOM), "seat: nobody holds the seat 6 on that day");
        city.refused(
                new AddAgendaItem(YOUTH, JANUARY, new AgendaItem("x", By.CITY, null, "X", null, null)),
                "meeting: 2027-01 is open; its agenda stays as it is");
    }

    @Test
    void quorumCountsWhoIsThere() {
        open();
        city.accepted(new RecordAttendance(YOUTH, JANUARY, 1, Presence.ROOM));
        city.accepted(new RecordAttendance(YOUTH, JANUARY, 2, Presence.ROOM));
        city.accepted(new GiveProxy(YOUTH, JANUARY, 3, 1));
        city.accepted(new EvaluateQuorum(YOUTH, JANUARY));
        assertThat(((Open) meeting()).there()).containsExactly(1, 2);
        assertThat(((Open) meeting()).needed()).isEqualTo(3);
        city.accepted(new RecordAttendance(YOUTH, JANUARY, 4, Presence.ROOM));
        city.accepted(new RecordAttendance(YOUTH, JANUARY, 4, Presence.LEFT));
        assertThat(((Open) meeting()).there()).containsExactly(1, 2);
        city.refused(
                new RecordAttendance(YOUTH, JANUARY, 5, Presence.LEFT),
                "as: the seat 5 was not there, and cannot leave");
        city.refused(
                new RecordAttendance(YOUTH, JANUARY, 5, Presence.REMOTE),
                "as: members attend this meeting in the room");
    }

    @Test
    void memberHoldsOneProxyAndGivesNone() {
        called();
        city.accepted(new GiveProxy(YOUTH, JANUARY, 3, 1));
        city.unchanged(new GiveProxy(YOUTH, JANUARY, 3, 1));
        city.refused(
                new GiveProxy(YOUTH, JANUARY, 4, 1), "to: a member holds at most 1 proxies, and the seat 1 holds 1");
        city.refused(new GiveProxy(YOUTH, JANUARY, 1, 2), "from: the seat 1 holds a proxy and gives none");
        city.refused(new GiveProxy(YOUTH, JANUARY, 4, 3), "to: the seat 3 has given its own proxy and holds none");
        city.refused(new GiveProxy(YOUTH, JANUARY, 4, 4), "to: nobody votes for herself by proxy");
        city.accepted(new WithdrawProxy(YOUTH, JANUARY, 3));
        city.accepted(new GiveProxy(YOUTH, JANUARY, 4, 1));
    }

    @Test
    void meetingIsClosedOnce() {
        open();
        city.accepted(origin -> city.engine().meetings().close(YOUTH, JANUARY, origin));
        city.refused(
                new RecordAttendance(YOUTH, JANUARY, 1, Presence.ROOM),
                "meeting: 2027-01 is closed; who is there is recorded while it is open");
        city.refused(
                new CallOffMeeting(YOUTH, JANUARY, "Neige"),
                "meeting: 2027-01 is closed; it is not called off any more");
    }
}
