package eu.urne.api.desk;

import eu.urne.api.tablet.EnrolledTablet;
import eu.urne.engine.poll.PollId;
import eu.urne.projections.PollTablet.State;
import eu.urne.projections.Views;
import eu.urne.projections.VotingPoll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What may be lost with a tablet that is removed.
 *
 * @param polls those of which ballots wait on it, and the open ones for which it has not told that it is empty
 */
public record TabletLoss(List<OfPoll> polls) {

    /**
     * What may be lost in a poll.
     *
     * @param waiting ballots that wait, as the tablet has told last; 0 for none that is known
     */
    public record OfPoll(String title, long waiting) {}

    /** A copy that nobody can change. */
    public TabletLoss {
        polls = List.copyOf(polls);
    }

    /** What the desk and the log know of a tablet. */
    static TabletLoss of(EnrolledTablet tablet, Views views) {
        Set<PollId> open = views.polls().voting().stream()
                .map((VotingPoll voting) -> voting.poll().poll())
                .collect(Collectors.toSet());
        Map<PollId, State> states = views.polls().statesOf(tablet.tablet());
        Set<String> ids = new TreeSet<>();
        tablet.waiting().keySet().forEach(poll -> ids.add(poll.value()));
        open.stream().filter(poll -> states.get(poll) == State.WAITING).forEach(poll -> ids.add(poll.value()));
        List<OfPoll> polls = new ArrayList<>();
        for (String id : ids) {
            PollId poll = new PollId(id);
            polls.add(new OfPoll(
                    views.polls().title(poll).orElse(id), tablet.waiting().getOrDefault(poll, 0L)));
        }
        return new TabletLoss(polls);
    }

    /** Ballots of all polls that wait. */
    public long waiting() {
        return polls.stream().mapToLong(OfPoll::waiting).sum();
    }
}
