package eu.urne.api.desk;

import eu.urne.api.rest.WordKeeper;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionBallot;
import eu.urne.engine.council.MotionCommand.AnswerOpinion;
import eu.urne.engine.council.MotionCommand.CastVote;
import eu.urne.engine.council.MotionCommand.CorrectVote;
import eu.urne.engine.council.MotionCommand.CountHands;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.OpinionAnswer;
import eu.urne.engine.council.Vote;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The vote on a motion and what follows: roll call, hands, the result, the city's answer to an opinion. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(MotionDesk.PAGE)
public final class BallotPages {

    private final Engine engine;
    private final MeetingFiles files;
    private final WordKeeper words;
    private final DeskCommands commands;

    /** Steps of the motions of this engine's councils. */
    public BallotPages(Engine engine, DeskCommands commands) {
        this.engine = engine;
        this.files = new MeetingFiles(engine);
        this.words = new WordKeeper(engine);
        this.commands = commands;
    }

    private List<Integer> voting(CouncilId council, MotionId motion, DeskUser user) {
        return files.motion(council, motion, user).motion() instanceof Motion.Divided divided
                ? divided.division().ballots().stream().map(MotionBallot::seat).toList()
                : List.of();
    }

    /** Records votes of a roll call: of all seats that were tapped. */
    @PostMapping("/votes")
    ModelAndView cast(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        List<Integer> seats = voting(council, motion, user);
        TypedForm form = TypedForm.of("votes", fields);
        return commands.step(MotionDesk.PAGE, flash, "secretary.votes.noted", form, () -> {
            SortedMap<Integer, Vote> votes = new SeatSheet(form).changed(Vote.class, seats);
            if (engine.meetings().motion(council, motion) instanceof Motion.Divided divided) {
                check(divided, votes);
            }
            return commands.each(votes.keySet(), seat -> new CastVote(council, motion, seat, votes.get(seat)), origin);
        });
    }

    /** Refuses all votes where one of them was noted otherwise, so that no half of them is noted. */
    private static void check(Motion.Divided motion, SortedMap<Integer, Vote> votes) {
        votes.forEach((seat, vote) -> {
            Vote known = motion.votes().get(seat);
            if (known != null && known != vote) {
                throw new IllegalArgumentException("seat: " + seat + " has voted otherwise; what was noted wrongly is"
                        + " corrected, with a reason");
            }
        });
    }

    /** Corrects a vote that was noted wrongly. */
    @PostMapping("/votes/correct")
    ModelAndView correct(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        List<Integer> seats = voting(council, motion, user);
        TypedForm form = TypedForm.of("correct", fields);
        return commands.send(
                MotionDesk.PAGE,
                flash,
                "secretary.vote.corrected",
                form,
                () -> new CorrectVote(
                        council,
                        motion,
                        new SeatSheet(form).seat("seat", seats),
                        form.choice("vote", Vote.class),
                        form.text("reason")),
                origin);
    }

    /** Records hands that somebody has counted; the page says whether another person has counted the same. */
    @PostMapping("/hands")
    ModelAndView hands(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.motion(council, motion, user);
        MotionForm form = new MotionForm(TypedForm.of("hands", fields));
        return commands.send(
                MotionDesk.PAGE,
                flash,
                "secretary.hands.noted",
                form.typed(),
                () -> new CountHands(council, motion, origin.by(), form.votes(), form.casting()),
                origin);
    }

    /** Declares the result. */
    @PostMapping("/declare")
    ModelAndView declare(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.motion(council, motion, user);
        return commands.step(
                MotionDesk.PAGE, flash, "secretary.motion.declared", TypedForm.NONE, () -> engine.meetings()
                        .declare(council, motion, origin));
    }

    /** Gives the city's answer to an opinion. */
    @PostMapping("/answer")
    ModelAndView answer(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.motion(council, motion, user);
        TypedForm form = TypedForm.of("answer", fields);
        return commands.step(
                MotionDesk.PAGE,
                flash,
                "secretary.opinion.answered",
                form,
                () -> words.send(
                        form.text("text"),
                        text -> new AnswerOpinion(council, motion, form.choice("answer", OpinionAnswer.class), text),
                        origin));
    }
}
