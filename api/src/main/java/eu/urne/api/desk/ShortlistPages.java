package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Part;
import eu.urne.engine.budget.Site;
import eu.urne.projections.BudgetView;
import eu.urne.projections.ProposalFilter;
import eu.urne.projections.ProposalRow;
import eu.urne.projections.ProposalState;
import eu.urne.projections.Views;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is voted on in a part of a budget, chosen among the proposals that are ready. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping("/desk/budgets/{budget}/parts/{part}/shortlist")
public final class ShortlistPages {

    /** A form has two fields for each. */
    private static final int MOST_SHOWN = 400;

    private final Engine engine;
    private final Views views;
    private final DeskCommands commands;
    private final DeskTexts texts;

    /** Pages that have shortlists published in this engine. */
    public ShortlistPages(Engine engine, Views views, DeskCommands commands, DeskTexts texts) {
        this.engine = engine;
        this.views = views;
        this.commands = commands;
        this.texts = texts;
    }

    /** A part with its budget. */
    private record Asked(BudgetView view, Part part) {

        BudgetTerms terms() {
            return view.terms();
        }
    }

    /** The proposals that are ready, and how people will vote on them. */
    @GetMapping
    ModelAndView choose(@PathVariable BudgetId budget, @PathVariable String part, DeskUser user) {
        Asked asked = asked(budget, part, user);
        List<ProposalRow> ready = ready(asked);
        return page(asked, ready, ShortlistForm.fresh(titles(ready)), 200);
    }

    /** Publishes the shortlist, and defines the part's poll. */
    @PostMapping
    ModelAndView publish(
            @PathVariable BudgetId budget,
            @PathVariable String part,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        Asked asked = asked(budget, part, user);
        ShortlistForm form = ShortlistForm.of(fields);
        Optional<ProblemException> problem = commands.attempt(
                () -> engine.budgets().shortlist(budget, form.draft(asked.terms(), asked.part()), origin));
        if (problem.isPresent()) {
            ShortlistForm refused =
                    new ShortlistForm(form.typed().refused(problem.get().sentence()));
            return page(
                    asked,
                    ready(asked),
                    refused,
                    problem.get().problem().status().value());
        }
        flash.addFlashAttribute("notice", texts.text("office.shortlist.done"));
        return new ModelAndView("redirect:/desk/budgets/{budget}");
    }

    private Asked asked(BudgetId budget, String part, DeskUser user) {
        PollAccess.unlimited(user);
        BudgetView view = views.budgets()
                .budget(budget)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no budget " + budget));
        Part known = view.terms()
                .part(part)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no such part"));
        return new Asked(view, known);
    }

    /** Those that have a cost and a study, confirmed where the budget demands it, and that belong to the part. */
    private List<ProposalRow> ready(Asked asked) {
        Stream<ProposalState> states = asked.terms().rules().fourEyes()
                ? Stream.of(ProposalState.CONFIRMED, ProposalState.SHORTLISTED)
                : Stream.of(ProposalState.STUDIED, ProposalState.CONFIRMED, ProposalState.SHORTLISTED);
        return states.flatMap(state -> views
                        .proposals()
                        .list(asked.view().budget(), new ProposalFilter(true, state, null, null, null), 0, MOST_SHOWN)
                        .items()
                        .stream())
                .filter(row -> row.cents() != null && belongs(row, asked))
                .sorted(Comparator.comparingLong(ProposalRow::submittedMs))
                .limit(MOST_SHOWN)
                .toList();
    }

    private static boolean belongs(ProposalRow row, Asked asked) {
        String part = asked.part().id();
        return switch (asked.terms().split()) {
            case NONE -> true;
            case SITE -> row.site().equals(part);
            case DISTRICT ->
                asked.terms()
                        .site(row.site())
                        .map(Site::district)
                        .filter(part::equals)
                        .isPresent();
            case THEME -> row.category().equals(part);
        };
    }

    private Map<String, String> titles(List<ProposalRow> ready) {
        return ready.stream()
                .collect(Collectors.toMap(
                        row -> row.proposal().value(),
                        row -> Objects.requireNonNullElseGet(row.title(), () -> engine.blobs()
                                .idea(row.text())
                                .map(IdeaText::title)
                                .orElse(""))));
    }

    private static ModelAndView page(Asked asked, List<ProposalRow> ready, ShortlistForm form, int status) {
        return new ModelAndView(
                "desk/shortlist",
                Map.of(
                        "view", asked.view(),
                        "part", asked.part(),
                        "ready", ready,
                        "typed", form.typed(),
                        "kinds", ShortlistForm.Ballot.values(),
                        "rules", ShortlistForm.Count.values(),
                        "ties", ShortlistForm.Tie.values()),
                HttpStatusCode.valueOf(status));
    }
}
