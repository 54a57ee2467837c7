package eu.urne.api.rest;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.projections.BudgetOutcome;
import eu.urne.projections.BudgetSummary;
import eu.urne.projections.BudgetView;
import eu.urne.projections.Reminder;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What may be seen of participatory budgets. */
@RestController
@RequestMapping("/api/budgets")
public final class BudgetController {

    private final Views views;

    /** Shows what these views have. */
    public BudgetController(Views views) {
        this.views = views;
    }

    /** All budgets. */
    @GetMapping
    @Everybody
    @Tag(name = "views")
    @Operation(summary = "All participatory budgets in the order of their opening")
    List<BudgetSummary> budgets() {
        return views.budgets().all();
    }

    /** A budget. */
    @GetMapping("/{budget}")
    @Everybody
    @Tag(name = "views")
    @Operation(summary = "A budget: terms, phase, what happened to its calendar, parts, number of proposals by state")
    BudgetView budget(@PathVariable BudgetId budget) {
        return views.budgets().budget(budget).orElseThrow(() -> unknown(budget));
    }

    /** What came of a budget. */
    @GetMapping("/{budget}/outcome")
    @Everybody
    @Tag(name = "views")
    @Operation(
            summary = "What came of a budget, part by part, with a reason for every proposal, and of its rest;"
                    + " of a poll whose outcome is not declared nothing is told")
    BudgetOutcome outcome(@PathVariable BudgetId budget) {
        return views.budgets().outcome(budget, views.polls()).orElseThrow(() -> unknown(budget));
    }

    /** What waits too long. */
    @GetMapping("/{budget}/reminders")
    @Tag(name = "staff")
    @Operation(
            summary = "Proposals that wait for a study, or its confirmation, longer than the budget allows;"
                    + " the longest wait first, at most 1,000")
    List<Reminder> reminders(@PathVariable BudgetId budget, CommandOrigin asking) {
        BudgetView view = budget(budget);
        return view.phase().compareTo(Phase.STUDY) > 0
                ? List.of()
                : views.proposals().reminders(budget, view.terms(), asking.atMs());
    }

    static ProblemException unknown(BudgetId budget) {
        return new ProblemException(Problem.UNKNOWN, "there is no budget " + budget);
    }
}
