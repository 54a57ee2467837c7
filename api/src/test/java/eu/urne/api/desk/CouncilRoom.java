package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.MovableClock;
import eu.urne.api.site.CouncilTown;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A council of six with two secretaries at the desk: what its tests share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CouncilRoom {

    static final String COUNCIL = "/desk/councils/youth";
    static final String MEETINGS = COUNCIL + "/meetings";

    private final MovableClock clock = new MovableClock(MovableClock.midnight("2026-12-30"));
    CouncilTown town;
    Staff ada;
    Staff simone;
    Staff sarah;
    private int meetings;

    @BeforeAll
    final void start(@TempDir Path folder) {
        town = new CouncilTown(folder, clock);
        ada = Staff.administrator(town.server());
        simone = ada.colleague(town.server(), "Simone", "", Role.SECRETARY);
        sarah = ada.colleague(town.server(), "Sarah", "", Role.SECRETARY, Role.ANIMATOR);
        town.drawn("Conseil des <i>jeunes</i>", this::pass);
        pass(Duration.ofDays(9));
        ada.signIn("Ada Ministre", Staff.PASSWORD);
        simone.signIn("Simone", Staff.PASSWORD);
        sarah.signIn("Sarah", Staff.PASSWORD);
    }

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    @AfterAll
    final void end() {
        town.close();
    }

    long entries() {
        return town.engine().log().reader().lastPosition();
    }

    static Map<String, String> call(String id) {
        return new HashMap<>(Map.of(
                "meeting",
                id,
                "title",
                "Séance <b>1</b> ${7*7}",
                "day",
                "2027-01-20",
                "time",
                "18:30",
                "place",
                "Mairie"));
    }

    String called() {
        String id = "m" + meetings++;
        Staff.Answer answer = simone.send(MEETINGS, call(id));
        assertThat(answer.location()).as(answer.text()).isEqualTo(MEETINGS + "/" + id);
        return answer.location();
    }

    /** Sends a form, and what the page that it leads to says. */
    String step(Staff staff, String page, String action, Map<String, String> fields) {
        Staff.Answer answer = staff.send(page, action, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return staff.get(answer.location()).text();
    }

    String opened() {
        String hall = called() + "/hall";
        assertThat(step(simone, hall, hall + "/open", Map.of("chair", "1"))).contains("La séance est ouverte");
        Map<String, String> there = new HashMap<>();
        for (int seat = 1; seat <= 5; seat++) {
            there.put("seat-" + seat, "ROOM");
        }
        assertThat(step(simone, hall, hall + "/attendance", there)).contains("C’est noté", "5 membres sur 6");
        return hall.replace("/hall", "");
    }

    Meeting.Known meeting(String page) {
        MeetingId id = new MeetingId(page.substring(page.lastIndexOf('/') + 1));
        return (Meeting.Known) town.engine().meetings().meeting(CouncilTown.YOUTH, id);
    }

    Motion motion(String page) {
        MotionId id = new MotionId(page.substring(page.lastIndexOf('/') + 1));
        return town.engine().meetings().motion(CouncilTown.YOUTH, id);
    }

    static Map<String, String> motion(String id, String voting) {
        return new HashMap<>(Map.of(
                "motion",
                id,
                "title",
                "Des lampes <script>",
                "text",
                "Le conseil\r\ndemande <b>des lampes</b>.",
                "mover",
                "2",
                "voting",
                voting,
                "majority",
                "SIMPLE",
                "advisory",
                "yes",
                "answerDays",
                "60"));
    }

    String put(String meeting, String id, String voting) {
        Staff.Answer answer = simone.send(meeting, meeting + "/motions", motion(id, voting));
        assertThat(answer.location()).as(simone.get(meeting).text()).isEqualTo(COUNCIL + "/motions/" + id);
        return answer.location();
    }

    String voted(String id, String voting) {
        String page = put(opened(), id, voting);
        assertThat(step(simone, page, page + "/open", Map.of())).contains("Le vote est ouvert");
        return page;
    }
}
