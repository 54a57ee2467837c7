package eu.urne.api.desk;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.consult.GatheringCommand.AnnounceGathering;
import eu.urne.engine.consult.GatheringCommand.CallOffGathering;
import eu.urne.engine.consult.GatheringCommand.LinkEvaluation;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.QuestionnaireId;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the city decides of gatherings: they are announced, evaluated and called off. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping("/desk/gatherings")
public final class GatheringPages {

    private static final String ALL = "/desk/questionnaires";
    private static final String DOOR = "/desk/gatherings/";

    private final Engine engine;
    private final DeskCommands commands;

    /** Forms for this engine's gatherings. */
    public GatheringPages(Engine engine, DeskCommands commands) {
        this.engine = engine;
        this.commands = commands;
    }

    /** Announces a gathering. */
    @PostMapping
    ModelAndView announce(
            @RequestParam Map<String, String> fields, DeskUser user, CommandOrigin origin, RedirectAttributes flash) {
        PollAccess.unlimited(user);
        GatheringForm form = new GatheringForm(TypedForm.of(GatheringForm.NAME, fields));
        return commands.step(
                ALL, () -> DOOR + form.id(), flash, "inquiry.announced", form.typed(), () -> engine.commands()
                        .send(new AnnounceGathering(form.terms()), origin));
    }

    /** Names the questionnaire by which it is evaluated. */
    @PostMapping("/{gathering}/evaluation")
    ModelAndView evaluate(
            @PathVariable GatheringId gathering,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        PollAccess.unlimited(user);
        TypedForm form = TypedForm.of("evaluation", fields);
        return commands.send(
                DOOR + gathering,
                flash,
                "inquiry.linked",
                form,
                () -> new LinkEvaluation(gathering, chosen(form.line("questionnaire"))),
                origin);
    }

    private static QuestionnaireId chosen(String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("questionnaire: choose one of the list");
        }
        return new QuestionnaireId(id);
    }

    /** Calls it off. */
    @PostMapping("/{gathering}/call-off")
    ModelAndView callOff(
            @PathVariable GatheringId gathering,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        PollAccess.unlimited(user);
        TypedForm form = TypedForm.of("off", fields);
        return commands.send(
                DOOR + gathering,
                flash,
                "inquiry.called-off",
                form,
                () -> new CallOffGathering(gathering, form.text("reason")),
                origin);
    }
}
