package eu.urne.api.site;

import eu.urne.api.web.Everybody;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionId;
import eu.urne.projections.MeetingView;
import eu.urne.projections.MotionView;
import eu.urne.projections.Views;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The meetings of councils and what is voted on there: seats and numbers, never names. */
@Controller
@Everybody
public final class MeetingPages {

    private final KeptTexts texts;
    private final Views views;

    /** Pages of what these views have, with the texts that the engine keeps. */
    public MeetingPages(Engine engine, Views views) {
        this.texts = new KeptTexts(engine);
        this.views = views;
    }

    @GetMapping("/councils/{council}/meetings/{meeting}")
    ModelAndView meeting(@PathVariable CouncilId council, @PathVariable MeetingId meeting) {
        MeetingView view = views.councils().meeting(council, meeting).orElseThrow(Unknown.meeting(meeting));
        MeetingStory story = MeetingStory.of(view);
        return new ModelAndView("site/meeting", Map.of("council", terms(council), "story", story))
                .addObject("facts", view.meeting().facts())
                .addObject("card", new CouncilShelf.MeetingCard(meeting, view.meeting()))
                .addObject("texts", texts.of(story.texts()))
                .addObject(
                        "minutes",
                        views.councils()
                                .minutes(council, meeting)
                                .filter(minutes -> minutes.minutes().published() != null)
                                .isPresent())
                .addObject(
                        "motions",
                        view.motions().stream()
                                .flatMap(id -> views.councils().motion(council, id).stream())
                                .map(motion -> new CouncilShelf.MotionCard(motion.id(), motion.motion()))
                                .toList());
    }

    @GetMapping("/councils/{council}/motions/{motion}")
    ModelAndView motion(@PathVariable CouncilId council, @PathVariable MotionId motion) {
        MotionView view = views.councils().motion(council, motion).orElseThrow(Unknown.motion(motion));
        MotionStory story = MotionStory.of(view);
        return new ModelAndView("site/motion", Map.of("council", terms(council), "story", story))
                .addObject("terms", view.terms())
                .addObject("card", new CouncilShelf.MotionCard(motion, view.motion()))
                .addObject("texts", texts.of(story.texts()));
    }

    private CouncilTerms terms(CouncilId id) {
        return views.councils()
                .council(id)
                .orElseThrow(Unknown.council(id))
                .council()
                .terms();
    }
}
