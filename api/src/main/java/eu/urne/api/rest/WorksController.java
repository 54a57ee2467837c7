package eu.urne.api.rest;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.FateView;
import eu.urne.projections.Page;
import eu.urne.projections.PlanView;
import eu.urne.projections.Views;
import eu.urne.projections.WorksReminder;
import eu.urne.projections.WorksSummary;
import eu.urne.projections.WorksView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be seen of works and of the investment plan. */
@RestController
public final class WorksController {

    private static final int MOST_OF_A_PAGE = 100;
    private static final int LAST_PAGE = 1_000_000;

    private final Views views;

    /** Shows what these views have. */
    public WorksController(Views views) {
        this.views = views;
    }

    /** The works of a budget. */
    @GetMapping("/api/budgets/{budget}/works")
    @Everybody
    @Tag(name = "views")
    @Operation(summary = "What has won in a budget, and how far its works have come")
    Page<WorksSummary> all(
            @PathVariable BudgetId budget,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        checkPage(page, size);
        WorksCalendar.of(views, budget);
        return views.works().all(budget, page, size);
    }

    /** What became of proposals. */
    @GetMapping("/api/budgets/{budget}/fates")
    @Everybody
    @Tag(name = "views")
    @Operation(summary = "What was told of the proposals of a budget, of those too that did not win; the latest first")
    Page<FateView> fates(
            @PathVariable BudgetId budget,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        checkPage(page, size);
        WorksCalendar.of(views, budget);
        return views.works().fates(budget, page, size);
    }

    /** The works of a proposal. */
    @GetMapping("/api/budgets/{budget}/works/{proposal}")
    @Everybody
    @Tag(name = "views")
    @Operation(
            summary = "The works of a proposal, and what became of it; 404 where it has not won and nothing was told")
    WorksView works(@PathVariable BudgetId budget, @PathVariable ProposalId proposal) {
        WorksCalendar.of(views, budget);
        return views.works()
                .works(budget, proposal)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN,
                        "there are no works of a proposal " + proposal + " in the budget " + budget
                                + ", and nothing was told of it"));
    }

    /** What is overdue. */
    @GetMapping("/api/budgets/{budget}/works/reminders")
    @Tag(name = "staff")
    @Operation(summary = "Milestones and measures that should have been told before today; the longest overdue first")
    Page<WorksReminder> reminders(
            @PathVariable BudgetId budget,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            CommandOrigin asking) {
        checkPage(page, size);
        return views.works().reminders(budget, WorksCalendar.of(views, budget).day(asking), page, size);
    }

    /** The investment plan. */
    @GetMapping("/api/plan")
    @Everybody
    @Tag(name = "views")
    @Operation(summary = "The investment plan: how much of each year, and which lines, were decided with citizens")
    PlanView plan(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        checkPage(page, size);
        return views.plan().plan(year, page, size);
    }

    private static void checkPage(int page, int size) {
        if (page < 0 || page > LAST_PAGE || size < 1 || size > MOST_OF_A_PAGE) {
            throw new ProblemException(
                    Problem.INVALID, "page: from 0 to " + LAST_PAGE + "; size: from 1 to " + MOST_OF_A_PAGE);
        }
    }
}
