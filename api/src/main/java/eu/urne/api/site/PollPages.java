package eu.urne.api.site;

import eu.urne.api.web.Everybody;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.participation.Cell;
import eu.urne.engine.poll.BudgetPart;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.projections.OutcomeView;
import eu.urne.projections.PollView;
import eu.urne.projections.Turnout;
import eu.urne.projections.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a poll: how to vote, how many did, and what came of it once that is declared; no total before. */
@Controller
@Everybody
public final class PollPages {

    private final Views views;
    private final PageWords words;

    /** Pages of what these views have. */
    public PollPages(Views views, PageWords words) {
        this.views = views;
        this.words = words;
    }

    /**
     * An option with what came of it.
     *
     * @param verdict in a sentence; null before the outcome is declared
     * @param score in words; null before
     * @param won whether it is selected
     */
    public record Choice(
            PollOption option,
            @Nullable String verdict,
            @Nullable String score,
            boolean won,
            long rank) {}

    @GetMapping("/polls/{poll}")
    ModelAndView poll(@PathVariable PollId poll) {
        PollView view = views.polls().poll(poll).orElseThrow(Unknown.poll(poll));
        Turnout turnout = views.polls().turnout(poll).orElseThrow(Unknown.poll(poll));
        PollDefinition definition = PollDefinition.read(view.definition());
        Optional<OutcomeView> outcome = views.polls().outcome(poll);
        ModelAndView page = new ModelAndView("site/poll", Map.of("poll", view, "turnout", turnout))
                .addObject("terms", definition.terms())
                .addObject("kind", words.kind(definition.terms().limits()))
                .addObject("choices", choices(definition, outcome))
                .addObject("outcome", outcome.map(OutcomeView::outcome).orElse(null));
        BudgetPart of = definition.terms().of();
        Optional<BudgetTerms> budget = Optional.ofNullable(of).flatMap(part -> terms(new BudgetId(part.budget())));
        page.addObject("budget", budget.orElse(null));
        page.addObject(
                "until",
                budget.map(terms -> terms.calendar().day(Phase.OUTCOME)).orElse(null));
        page.addObject("sites", sites(poll, budget));
        return page;
    }

    private Optional<BudgetTerms> terms(BudgetId budget) {
        return views.budgets().terms(budget);
    }

    private List<Choice> choices(PollDefinition definition, Optional<OutcomeView> outcome) {
        PollTerms terms = definition.terms();
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < definition.options().size(); i++) {
            PollOption option = definition.options().get(i);
            if (outcome.isEmpty()) {
                choices.add(new Choice(option, null, null, false, i));
                continue;
            }
            OptionVerdict verdict = outcome.get().scores().get(i);
            int place = outcome.get().outcome().selected().indexOf(option.id());
            String currency = terms.budget() == null ? "EUR" : terms.budget().currency();
            choices.add(new Choice(
                    option,
                    words.verdict(terms.limits(), verdict, currency, false),
                    words.score(terms.limits(), verdict.score()),
                    place >= 0,
                    place >= 0 ? place - Integer.MAX_VALUE : -verdict.score()));
        }
        return choices.stream().sorted(Comparator.comparingLong(Choice::rank)).toList();
    }

    /** Participation at a site. */
    public record SiteFigures(
            String name, @Nullable Long admitted, @Nullable Long voters) {}

    /** Who took part, site by site, as published at the close; empty before. */
    private List<SiteFigures> sites(PollId poll, Optional<BudgetTerms> budget) {
        return views.polls().participation(poll).stream()
                .flatMap(published -> published.bySite().stream())
                .filter(cell -> !cell.id().equals("-"))
                .map(cell -> new SiteFigures(name(cell, budget), cell.admitted(), cell.voters()))
                .toList();
    }

    private String name(Cell cell, Optional<BudgetTerms> budget) {
        return budget.map(terms -> words.site(terms, cell.id())).orElse(cell.id());
    }
}
