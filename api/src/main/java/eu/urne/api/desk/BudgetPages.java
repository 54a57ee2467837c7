package eu.urne.api.desk;

import eu.urne.api.open.PublisherSettings;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.Audience;
import eu.urne.engine.budget.BudgetCommand.OpenBudget;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.RestRule;
import eu.urne.engine.budget.Split;
import eu.urne.projections.Views;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All budgets, and a form that opens another. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping("/desk/budgets")
public final class BudgetPages {

    private final Engine engine;
    private final Views views;
    private final DeskCommands commands;
    private final DeskTexts texts;
    private final ZoneId zone;

    /** Pages of the budgets of this engine. */
    public BudgetPages(
            Engine engine, Views views, DeskCommands commands, DeskTexts texts, PublisherSettings publisher) {
        this.engine = engine;
        this.views = views;
        this.commands = commands;
        this.texts = texts;
        this.zone = publisher.zone();
    }

    /** All budgets. */
    @GetMapping
    ModelAndView list() {
        return page(BudgetForm.fresh(zone), false, 200);
    }

    /** Opens a budget, or shows the form with more rows. */
    @PostMapping
    ModelAndView open(
            @RequestParam Map<String, String> fields, DeskUser user, CommandOrigin origin, RedirectAttributes flash) {
        PollAccess.unlimited(user);
        BudgetForm form = BudgetForm.of(fields);
        if (form.typed().isTicked("more")) {
            return page(form.withMore(), true, 200);
        }
        Optional<ProblemException> problem =
                commands.attempt(() -> engine.commands().send(new OpenBudget(form.terms()), origin));
        if (problem.isPresent()) {
            BudgetForm refused =
                    new BudgetForm(form.typed().refused(problem.get().sentence()));
            return page(refused, true, problem.get().problem().status().value());
        }
        flash.addFlashAttribute("notice", texts.text("office.budget.opened"));
        return new ModelAndView("redirect:/desk/budgets/" + form.typed().line("budget"));
    }

    private ModelAndView page(BudgetForm form, boolean open, int status) {
        return new ModelAndView(
                "desk/budgets",
                Map.of(
                        "budgets", views.budgets().all(),
                        "typed", form.typed(),
                        "isOpen", open,
                        "parts", form.rows("part"),
                        "sites", form.rows("site"),
                        "audiences", Audience.values(),
                        "splits", Split.values(),
                        "restRules", RestRule.values(),
                        "phases", Phase.values()),
                HttpStatusCode.valueOf(status));
    }
}
