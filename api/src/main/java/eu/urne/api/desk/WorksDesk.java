package eu.urne.api.desk;

import eu.urne.engine.Engine;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.Milestone;
import eu.urne.projections.BudgetView;
import eu.urne.projections.ProposalView;
import eu.urne.projections.Views;
import eu.urne.projections.WorksView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The works of a proposal that has won, and what became of any proposal, with the forms to tell more. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping("/desk/budgets/{budget}/proposals/{proposal}/works")
public final class WorksDesk {

    private final Engine engine;
    private final Views views;
    private final IdeaSites sites;

    /** Pages of the works in this engine. */
    public WorksDesk(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
        this.sites = new IdeaSites(views);
    }

    /** The works of a proposal. */
    @GetMapping
    ModelAndView works(@PathVariable BudgetId budget, @PathVariable ProposalId proposal, DeskUser user, Model flashed) {
        ProposalView view = sites.check(budget, proposal, user);
        BudgetView of = views.budgets().budget(budget).orElseThrow();
        @Nullable WorksView works = views.works().works(budget, proposal).orElse(null);
        Map<String, Object> model = new HashMap<>(Map.of(
                "budget",
                of,
                "item",
                BudgetDesk.Item.of(view.row(), engine.blobs().idea(view.row().text())),
                "isTime",
                of.phase().compareTo(Phase.OUTCOME) >= 0,
                "planned",
                works == null ? List.of() : planned(works)));
        if (works != null) {
            model.put("works", works);
        }
        String fate = works == null || works.fate() == null ? "" : works.fate();
        boolean refused = flashed.getAttribute("typed") instanceof TypedForm typed && typed.is("fate");
        model.put("fate", refused ? flashed.getAttribute("typed") : TypedForm.of("fate", Map.of("text", fate)));
        return new ModelAndView("desk/works", model);
    }

    private static List<String> planned(WorksView works) {
        return works.milestones().stream()
                .filter(milestone -> milestone.state() == Milestone.State.PLANNED)
                .map(Milestone::title)
                .toList();
    }
}
