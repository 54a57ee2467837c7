package eu.urne.api.site;

import eu.urne.api.web.Everybody;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.BudgetView;
import eu.urne.projections.Page;
import eu.urne.projections.ProposalState;
import eu.urne.projections.ProposalView;
import eu.urne.projections.Views;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The published projects of a budget: all of them to look through, and each on a page of its own. */
@Controller
@Everybody
@RequestMapping("/budgets/{budget}/projects")
public final class ProjectPages {

    private static final int OF_A_PAGE = 12;
    private static final int LAST_PAGE = 10_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final int MOST_WORDS = 200;

    private final Views views;
    private final Projects projects;
    private final OutcomeStory story;

    /** Pages of what these views have, with the words that the engine keeps. */
    public ProjectPages(Engine engine, Views views, PageWords words) {
        this.views = views;
        this.projects = new Projects(engine, views);
        this.story = new OutcomeStory(views, projects, words);
    }

    /**
     * What was asked for, as the form shows it again; what cannot be meant is left out.
     *
     * @param page from 0
     */
    public record Asked(
            String q, @Nullable String state, @Nullable String site, int page) {

        /** Whether anything but all is asked for. */
        public boolean isNarrow() {
            return !q.isBlank() || state != null || site != null;
        }
    }

    @GetMapping
    ModelAndView list(
            @PathVariable BudgetId budget,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String page) {
        BudgetView view = views.budgets().budget(budget).orElseThrow(Unknown.budget(budget));
        List<ProposalState> states = Arrays.stream(ProposalState.values())
                .filter(ProposalState::isShown)
                .filter(view.proposals()::containsKey)
                .toList();
        ProposalState wanted = states.stream()
                .filter(each -> each.code().equals(state))
                .findFirst()
                .orElse(null);
        Asked asked = new Asked(
                q.length() > MOST_WORDS ? q.substring(0, MOST_WORDS) : q,
                wanted == null ? null : wanted.code(),
                view.terms().site(site).isPresent() ? site : null,
                NUMBER.matcher(page).matches() ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0);
        Page<ProjectCard> found = projects.list(
                budget, new Projects.Wanted(asked.q(), wanted, asked.site(), null), asked.page(), OF_A_PAGE);
        return new ModelAndView("site/projects", Map.of("budget", view, "asked", asked, "found", found))
                .addObject("states", states)
                .addObject("pages", (found.total() + OF_A_PAGE - 1) / OF_A_PAGE);
    }

    @GetMapping("/{project}")
    ModelAndView project(@PathVariable BudgetId budget, @PathVariable ProposalId project) {
        BudgetView view = views.budgets().budget(budget).orElseThrow(Unknown.budget(budget));
        ProposalView proposal = views.proposals()
                .proposal(budget, project)
                .filter(ProposalView::shown)
                .orElseThrow(Unknown.project(project));
        return new ModelAndView("site/project", Map.of("budget", view, "proposal", proposal))
                .addObject("project", projects.card(proposal))
                .addObject("pictures", projects.files(proposal, "image/"))
                .addObject("poll", poll(view, proposal))
                .addObject("line", line(view, proposal).orElse(null))
                .addObject("works", views.works().works(budget, project).orElse(null))
                .addObject(
                        "into",
                        Optional.ofNullable(proposal.mergedInto())
                                .flatMap(into -> projects.card(budget, into))
                                .orElse(null));
    }

    private static @Nullable String poll(BudgetView budget, ProposalView proposal) {
        return budget.parts().stream()
                .filter(part -> part.part().equals(proposal.row().part()))
                .map(BudgetView.PartView::poll)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    /** How it came out; empty before that is declared. */
    private Optional<OutcomeStory.Line> line(BudgetView budget, ProposalView proposal) {
        return proposal.verdict() == null
                ? Optional.empty()
                : story.parts(budget).stream()
                        .flatMap(part -> part.lines().stream())
                        .filter(line ->
                                line.standing().proposal().equals(proposal.row().proposal()))
                        .findFirst();
    }
}
