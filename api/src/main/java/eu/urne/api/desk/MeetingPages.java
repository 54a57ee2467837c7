package eu.urne.api.desk;

import eu.urne.api.open.PublisherSettings;
import eu.urne.api.site.CouncilShelf.MotionCard;
import eu.urne.api.site.MotionStory;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.projections.Views;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The meetings of a council, a form that calls another, and the opinions that wait for the city's answer. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(MeetingPages.PAGE)
public final class MeetingPages {

    static final String PAGE = CouncilDesk.PAGE + "/meetings";

    private final Engine engine;
    private final Views views;
    private final MeetingFiles files;
    private final DeskCommands commands;
    private final ZoneId zone;

    /** Pages of the meetings of this engine's councils. */
    public MeetingPages(Engine engine, Views views, DeskCommands commands, PublisherSettings publisher) {
        this.engine = engine;
        this.views = views;
        this.files = new MeetingFiles(engine);
        this.commands = commands;
        this.zone = publisher.zone();
    }

    /**
     * An opinion that the city has not answered.
     *
     * @param byMs when it does at the latest
     * @param late whether that is over
     */
    public record Owed(MotionCard motion, long byMs, boolean late) {}

    private LocalDate today(CommandOrigin asking) {
        return Instant.ofEpochMilli(asking.atMs()).atZone(zone).toLocalDate();
    }

    /** All meetings. */
    @GetMapping
    ModelAndView list(@PathVariable CouncilId council, DeskUser user, CommandOrigin asking) {
        Map<String, Object> model =
                new HashMap<>(Map.of("terms", files.council(council, user).terms()));
        model.put("meetings", files.meetings(council).reversed());
        model.put("owed", owed(council, asking));
        return new ModelAndView("desk/meetings", model);
    }

    private List<Owed> owed(CouncilId council, CommandOrigin asking) {
        return files.motions(council).stream()
                .flatMap(motion -> views.councils().motion(council, motion.id()).stream()
                        .map(MotionStory::of)
                        .filter(story -> story.answer() == null)
                        .flatMap(story -> Optional.ofNullable(story.answerByMs()).stream())
                        .map(byMs -> new Owed(motion, byMs, byMs < asking.atMs())))
                .sorted(Comparator.comparing(Owed::byMs))
                .toList();
    }

    /** Calls the members. */
    @PostMapping
    ModelAndView call(
            @PathVariable CouncilId council,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.council(council, user);
        MeetingForm form = new MeetingForm(TypedForm.of(MeetingForm.CALL, fields));
        return commands.step(
                PAGE,
                () -> PAGE + "/" + form.id(),
                flash,
                "secretary.meeting.called",
                form.typed(),
                () -> engine.meetings().call(council, form.id(), form.on(today(origin)), origin));
    }
}
