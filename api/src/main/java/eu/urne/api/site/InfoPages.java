package eu.urne.api.site;

import eu.urne.api.open.PublisherSettings;
import eu.urne.api.web.Everybody;
import eu.urne.engine.budget.Phase;
import eu.urne.projections.BudgetSummary;
import eu.urne.projections.PollState;
import eu.urne.projections.Views;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages that explain: open data, accessibility, privacy, legal notice, and how all pages look. */
@Controller
@Everybody
public final class InfoPages {

    private final Views views;
    private final PublisherSettings publisher;

    /** Pages of who publishes this, about what these views have. */
    public InfoPages(Views views, PublisherSettings publisher) {
        this.views = views;
        this.publisher = publisher;
    }

    @GetMapping("/open-data")
    ModelAndView openData() {
        return new ModelAndView("site/open-data", Map.of("publisher", publisher))
                .addObject("licence", publisher.licence().orElse(null))
                .addObject(
                        "polls",
                        views.polls().all().stream()
                                .filter(poll -> poll.state() == PollState.DECLARED)
                                .toList())
                .addObject(
                        "budgets",
                        views.budgets().all().stream()
                                .filter(InfoPages::hasOutcome)
                                .toList());
    }

    private static boolean hasOutcome(BudgetSummary budget) {
        return budget.phase().compareTo(Phase.OUTCOME) >= 0;
    }

    @GetMapping("/accessibility")
    ModelAndView accessibility() {
        return page("accessibility");
    }

    @GetMapping("/privacy")
    ModelAndView privacy() {
        return page("privacy");
    }

    @GetMapping("/legal")
    ModelAndView legal() {
        return page("legal");
    }

    @GetMapping("/styleguide")
    ModelAndView styleguide() {
        return page("styleguide");
    }

    private ModelAndView page(String name) {
        return new ModelAndView("site/" + name, Map.of("publisher", publisher));
    }
}
