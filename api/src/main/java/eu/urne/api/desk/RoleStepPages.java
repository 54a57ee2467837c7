package eu.urne.api.desk;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.DrawCommand.AnswerRole;
import eu.urne.engine.council.DrawCommand.OfferRole;
import eu.urne.engine.council.DrawCommand.OpenRole;
import eu.urne.engine.council.DrawId;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Roles for those who were not drawn: opened, offered and answered by forms. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(DrawDesk.PAGE + "/roles")
public final class RoleStepPages {

    private static final int MOST_PLACES = 10_000;
    private static final int MOST_CANDIDATES = 1_000_000;

    private final CouncilFiles files;
    private final DeskCommands commands;

    /** Roles of the draws of this engine. */
    public RoleStepPages(Engine engine, DeskCommands commands) {
        this.files = new CouncilFiles(engine);
        this.commands = commands;
    }

    /** Opens a role. */
    @PostMapping
    ModelAndView open(
            @PathVariable DrawId draw,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.draw(draw, user);
        TypedForm form = TypedForm.of("role", fields);
        return commands.send(
                DrawDesk.PAGE,
                flash,
                "secretary.role.opened",
                form,
                () -> new OpenRole(
                        draw,
                        new eu.urne.engine.council.Role(
                                form.line("role").isEmpty() ? TypedForm.nameOf(form.line("title")) : form.line("role"),
                                form.line("title"),
                                form.number("places", 1, MOST_PLACES))),
                origin);
    }

    /** Offers a role to somebody. */
    @PostMapping("/{role}/offers")
    ModelAndView offer(
            @PathVariable DrawId draw,
            @PathVariable String role,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.draw(draw, user);
        TypedForm form = TypedForm.of("offer-" + role, fields);
        return commands.send(
                DrawDesk.PAGE,
                flash,
                "secretary.role.offered",
                form,
                () -> new OfferRole(draw, form.number("candidate", 0, MOST_CANDIDATES), role),
                origin);
    }

    /** Records what somebody says. */
    @PostMapping("/{role}/answers")
    ModelAndView answer(
            @PathVariable DrawId draw,
            @PathVariable String role,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.draw(draw, user);
        TypedForm form = TypedForm.of("answer-" + role, fields);
        return commands.send(
                DrawDesk.PAGE,
                flash,
                "secretary.role.answered",
                form,
                () -> new AnswerRole(
                        draw,
                        form.number("candidate", 0, MOST_CANDIDATES),
                        role,
                        form.line("answer").equals("yes")),
                origin);
    }
}
