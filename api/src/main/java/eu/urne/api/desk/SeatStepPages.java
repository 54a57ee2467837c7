package eu.urne.api.desk;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilCommand.VacateSeat;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.DrawCommand.PassOverCandidate;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.PassOver;
import eu.urne.engine.council.VacancyReason;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of seats: they are vacated and given to the next, or the next is passed over. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(CouncilDesk.PAGE + "/seats")
public final class SeatStepPages {

    private static final int MOST_CANDIDATES = 1_000_000;

    private final Engine engine;
    private final CouncilFiles files;
    private final DeskCommands commands;

    /** Steps of the seats of this engine's councils. */
    public SeatStepPages(Engine engine, DeskCommands commands) {
        this.engine = engine;
        this.files = new CouncilFiles(engine);
        this.commands = commands;
    }

    private ModelAndView send(String done, TypedForm form, Supplier<Answer> step, RedirectAttributes flash) {
        return commands.step(CouncilDesk.PAGE, flash, "secretary.seat." + done, form, step);
    }

    private static int seat(TypedForm form) {
        return form.number("seat", 1, CouncilTerms.MOST_SEATS);
    }

    /** Vacates a seat. */
    @PostMapping("/vacate")
    ModelAndView vacate(
            @PathVariable CouncilId council,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.council(council, user);
        TypedForm form = TypedForm.of("vacate", fields);
        return send(
                "vacated",
                form,
                () -> engine.commands()
                        .send(
                                new VacateSeat(
                                        council,
                                        seat(form),
                                        form.day("day"),
                                        form.choice("reason", VacancyReason.class)),
                                origin),
                flash);
    }

    /** Gives a vacant seat to the next. */
    @PostMapping("/replace")
    ModelAndView replace(
            @PathVariable CouncilId council,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.council(council, user);
        TypedForm form = TypedForm.of("replace-" + fields.getOrDefault("seat", ""), fields);
        return send(
                "replaced", form, () -> engine.draws().replace(council, seat(form), form.day("day"), origin), flash);
    }

    /** Passes over who is next. */
    @PostMapping("/pass-over")
    ModelAndView passOver(
            @PathVariable CouncilId council,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.council(council, user);
        TypedForm form = TypedForm.of("pass", fields);
        return send(
                "passed",
                form,
                () -> {
                    DrawId draw = new DrawId(form.line("draw"));
                    if (!files.terms(draw, user).council().equals(council)) {
                        throw new IllegalArgumentException("draw: there is no draw " + draw);
                    }
                    int candidate = form.number("candidate", 0, MOST_CANDIDATES);
                    PassOver reason = form.choice("reason", PassOver.class);
                    return engine.commands().send(new PassOverCandidate(draw, candidate, reason), origin);
                },
                flash);
    }
}
