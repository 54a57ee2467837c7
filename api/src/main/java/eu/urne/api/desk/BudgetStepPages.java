package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.budget.BudgetCommand.AdvancePhase;
import eu.urne.engine.budget.BudgetCommand.LapsePart;
import eu.urne.engine.budget.BudgetCommand.MovePhase;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.projections.Views;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the buttons of a budget's page do. Each leads back to the page, which says what was done or why not. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping("/desk/budgets/{budget}")
public final class BudgetStepPages {

    private static final String PAGE = "/desk/budgets/{budget}";

    private final DeskCommands commands;
    private final Views views;

    /** Buttons that send these commands about budgets of these views. */
    public BudgetStepPages(DeskCommands commands, Views views) {
        this.commands = commands;
        this.views = views;
    }

    /** Goes on to the next phase. */
    @PostMapping("/phase")
    ModelAndView advance(
            @PathVariable BudgetId budget,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        TypedForm form = TypedForm.of("phase", fields);
        return send(
                budget,
                user,
                "advanced",
                form,
                () -> new AdvancePhase(budget, form.choice("phase", Phase.class), form.text("reason"), origin.atMs()),
                origin,
                flash);
    }

    /** Puts the beginning of a phase to another day. */
    @PostMapping("/calendar")
    ModelAndView move(
            @PathVariable BudgetId budget,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        TypedForm form = TypedForm.of("move", fields);
        return send(
                budget,
                user,
                "put-off",
                form,
                () -> new MovePhase(budget, form.choice("phase", Phase.class), form.day("day"), form.text("reason")),
                origin,
                flash);
    }

    /** Gives a part up. */
    @PostMapping("/lapse")
    ModelAndView lapse(
            @PathVariable BudgetId budget,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        TypedForm form = TypedForm.of("lapse-" + fields.getOrDefault("part", ""), fields);
        return send(
                budget,
                user,
                "given-up",
                form,
                () -> new LapsePart(budget, form.line("part"), form.text("reason")),
                origin,
                flash);
    }

    private ModelAndView send(
            BudgetId budget,
            DeskUser user,
            String done,
            TypedForm form,
            Supplier<Object> command,
            CommandOrigin origin,
            RedirectAttributes flash) {
        if (views.budgets().budget(budget).isEmpty()) {
            throw new ProblemException(Problem.UNKNOWN, "there is no budget " + budget);
        }
        PollAccess.unlimited(user);
        return commands.send(PAGE, flash, "office.budget." + done, form, command, origin);
    }
}
