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
import eu.urne.engine.works.WorksCommand;
import eu.urne.engine.works.WorksCommand.RecordDelay;
import eu.urne.engine.works.WorksCommand.RecordExpense;
import eu.urne.engine.works.WorksCommand.RecordMilestone;
import eu.urne.engine.works.WorksCommand.TellFate;
import eu.urne.projections.Views;
import java.time.LocalDate;
import java.util.Map;
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

    /** Tells something of the works; its name is that of its form. */
    @PostMapping("/{step:plan|done|delay|expense|fate}")
    ModelAndView tell(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @PathVariable String step,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        TypedForm form = TypedForm.of(step, fields);
        return commands.send(
                PAGE,
                flash,
                "office.works." + step + ".told",
                form,
                () -> step.equals("fate")
                        ? new TellFate(budget, proposal, new Fate(form.text("text")))
                        : command(budget, proposal, form, origin),
                origin);
    }

    private WorksCommand command(BudgetId budget, ProposalId proposal, TypedForm form, CommandOrigin origin) {
        long awarded = awarded(budget, proposal);
        LocalDate today = WorksCalendar.of(views, budget).day(origin);
        return switch (form.form()) {
            case "plan" -> {
                Milestone planned = new Milestone(form.line("title"), form.day("day"), Milestone.State.PLANNED);
                yield new RecordMilestone(budget, proposal, awarded, planned, today);
            }
            case "done" -> {
                Milestone done = new Milestone(form.of("title"), form.day("day"), Milestone.State.DONE);
                yield new RecordMilestone(budget, proposal, awarded, done, today);
            }
            case "delay" -> {
                Delay delay = new Delay(form.of("milestone"), form.day("newDay"), form.text("reason"));
                yield new RecordDelay(budget, proposal, awarded, delay);
            }
            case "expense" -> new RecordExpense(budget, proposal, awarded, expense(form), today);
            default -> throw new IllegalStateException("there is no step " + form.form());
        };
    }

    private static Expense expense(TypedForm form) {
        Long cents = form.signedCents("cents");
        if (cents == null) {
            throw new IllegalArgumentException("cents: an amount is needed");
        }
        String reason = form.text("reason");
        return new Expense(cents, form.day("day"), form.line("label"), null, reason.isEmpty() ? null : reason);
    }

    /** What the proposal won; the engine checks it once more. */
    private long awarded(BudgetId budget, ProposalId proposal) {
        return views.works().awarded(budget, proposal).orElseThrow(() -> {
            Refusal refusal = NothingWon.refusal(budget, proposal);
            return new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
        });
    }
}
