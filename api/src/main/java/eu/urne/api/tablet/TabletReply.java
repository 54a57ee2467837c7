package eu.urne.api.tablet;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollId;
import eu.urne.projections.PollState;
import java.util.List;

/**
 * What a tablet is told when it gives a sign of life.
 *
 * @param name as the staff calls it
 * @param site id of the site where it stands
 * @param polls that are open and not closed, in the order of their definition
 */
record TabletReply(String name, String site, List<TabletPoll> polls) {

    /**
     * A poll in which people may vote on the tablet.
     *
     * @param title as the city words it
     * @param hash of the definition
     * @param ended whether the booths are locked
     * @param joined whether the tablet takes part
     * @param emptied whether nothing of the tablet is waited for: it has told that no ballot waits, or is written off
     */
    record TabletPoll(
            PollId poll, String title, PollState state, Hash hash, boolean ended, boolean joined, boolean emptied) {}
}
