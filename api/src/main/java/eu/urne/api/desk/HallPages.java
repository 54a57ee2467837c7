package eu.urne.api.desk;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingCommand.EvaluateQuorum;
import eu.urne.engine.council.MeetingCommand.GiveProxy;
import eu.urne.engine.council.MeetingCommand.RecordAttendance;
import eu.urne.engine.council.MeetingCommand.WithdrawProxy;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Presence;
import eu.urne.projections.Views;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hall of a meeting: who is there, who votes for whom, and whether that is enough. Seats are numbers. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(HallPages.PAGE)
public final class HallPages {

    static final String PAGE = MeetingDesk.PAGE + "/hall";

    private final Engine engine;
    private final Views views;
    private final MeetingFiles files;
    private final DeskCommands commands;

    /** Pages of the meetings of this engine's councils. */
    public HallPages(Engine engine, Views views, DeskCommands commands) {
        this.engine = engine;
        this.views = views;
        this.files = new MeetingFiles(engine);
        this.commands = commands;
    }

    /** The hall. */
    @GetMapping
    ModelAndView hall(@PathVariable CouncilId council, @PathVariable MeetingId meeting, DeskUser user) {
        MeetingFiles.Sheet sheet = files.meeting(council, meeting, user);
        Map<String, Object> model = new HashMap<>(Map.of(
                "sheet", sheet,
                "terms", sheet.council().terms(),
                "hall",
                        Hall.of(
                                sheet,
                                views.councils().meeting(council, meeting).orElseThrow())));
        model.put(
                "motions",
                files.motions(council).stream()
                        .filter(motion -> motion.terms().meeting().equals(meeting))
                        .toList());
        return new ModelAndView("desk/hall", model);
    }

    /** Opens the meeting. */
    @PostMapping("/open")
    ModelAndView open(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        MeetingFiles.Sheet sheet = files.meeting(council, meeting, user);
        TypedForm form = TypedForm.of("open", fields);
        return commands.step(PAGE, flash, "secretary.hall.opened", form, () -> engine.meetings()
                .open(council, meeting, new SeatSheet(form).seatOrNone("chair", sheet.seats()), origin));
    }

    /** Records who is there: of all seats whose ticks have changed. */
    @PostMapping("/attendance")
    ModelAndView attendance(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        MeetingFiles.Sheet sheet = files.meeting(council, meeting, user);
        TypedForm form = TypedForm.of("attendance", fields);
        return commands.step(PAGE, flash, "secretary.hall.noted", form, () -> {
            SortedMap<Integer, Presence> changed = new SeatSheet(form).changed(Presence.class, sheet.seats());
            if (!form.line("rest").isEmpty()) {
                Presence rest = form.choice("rest", Presence.class);
                sheet.seats().stream()
                        .filter(seat -> !sheet.facts().attendance().containsKey(seat))
                        .forEach(seat -> changed.putIfAbsent(seat, rest));
            }
            check(sheet.card().meeting(), changed);
            return commands.each(
                    changed.keySet(), seat -> new RecordAttendance(council, meeting, seat, changed.get(seat)), origin);
        });
    }

    /** Refuses the whole sheet for what the meeting would refuse of it, so that no half of it is noted. */
    private static void check(Meeting.Known meeting, SortedMap<Integer, Presence> changed) {
        changed.forEach((seat, as) -> {
            Presence known = meeting.facts().attendance().get(seat);
            if (as == Presence.REMOTE && !meeting.facts().call().remote()) {
                throw new IllegalArgumentException("as: members attend this meeting in the room");
            }
            if (as == Presence.LEFT && known != as && (known == null || !known.isThere())) {
                throw new IllegalArgumentException("as: the seat " + seat + " was not there, and cannot leave");
            }
        });
    }

    /** Lets a member vote for another. */
    @PostMapping("/proxies")
    ModelAndView proxy(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        MeetingFiles.Sheet sheet = files.meeting(council, meeting, user);
        TypedForm form = TypedForm.of("proxy", fields);
        SeatSheet seats = new SeatSheet(form);
        return commands.send(
                PAGE,
                flash,
                "secretary.proxy.given",
                form,
                () -> new GiveProxy(
                        council, meeting, seats.seat("from", sheet.seats()), seats.seat("to", sheet.seats())),
                origin);
    }

    /** Lets her no longer. */
    @PostMapping("/proxies/withdraw")
    ModelAndView withdrawProxy(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        MeetingFiles.Sheet sheet = files.meeting(council, meeting, user);
        TypedForm form = TypedForm.of("unproxy", fields);
        return commands.send(
                PAGE,
                flash,
                "secretary.proxy.withdrawn",
                form,
                () -> new WithdrawProxy(council, meeting, new SeatSheet(form).seat("from", sheet.seats())),
                origin);
    }

    /** Says on the record whether enough are there. */
    @PostMapping("/quorum")
    ModelAndView quorum(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.meeting(council, meeting, user);
        return commands.send(
                PAGE,
                flash,
                "secretary.quorum.recorded",
                TypedForm.NONE,
                () -> new EvaluateQuorum(council, meeting),
                origin);
    }

    /** Closes the meeting. */
    @PostMapping("/close")
    ModelAndView close(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.meeting(council, meeting, user);
        return commands.step(PAGE, flash, "secretary.hall.closed", TypedForm.NONE, () -> engine.meetings()
                .close(council, meeting, origin));
    }
}
