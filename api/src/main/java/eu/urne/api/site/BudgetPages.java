package eu.urne.api.site;

import eu.urne.api.web.Everybody;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.Site;
import eu.urne.engine.poll.PollId;
import eu.urne.projections.BudgetSummary;
import eu.urne.projections.BudgetView;
import eu.urne.projections.PollState;
import eu.urne.projections.ProposalState;
import eu.urne.projections.Turnout;
import eu.urne.projections.Views;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The first page, and the pages of a budget but for its projects ({@link ProjectPages}). */
@Controller
@Everybody
public final class BudgetPages {

    private static final int PROJECTS_SHOWN = 6;
    private static final int MOST_WORKS = 100;

    private final Views views;
    private final Projects projects;
    private final OutcomeStory story;

    /** Pages of what these views have, with the words that the engine keeps. */
    public BudgetPages(Engine engine, Views views, PageWords words) {
        this.views = views;
        this.projects = new Projects(engine, views);
        this.story = new OutcomeStory(views, projects, words);
    }

    /**
     * A part on the page of its budget.
     *
     * @param state of its poll; null where it has none
     * @param turnout of its poll; null where it has none
     */
    public record PartCard(
            BudgetView.PartView part,
            @Nullable PollState state,
            @Nullable Turnout turnout) {

        /** Whether people can vote now. */
        public boolean isOpen() {
            return state == PollState.OPEN && turnout != null && !turnout.ended();
        }
    }

    @GetMapping({"/", "/budgets"})
    ModelAndView home() {
        List<BudgetCard> budgets = views.budgets().all().stream()
                .map(BudgetSummary::budget)
                .flatMap(id -> views.budgets().budget(id).stream())
                .map(BudgetCard::of)
                .sorted(Comparator.comparingInt(BudgetCard::rank))
                .toList();
        return new ModelAndView("site/home", Map.of("budgets", budgets));
    }

    @GetMapping("/budgets/{budget}")
    ModelAndView budget(@PathVariable BudgetId budget) {
        BudgetView view = find(budget);
        return page("site/budget", view)
                .addObject("card", BudgetCard.of(view))
                .addObject("stops", BudgetCalendar.stops(view))
                .addObject("parts", view.parts().stream().map(this::part).toList())
                .addObject("pins", pins(view))
                .addObject("projects", projects.list(budget, foremost(view), 0, PROJECTS_SHOWN));
    }

    /** The map; none where it would be too full to be read. */
    private List<SiteMap.Pin> pins(BudgetView budget) {
        List<Site> sites = budget.terms().sites();
        return sites.size() > SiteMap.MOST
                ? List.of()
                : SiteMap.pins(
                        sites,
                        sites.stream()
                                .map(site -> projects.count(budget.budget(), site.id()))
                                .toList());
    }

    /** What matters most of all projects: what has won, else what is voted on, else the newest. */
    private static Projects.Wanted foremost(BudgetView budget) {
        return Stream.of(ProposalState.WON, ProposalState.SHORTLISTED)
                .filter(budget.proposals()::containsKey)
                .findFirst()
                .map(state -> new Projects.Wanted("", state, null, null))
                .orElse(Projects.Wanted.EVERYTHING);
    }

    private PartCard part(BudgetView.PartView part) {
        PollId poll = part.poll();
        Turnout turnout = poll == null ? null : views.polls().turnout(poll).orElse(null);
        return new PartCard(part, turnout == null ? null : turnout.state(), turnout);
    }

    @GetMapping("/budgets/{budget}/outcome")
    ModelAndView outcome(@PathVariable BudgetId budget) {
        BudgetView view = find(budget);
        List<OutcomeStory.Part> parts = story.parts(view);
        boolean pending = parts.stream().noneMatch(OutcomeStory.Part::isDeclared);
        return page("site/outcome", view)
                .addObject("parts", parts)
                .addObject("pending", pending)
                .addObject("works", view.phase() == Phase.WORKS);
    }

    @GetMapping("/budgets/{budget}/works")
    ModelAndView works(@PathVariable BudgetId budget) {
        BudgetView view = find(budget);
        var works = views.works().all(budget, 0, MOST_WORKS);
        return page("site/works", view)
                .addObject("works", works.items())
                .addObject(
                        "photos",
                        works.items().stream()
                                .collect(Collectors.toMap(
                                        item -> item.proposal().value(),
                                        item -> projects.card(budget, item.proposal()))))
                .addObject(
                        "fates",
                        views.works().fates(budget, 0, MOST_WORKS).items().stream()
                                .filter(fate -> !fate.won())
                                .toList());
    }

    private BudgetView find(BudgetId budget) {
        return views.budgets().budget(budget).orElseThrow(Unknown.budget(budget));
    }

    private static ModelAndView page(String view, BudgetView budget) {
        return new ModelAndView(view, Map.of("budget", budget));
    }
}
