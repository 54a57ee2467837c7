package eu.urne.api.desk;

import eu.urne.api.rest.WordKeeper;
import eu.urne.api.site.CouncilShelf.MotionCard;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionCommand.DecideAmendment;
import eu.urne.engine.council.MotionCommand.DeclareConflict;
import eu.urne.engine.council.MotionCommand.PutAmendment;
import eu.urne.engine.council.MotionCommand.ReviseText;
import eu.urne.engine.council.MotionCommand.WithdrawMotion;
import eu.urne.engine.council.MotionId;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What happens to a motion before its vote: amendments, conflicts of interest, the opening, or its withdrawal. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(MotionDesk.PAGE)
public final class DebatePages {

    private final Engine engine;
    private final MeetingFiles files;
    private final WordKeeper words;
    private final DeskCommands commands;

    /** Steps of the motions of this engine's councils. */
    public DebatePages(Engine engine, DeskCommands commands) {
        this.engine = engine;
        this.files = new MeetingFiles(engine);
        this.words = new WordKeeper(engine);
        this.commands = commands;
    }

    private List<Integer> seats(CouncilId council, MotionId motion, DeskUser user) {
        MotionCard card = files.motion(council, motion, user);
        return files.meetingOf(council, card, user).seats();
    }

    /** Puts an amendment: the next one. */
    @PostMapping("/amendments")
    ModelAndView amend(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        MotionForm form = new MotionForm(TypedForm.of("amend", fields));
        List<Integer> seats = seats(council, motion, user);
        int next = files.motion(council, motion, user).motion() instanceof Motion.Debated debated
                ? debated.amendments().size() + 1
                : 1;
        return commands.step(
                MotionDesk.PAGE,
                flash,
                "secretary.amendment.put",
                form.typed(),
                () -> words.send(
                        form.typed().text("text"),
                        text -> new PutAmendment(council, motion, next, form.mover(seats), text),
                        origin));
    }

    /** Records the show of hands on an amendment. */
    @PostMapping("/amendments/{amendment}/decide")
    ModelAndView decide(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @PathVariable int amendment,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.motion(council, motion, user);
        MotionForm form = new MotionForm(TypedForm.of("decide-" + amendment, fields));
        return commands.send(
                MotionDesk.PAGE,
                flash,
                "secretary.amendment.decided",
                form.typed(),
                () -> new DecideAmendment(council, motion, amendment, form.votes()),
                origin);
    }

    /** Gives the text with an adopted amendment in it. */
    @PostMapping("/amendments/{amendment}/text")
    ModelAndView revise(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @PathVariable int amendment,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.motion(council, motion, user);
        TypedForm form = TypedForm.of("revise-" + amendment, fields);
        return commands.step(
                MotionDesk.PAGE,
                flash,
                "secretary.amendment.written",
                form,
                () -> words.send(form.text("text"), text -> new ReviseText(council, motion, amendment, text), origin));
    }

    /** Records a conflict of interests. */
    @PostMapping("/conflicts")
    ModelAndView conflict(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        List<Integer> seats = seats(council, motion, user);
        TypedForm form = TypedForm.of("conflict", fields);
        return commands.send(
                MotionDesk.PAGE,
                flash,
                "secretary.conflict.noted",
                form,
                () -> new DeclareConflict(council, motion, new SeatSheet(form).seat("seat", seats)),
                origin);
    }

    /** Opens the vote; a secret one as a poll. */
    @PostMapping("/open")
    ModelAndView open(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.motion(council, motion, user);
        return commands.step(MotionDesk.PAGE, flash, "secretary.vote.opened", TypedForm.NONE, () -> engine.meetings()
                .openVote(council, motion, origin));
    }

    /** Withdraws the motion. */
    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.motion(council, motion, user);
        TypedForm form = TypedForm.of("withdraw", fields);
        return commands.send(
                MotionDesk.PAGE,
                flash,
                "secretary.motion.withdrawn",
                form,
                () -> new WithdrawMotion(council, motion, form.text("reason")),
                origin);
    }
}
