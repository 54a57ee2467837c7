package eu.urne.api.site;

import eu.urne.api.web.Everybody;
import eu.urne.engine.Engine;
import eu.urne.engine.council.Council;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.DrawId;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The draw of the members of a council, told as a story, and shown to a room while it happens. */
@Controller
@Everybody
public final class DrawPages {

    private static final String ON = "on";

    private final Engine engine;
    private final Clock clock;

    /** Pages of the draws of this engine, on this clock. */
    public DrawPages(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * What of the ceremony is shown.
     *
     * @param shown how many cells show who was drawn
     * @param next the step behind this one; null where all is shown
     * @param refresh whether the page loads itself anew while the randomness is waited for
     */
    public record Ceremony(int shown, @Nullable Integer next, boolean refresh) {

        /** By the step that was asked for: all where none was. */
        static Ceremony of(DrawStory story, @Nullable Integer step, boolean refresh) {
            int cells = story.result() == null ? 0 : story.result().cells().size();
            int shown = step == null ? cells : Math.max(0, Math.min(step, cells));
            boolean waits = story.stage() == DrawStory.Stage.FROZEN || story.stage() == DrawStory.Stage.TOLD;
            return new Ceremony(shown, shown < cells ? shown + 1 : null, refresh && waits);
        }
    }

    @GetMapping("/draws/{draw}")
    ModelAndView draw(@PathVariable DrawId draw) {
        return page("site/draw", draw, story(draw));
    }

    @GetMapping("/draws/{draw}/ceremony")
    ModelAndView ceremony(
            @PathVariable DrawId draw,
            @RequestParam(required = false) @Nullable Integer step,
            @RequestParam(defaultValue = "") String refresh) {
        DrawStory story = story(draw);
        return page("site/ceremony", draw, story).addObject("ceremony", Ceremony.of(story, step, refresh.equals(ON)));
    }

    private DrawStory story(DrawId id) {
        CouncilDraw draw = engine.draws().draw(id);
        if (draw instanceof CouncilDraw.Unannounced) {
            throw Unknown.draw(id).get();
        }
        return DrawStory.of(draw);
    }

    private ModelAndView page(String view, DrawId draw, DrawStory story) {
        return new ModelAndView(
                view,
                Map.of(
                        "draw",
                        draw,
                        "story",
                        story,
                        "terms",
                        story.terms(),
                        "council",
                        terms(story.terms().council()),
                        "now",
                        clock.millis()));
    }

    private CouncilTerms terms(CouncilId id) {
        if (engine.draws().council(id) instanceof Council.Established council) {
            return council.terms();
        }
        throw Unknown.council(id).get();
    }
}
