package eu.urne.api.desk;

import eu.urne.api.web.ProblemException;
import eu.urne.api.web.SettingsFile;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.council.AgendaOrder;
import eu.urne.engine.council.CouncilCommand.EstablishCouncil;
import eu.urne.engine.council.Membership;
import eu.urne.engine.poll.MotionRule.Majority;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All councils, and a form that establishes another. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping("/desk/councils")
public final class CouncilPages {

    private final Engine engine;
    private final CouncilFiles files;
    private final DeskCommands commands;
    private final DeskTexts texts;
    private final SettingsFile<CouncilKinds> kinds;

    /** Pages of the councils of this engine, and of the kinds that the data folder or the program tells. */
    public CouncilPages(Engine engine, DeskCommands commands, DeskTexts texts, DataDirectory data) {
        this.kinds = CouncilKinds.file(data);
        this.engine = engine;
        this.files = new CouncilFiles(engine);
        this.commands = commands;
        this.texts = texts;
    }

    /** All councils; with a kind, a form that has what councils of that kind have. */
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String kind, Locale locale, DeskUser user) {
        Optional<CouncilKinds.Kind> known = kinds().find(kind);
        CouncilForm form =
                known.map(each -> CouncilForm.of(each, each.name().in(locale))).orElseGet(CouncilForm::fresh);
        return page(form, known.isPresent(), 200, user);
    }

    private CouncilKinds kinds() {
        return CouncilKinds.read(kinds);
    }

    /** Establishes a council. */
    @PostMapping
    ModelAndView establish(
            @RequestParam Map<String, String> fields, DeskUser user, CommandOrigin origin, RedirectAttributes flash) {
        PollAccess.unlimited(user);
        CouncilForm form = new CouncilForm(TypedForm.of(CouncilForm.ESTABLISH, fields));
        Optional<ProblemException> problem =
                commands.attempt(() -> engine.commands().send(new EstablishCouncil(form.terms()), origin));
        if (problem.isPresent()) {
            CouncilForm refused =
                    new CouncilForm(form.typed().refused(problem.get().sentence()));
            return page(refused, true, problem.get().problem().status().value(), user);
        }
        flash.addFlashAttribute("notice", texts.text("secretary.council.established"));
        return new ModelAndView("redirect:/desk/councils/" + form.typed().line("council"));
    }

    private ModelAndView page(CouncilForm form, boolean open, int status, DeskUser user) {
        return new ModelAndView(
                "desk/councils",
                Map.of(
                        "councils", files.all(user),
                        "kinds", kinds().kinds(),
                        "typed", form.typed(),
                        "isOpen", open,
                        "memberships", Membership.values(),
                        "majorities", Majority.values(),
                        "agendas", AgendaOrder.values()),
                HttpStatusCode.valueOf(status));
    }
}
