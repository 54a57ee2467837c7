package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.GatheringTerms;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.projections.GatheringView;
import eu.urne.projections.QuestionnaireView;
import eu.urne.projections.Views;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The door of a gathering: a large button for each age band counts who comes. */
@DeskPage
@Allowed({Role.ANIMATOR, Role.CITY})
@RequestMapping("/desk/gatherings/{gathering}")
public final class GatheringDesk {

    private static final String PAGE = "/desk/gatherings/";

    private final Engine engine;
    private final Views views;
    private final DeskCommands commands;

    /** The doors of the gatherings of this engine. */
    public GatheringDesk(Engine engine, Views views, DeskCommands commands) {
        this.engine = engine;
        this.views = views;
        this.commands = commands;
    }

    /** The door, at one of the sites. */
    @GetMapping
    ModelAndView door(
            @PathVariable GatheringId gathering, @RequestParam(defaultValue = "-") String site, DeskUser user) {
        GatheringView view = views.consultations()
                .gathering(gathering)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no gathering " + gathering));
        Map<String, Long> attendance = engine.gatherings().attendance(gathering);
        GatheringTerms terms = view.state().terms();
        return new ModelAndView("desk/gathering", Map.of("state", view.state(), "terms", terms))
                .addObject("runs", user.is(Role.CITY))
                .addObject("questionnaires", evaluations(view))
                .addObject("site", terms.siteIds().contains(site) ? site : GatheringTerms.UNKNOWN)
                .addObject(
                        "total",
                        attendance.values().stream().mapToLong(Long::longValue).sum());
    }

    /** By what it can be evaluated: titles of questionnaires by their ids; none once it is. */
    private Map<String, String> evaluations(GatheringView gathering) {
        Map<String, String> titles = new LinkedHashMap<>();
        if (gathering.state().evaluation() == null && gathering.state().calledOff() == null) {
            views.consultations().questionnaires().stream()
                    .map(QuestionnaireView::state)
                    .filter(state -> !(state instanceof Questionnaire.Withdrawn))
                    .forEach(state -> titles.put(
                            state.terms().questionnaire().value(), state.terms().title()));
        }
        return titles;
    }

    /** Counts one who comes, or takes one back. */
    @PostMapping("/check-ins")
    ModelAndView checkIn(
            @PathVariable GatheringId gathering,
            @RequestParam(defaultValue = "-") String site,
            @RequestParam(defaultValue = "-") String age,
            @RequestParam(defaultValue = "1") int persons,
            CommandOrigin origin,
            RedirectAttributes flash) {
        return commands.step(
                PAGE + gathering + "?site=" + site, flash, "inquiry.counted", TypedForm.NONE, () -> engine.gatherings()
                        .checkIn(gathering, origin.id(), site, age, persons)
                        .<Answer>map(Answer.Refused::new)
                        .orElseGet(Answer.Unchanged::new));
    }

    /** Tells how many came. */
    @PostMapping("/held")
    ModelAndView hold(
            @PathVariable GatheringId gathering, DeskUser user, CommandOrigin origin, RedirectAttributes flash) {
        PollAccess.unlimited(user);
        return commands.step(PAGE + gathering, flash, "inquiry.held", TypedForm.NONE, () -> engine.gatherings()
                .hold(gathering, origin));
    }
}
