package eu.urne.api.desk;

import eu.urne.api.tablet.EnrolledTablet;
import eu.urne.api.tablet.Enrolment;
import eu.urne.api.tablet.TabletPlace;
import eu.urne.api.tablet.Tablets;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.poll.TabletId;
import eu.urne.projections.Views;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tablets of the user's sites: making them known, what waits on them, and forgetting them. */
@DeskPage
@Allowed({Role.ANIMATOR, Role.ADMIN})
@RequestMapping(TabletPages.PATH)
public final class TabletPages {

    static final String PATH = "/desk/tablets";

    private final Tablets tablets;
    private final Views views;
    private final DeskTexts texts;

    /** Pages of these tablets. */
    public TabletPages(Tablets tablets, Views views, DeskTexts texts) {
        this.tablets = tablets;
        this.views = views;
        this.texts = texts;
    }

    /** All of the user's sites, and a form for another. */
    @GetMapping
    ModelAndView list(DeskUser user) {
        String site = user.sites().size() == 1 ? user.sites().iterator().next() : "";
        return list(user, site, "", "", 200);
    }

    private ModelAndView list(DeskUser user, String site, String name, String problem, int status) {
        return new ModelAndView(
                "desk/tablets",
                Map.of(
                        "tablets",
                        visible(user),
                        "site",
                        site,
                        "typed",
                        name,
                        "problem",
                        problem,
                        "sites",
                        user.sites()),
                HttpStatusCode.valueOf(status));
    }

    private List<EnrolledTablet> visible(DeskUser user) {
        return tablets.list().stream().filter(tablet -> user.at(tablet.site())).toList();
    }

    /** A code with which one tablet becomes known, shown once. */
    @PostMapping
    ModelAndView enrol(
            @RequestParam(defaultValue = "") String site, @RequestParam(defaultValue = "") String name, DeskUser user) {
        try {
            TabletPlace place = new TabletPlace(site.strip(), name);
            if (!user.at(place.site())) {
                throw new ProblemException(Problem.NOT_AUTHORISED, "site: it is not one of yours");
            }
            Enrolment enrolment = tablets.newEnrolment(place, "staff/" + user.pseudonym());
            return new ModelAndView("desk/tablet-code", Map.of("enrolment", enrolment, "place", place));
        } catch (IllegalArgumentException e) {
            return list(user, site, name, String.valueOf(e.getMessage()), 422);
        } catch (ProblemException e) {
            return list(user, site, name, e.sentence(), e.problem().status().value());
        }
    }

    /** A tablet, before it is forgotten. */
    @GetMapping("/{tablet}")
    ModelAndView tablet(@PathVariable TabletId tablet, DeskUser user) {
        return tablet(known(tablet, user), "", 200);
    }

    private ModelAndView tablet(EnrolledTablet known, String problem, int status) {
        return new ModelAndView(
                "desk/tablet",
                Map.of("tablet", known, "loss", TabletLoss.of(known, views), "problem", problem),
                HttpStatusCode.valueOf(status));
    }

    /**
     * Forgets a tablet: it gets no answers any more.
     *
     * @param sure how many ballots the person knows that may be lost, where any may; empty for not asked
     */
    @PostMapping("/{tablet}/remove")
    ModelAndView remove(
            @PathVariable TabletId tablet,
            @RequestParam(defaultValue = "") String sure,
            DeskUser user,
            RedirectAttributes flash) {
        EnrolledTablet known = known(tablet, user);
        TabletLoss loss = TabletLoss.of(known, views);
        if (!loss.polls().isEmpty() && !sure.equals(Long.toString(loss.waiting()))) {
            return tablet(known, "sure: " + loss.waiting() + " ballots wait on this tablet; say that you know it", 409);
        }
        tablets.remove(tablet);
        flash.addFlashAttribute("notice", texts.text("desk.tablets.removed", known.name()));
        return new ModelAndView("redirect:" + PATH);
    }

    private EnrolledTablet known(TabletId tablet, DeskUser user) {
        EnrolledTablet known = tablets.find(tablet)
                .filter(each -> !each.removed())
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no such tablet"));
        if (!user.at(known.site())) {
            throw new ProblemException(Problem.NOT_AUTHORISED, "this tablet is of another site than yours");
        }
        return known;
    }
}
