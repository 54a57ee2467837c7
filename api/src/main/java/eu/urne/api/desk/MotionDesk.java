package eu.urne.api.desk;

import eu.urne.api.site.KeptTexts;
import eu.urne.api.site.MotionStory;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.OpinionAnswer;
import eu.urne.engine.council.Vote;
import eu.urne.engine.poll.MotionRule.Casting;
import eu.urne.engine.poll.PollId;
import eu.urne.projections.MotionView;
import eu.urne.projections.PollView;
import eu.urne.projections.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A motion for those who lead the meeting: its text, its debate, its vote and what became of it. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(MotionDesk.PAGE)
public final class MotionDesk {

    static final String PAGE = CouncilDesk.PAGE + "/motions/{motion}";

    private final Engine engine;
    private final Views views;
    private final MeetingFiles files;
    private final KeptTexts texts;
    private final Users users;

    /** Pages of the motions of this engine's councils. */
    public MotionDesk(Engine engine, Views views, Users users) {
        this.engine = engine;
        this.views = views;
        this.files = new MeetingFiles(engine);
        this.texts = new KeptTexts(engine);
        this.users = users;
    }

    /**
     * The poll of a secret vote.
     *
     * @param ballots how many cards it needs
     * @param printed how many it has
     * @param next what is done next, as pages of polls name it; empty for nothing
     * @param mine whether the user may go there
     */
    public record Secret(
            PollId poll, List<PollStages.Stage> stages, int ballots, long printed, String next, boolean mine) {

        /** Whether the poll has an outcome, and the motion can be declared. */
        public boolean isDeclared() {
            return next.isEmpty();
        }
    }

    /** A motion. */
    @GetMapping
    ModelAndView motion(
            @PathVariable CouncilId council, @PathVariable MotionId motion, DeskUser user, CommandOrigin asking) {
        var card = files.motion(council, motion, user);
        MeetingFiles.Sheet meeting = files.meetingOf(council, card, user);
        MotionView view = views.councils().motion(council, motion).orElseThrow();
        MotionSheet sheet = MotionSheet.of(card, view, meeting.card().meeting(), asking.by(), users::nameOf);
        MotionStory story = sheet.story();
        Map<String, Object> model = new HashMap<>(Map.of(
                "council", meeting.council().terms(),
                "meeting", meeting,
                "sheet", sheet,
                "story", story,
                "terms", sheet.terms(),
                "texts", texts.of(story.texts()),
                "votes", Vote.values(),
                "castings", Casting.values(),
                "answers", OpinionAnswer.values()));
        secret(story, user).ifPresent(secret -> model.put("secret", secret));
        return new ModelAndView("desk/motion", model);
    }

    private Optional<Secret> secret(MotionStory story, DeskUser user) {
        if (story.division() == null || story.division().poll() == null) {
            return Optional.empty();
        }
        PollId poll = story.division().poll();
        int ballots = story.division().ballots().size();
        return views.polls().poll(poll).map(view -> secret(view, ballots, user));
    }

    private Secret secret(PollView view, int ballots, DeskUser user) {
        PollId poll = view.poll();
        return new Secret(
                poll,
                PollStages.of(view),
                ballots,
                engine.polls().reconciliation(poll).orElseThrow().printed(),
                PollStages.next(view),
                user.is(Role.ANIMATOR, Role.CITY, Role.TRUSTEE));
    }
}
