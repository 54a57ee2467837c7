package eu.urne.api.desk;

import eu.urne.api.tablet.PollSites;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.roll.EligibilityRule;
import eu.urne.projections.PollView;
import eu.urne.projections.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which polls a user may see at the desk: those in which people of her sites may vote. */
public final class PollAccess {

    /**
     * A poll with its definition as it was read.
     *
     * @param view as the views have it
     */
    public record Poll(PollView view, PollDefinition definition) {

        /** The terms of the definition. */
        public PollTerms terms() {
            return definition.terms();
        }
    }

    private final Views views;

    /** Polls of these views. */
    public PollAccess(Views views) {
        this.views = views;
    }

    /**
     * A poll that the user may see.
     *
     * @throws ProblemException if there is no such poll, or it is another site's
     */
    public Poll poll(PollId id, DeskUser user) {
        PollView view = views.polls()
                .poll(id)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no poll " + id));
        Poll poll = new Poll(view, PollDefinition.read(view.definition()));
        if (!admits(poll.terms().who(), user)) {
            throw new ProblemException(Problem.NOT_AUTHORISED, "this poll is of other sites than yours");
        }
        return poll;
    }

    /** Whether there is such a poll and the user may see it. */
    boolean sees(PollId id, DeskUser user) {
        return views.polls()
                .poll(id)
                .map(view ->
                        admits(PollDefinition.read(view.definition()).terms().who(), user))
                .orElse(false);
    }

    /**
     * Refuses a user who is limited to sites what concerns all of them.
     *
     * @throws ProblemException if the user is limited
     */
    static void unlimited(DeskUser user) {
        if (!user.sites().isEmpty()) {
            throw new ProblemException(
                    Problem.NOT_AUTHORISED, "this concerns other sites than yours too; ask somebody without limits");
        }
    }

    /**
     * Whether the user may end the vote for everybody: a trustee may, and an animator of all the poll's sites.
     *
     * @param poll one that the user may see
     */
    static boolean ends(Poll poll, DeskUser user) {
        return user.is(Role.TRUSTEE)
                || (user.is(Role.ANIMATOR)
                        && (user.sites().isEmpty()
                                || PollSites.covered(poll.terms().who(), user.sites())));
    }

    /** All polls that the user may see, in the order of their definition. */
    public List<PollView> all(DeskUser user) {
        return views.polls().all().stream()
                .map(poll -> views.polls().poll(poll.poll()).orElseThrow())
                .filter(poll -> user.sites().isEmpty()
                        || admits(PollDefinition.read(poll.definition()).terms().who(), user))
                .toList();
    }

    private static boolean admits(@Nullable EligibilityRule who, DeskUser user) {
        return user.sites().isEmpty() || user.sites().stream().anyMatch(site -> PollSites.admit(who, site));
    }
}
