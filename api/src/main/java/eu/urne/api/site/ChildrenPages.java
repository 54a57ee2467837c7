package eu.urne.api.site;

import eu.urne.api.web.Everybody;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.Audience;
import eu.urne.engine.budget.BudgetId;
import eu.urne.projections.BudgetSummary;
import eu.urne.projections.BudgetView;
import eu.urne.projections.ProposalState;
import eu.urne.projections.Views;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Budgets for children in simple words, with the pictures and sounds that there are. */
@Controller
@Everybody
@RequestMapping("/children")
public final class ChildrenPages {

    private static final int MOST_SHOWN = 60;

    private final Views views;
    private final Projects projects;
    private final OutcomeStory story;

    /** Pages of what these views have, with the words that the engine keeps. */
    public ChildrenPages(Engine engine, Views views, PageWords words) {
        this.views = views;
        this.projects = new Projects(engine, views);
        this.story = new OutcomeStory(views, projects, words);
    }

    @GetMapping
    ModelAndView home() {
        List<BudgetCard> budgets = views.budgets().all().stream()
                .filter(budget -> budget.audience() == Audience.CHILDREN)
                .map(BudgetSummary::budget)
                .flatMap(id -> views.budgets().budget(id).stream())
                .map(BudgetCard::of)
                .sorted(Comparator.comparingInt(BudgetCard::rank))
                .toList();
        return new ModelAndView("children/home", Map.of("budgets", budgets));
    }

    @GetMapping("/{budget}")
    ModelAndView budget(@PathVariable BudgetId budget) {
        BudgetView view = find(budget);
        boolean voted = view.proposals().containsKey(ProposalState.SHORTLISTED);
        Projects.Wanted wanted =
                voted ? new Projects.Wanted("", ProposalState.SHORTLISTED, null, null) : Projects.Wanted.EVERYTHING;
        return new ModelAndView("children/budget", Map.of("budget", view, "card", BudgetCard.of(view)))
                .addObject("projects", projects.list(budget, wanted, 0, MOST_SHOWN))
                .addObject("voted", voted);
    }

    @GetMapping("/{budget}/outcome")
    ModelAndView outcome(@PathVariable BudgetId budget) {
        BudgetView view = find(budget);
        List<OutcomeStory.Part> parts = story.parts(view);
        return new ModelAndView("children/outcome", Map.of("budget", view, "parts", parts))
                .addObject("pending", parts.stream().noneMatch(OutcomeStory.Part::isDeclared));
    }

    private BudgetView find(BudgetId budget) {
        return views.budgets()
                .budget(budget)
                .filter(view -> view.terms().audience() == Audience.CHILDREN)
                .orElseThrow(Unknown.budget(budget));
    }
}
