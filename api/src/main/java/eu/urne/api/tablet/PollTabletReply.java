package eu.urne.api.tablet;

import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TabletId;
import eu.urne.projections.PollTablet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tablet on which people vote in a poll, as the staff sees it.
 *
 * @param name as the staff calls it
 * @param site id of the site where it stands
 * @param asked who has asked not to wait for it any more, and why
 * @param lastSeen by the server's clock; null before its first sign of life
 * @param waiting ballots of the poll that wait on it, as it has told last
 */
public record PollTabletReply(
        TabletId tablet,
        String name,
        String site,
        PollTablet.State state,
        List<PollTablet.WriteOff> asked,
        @Nullable Instant lastSeen,
        long waiting) {

    static PollTabletReply of(PollId poll, PollTablet told, @Nullable EnrolledTablet known) {
        return new PollTabletReply(
                told.tablet(),
                known == null ? told.tablet().hex() : known.name(),
                known == null ? "" : known.site(),
                told.state(),
                told.asked(),
                known == null ? null : known.lastSeen(),
                known == null ? 0 : known.waiting().getOrDefault(poll, 0L));
    }
}
