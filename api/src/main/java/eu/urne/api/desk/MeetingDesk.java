package eu.urne.api.desk;

import eu.urne.api.rest.WordKeeper;
import eu.urne.api.site.KeptTexts;
import eu.urne.api.site.MeetingStory;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingCommand.AddAgendaItem;
import eu.urne.engine.council.MeetingCommand.CallOffMeeting;
import eu.urne.engine.council.MeetingCommand.PublishAgenda;
import eu.urne.engine.council.MeetingCommand.WithdrawAgendaItem;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionCommand.PutMotion;
import eu.urne.engine.council.Voting;
import eu.urne.engine.poll.MotionRule.Majority;
import eu.urne.projections.Views;
import java.util.HashMap;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A meeting of a council: its agenda and its motions; it is called off here. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(MeetingDesk.PAGE)
public final class MeetingDesk {

    static final String PAGE = MeetingPages.PAGE + "/{meeting}";

    private final Views views;
    private final MeetingFiles files;
    private final KeptTexts texts;
    private final WordKeeper words;
    private final DeskCommands commands;

    /** Pages of the meetings of this engine's councils. */
    public MeetingDesk(Engine engine, Views views, DeskCommands commands) {
        this.views = views;
        this.files = new MeetingFiles(engine);
        this.texts = new KeptTexts(engine);
        this.words = new WordKeeper(engine);
        this.commands = commands;
    }

    /** A meeting. */
    @GetMapping
    ModelAndView meeting(
            @PathVariable CouncilId council, @PathVariable MeetingId meeting, DeskUser user, Model flashed) {
        MeetingFiles.Sheet sheet = files.meeting(council, meeting, user);
        MeetingStory story =
                MeetingStory.of(views.councils().meeting(council, meeting).orElseThrow());
        Map<String, Object> model = new HashMap<>(Map.of(
                "sheet", sheet,
                "terms", sheet.council().terms(),
                "story", story,
                "texts", texts.of(story.texts()),
                "bys", AgendaItem.By.values(),
                "votings", Voting.values(),
                "majorities", Majority.values()));
        model.put(
                "motions",
                files.motions(council).stream()
                        .filter(motion -> motion.terms().meeting().equals(meeting))
                        .toList());
        boolean refused = flashed.getAttribute("typed") instanceof TypedForm form && form.is(MotionForm.PUT);
        model.put("isPut", refused);
        model.put(
                "form",
                refused
                        ? flashed.getAttribute("typed")
                        : MotionForm.fresh(sheet.facts().procedure()));
        return new ModelAndView("desk/meeting", model);
    }

    /** Puts something on the agenda. */
    @PostMapping("/items")
    ModelAndView add(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        MeetingFiles.Sheet sheet = files.meeting(council, meeting, user);
        MeetingForm form = new MeetingForm(TypedForm.of(MeetingForm.ITEM, fields));
        return commands.step(
                PAGE,
                flash,
                "secretary.item.added",
                form.typed(),
                () -> words.sendWithOrWithout(
                        form.text(),
                        text -> new AddAgendaItem(council, meeting, form.item(text, sheet.seats())),
                        origin));
    }

    /** Takes something off the agenda. */
    @PostMapping("/items/{item}/withdraw")
    ModelAndView withdraw(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @PathVariable String item,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.meeting(council, meeting, user);
        TypedForm form = TypedForm.of("withdraw-" + item, fields);
        return commands.send(
                PAGE,
                flash,
                "secretary.item.withdrawn",
                form,
                () -> new WithdrawAgendaItem(council, meeting, item, form.text("reason")),
                origin);
    }

    /** Publishes the agenda. */
    @PostMapping("/agenda")
    ModelAndView publish(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.meeting(council, meeting, user);
        return commands.send(
                PAGE,
                flash,
                "secretary.agenda.published",
                TypedForm.NONE,
                () -> new PublishAgenda(council, meeting),
                origin);
    }

    /** Puts a motion. */
    @PostMapping("/motions")
    ModelAndView put(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        MeetingFiles.Sheet sheet = files.meeting(council, meeting, user);
        MotionForm form = new MotionForm(TypedForm.of(MotionForm.PUT, fields));
        return commands.step(
                PAGE,
                () -> CouncilDesk.PAGE + "/motions/" + form.id(),
                flash,
                "secretary.motion.put",
                form.typed(),
                () -> words.send(
                        form.typed().text("text"),
                        text -> new PutMotion(council, form.id(), form.terms(meeting, text, sheet.seats())),
                        origin));
    }

    /** Calls the meeting off. */
    @PostMapping("/call-off")
    ModelAndView callOff(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.meeting(council, meeting, user);
        TypedForm form = TypedForm.of("off", fields);
        return commands.send(
                PAGE,
                flash,
                "secretary.meeting.off",
                form,
                () -> new CallOffMeeting(council, meeting, form.text("reason")),
                origin);
    }
}
