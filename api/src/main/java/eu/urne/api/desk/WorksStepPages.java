package eu.urne.api.desk;

import eu.urne.api.rest.WorksCalendar;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Refusal;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.Delay;
import eu.urne.engine.works.Expense;
import eu.urne.engine.works.Fate;
import eu.urne.engine.works.Milestone;
import eu.urne.engine.works.NothingWon;
import eu.urne.engine.works.WorksCommand.RecordDelay;
import eu.urne.engine.works.WorksCommand.RecordExpense;
import eu.urne.engine.works.WorksCommand.RecordMilestone;
import eu.urne.engine.works.WorksCommand.TellFate;
import eu.urne.projections.Views;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the forms of a page of works do. Each leads back to the page, which says what was done or why not. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping("/desk/budgets/{budget}/proposals/{proposal}/works")
public final class WorksStepPages {

    private static final String PAGE = "/desk/budgets/{budget}/proposals/{proposal}/works";

    private final Views views;
    private final DeskCommands commands;
    private final IdeaSites sites;

    /** Forms that send these commands about works of these views. */
    public WorksStepPages(Views views, DeskCommands commands) {
        this.views = views;
        this.commands = commands;
        this.sites = new IdeaSites(views);
    }

    /** Plans a milestone. */
    @PostMapping("/plan")
    ModelAndView plan(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        TypedForm form = TypedForm.of("plan", fields);
        return send(
                form,
                () -> new RecordMilestone(
                        budget,
                        proposal,
                        awarded(budget, proposal),
                        new Milestone(form.line("title"), form.day("day"), Milestone.State.PLANNED),
                        today(budget, origin)),
                origin,
                flash);
    }

    /** Tells that a milestone is done. */
    @PostMapping("/done")
    ModelAndView done(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        TypedForm form = TypedForm.of("done", fields);
        return send(
                form,
                () -> new RecordMilestone(
                        budget,
                        proposal,
                        awarded(budget, proposal),
                        new Milestone(form.of("title"), form.day("day"), Milestone.State.DONE),
                        today(budget, origin)),
                origin,
                flash);
    }

    /** Puts a milestone to a later day. */
    @PostMapping("/delay")
    ModelAndView delay(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        TypedForm form = TypedForm.of("delay", fields);
        return send(
                form,
                () -> new RecordDelay(
                        budget,
                        proposal,
                        awarded(budget, proposal),
                        new Delay(form.of("milestone"), form.day("newDay"), form.text("reason"))),
                origin,
                flash);
    }

    /** Tells what was spent. */
    @PostMapping("/expense")
    ModelAndView expense(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        TypedForm form = TypedForm.of("expense", fields);
        return send(
                form,
                () -> new RecordExpense(
                        budget, proposal, awarded(budget, proposal), expense(form), today(budget, origin)),
                origin,
                flash);
    }

    private static Expense expense(TypedForm form) {
        Long cents = form.signedCents("cents");
        if (cents == null) {
            throw new IllegalArgumentException("cents: an amount is needed");
        }
        String reason = form.text("reason");
        return new Expense(cents, form.day("day"), form.line("label"), null, reason.isEmpty() ? null : reason);
    }

    /** Tells what became of a proposal, whether it has won or not. */
    @PostMapping("/fate")
    ModelAndView fate(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        TypedForm form = TypedForm.of("fate", fields);
        return send(form, () -> new TellFate(budget, proposal, new Fate(form.text("text"))), origin, flash);
    }

    private ModelAndView send(
            TypedForm form, Supplier<Object> command, CommandOrigin origin, RedirectAttributes flash) {
        return commands.send(PAGE, flash, "office.works." + form.form() + ".told", form, command, origin);
    }

    private LocalDate today(BudgetId budget, CommandOrigin origin) {
        return WorksCalendar.of(views, budget).day(origin);
    }

    /** What the proposal won; the engine checks it once more. */
    private long awarded(BudgetId budget, ProposalId proposal) {
        return views.works().awarded(budget, proposal).orElseThrow(() -> {
            Refusal refusal = NothingWon.refusal(budget, proposal);
            return new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
        });
    }
}
