package eu.urne.api.tablet;

import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TabletId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tablet that was made known, as the desk sees it.
 *
 * @param name as the staff calls it
 * @param site id of the site where it stands
 * @param lastSeen by the server's clock; null before its first sign of life
 * @param waiting ballots that wait on it by poll, as it has told last; only those above 0
 * @param removed whether it is not known any more
 */
public record EnrolledTablet(
        TabletId tablet,
        String name,
        String site,
        @Nullable Instant lastSeen,
        Map<PollId, Long> waiting,
        boolean removed) {

    /** A copy that nobody can change. */
    public EnrolledTablet {
        waiting = Map.copyOf(waiting);
    }
}
