package eu.urne.api.pages;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Frontend;
import eu.urne.projections.PollState;
import eu.urne.projections.PollSummary;
import eu.urne.projections.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a browser verifies the public log, or one poll, and counts again. */
@Controller
@Everybody
public final class VerifyPage {

    private final Frontend frontend;
    private final Views views;

    /** A page with this script; polls are offered as these views tell them. */
    public VerifyPage(Frontend frontend, Views views) {
        this.frontend = frontend;
        this.views = views;
    }

    /**
     * A poll of which there is evidence.
     *
     * @param id of the poll
     * @param title as the city words it
     */
    public record Choice(String id, String title) {}

    /** The page; {@code poll} chooses one of the polls beforehand, and is ignored where there is no evidence of it. */
    @GetMapping("/verify")
    ModelAndView verify(@RequestParam(defaultValue = "") String poll, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        List<Choice> polls = views.polls().all().stream()
                .filter(each -> each.state().compareTo(PollState.SEALED) >= 0)
                .map(VerifyPage::choice)
                .toList();
        return new ModelAndView("verify", Map.of("script", frontend.script("verify"), "polls", polls, "asked", poll));
    }

    private static Choice choice(PollSummary poll) {
        return new Choice(poll.poll().value(), poll.title());
    }
}
