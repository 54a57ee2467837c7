package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.event.RegisterFigures;
import java.util.List;

/** The order of a poll's events and the rules that opening and close share (docs/formats/events.md, section 1). */
final class PollOrder {
    private final String registerOrigin;
    private final Findings findings;

    PollOrder(String publicOrigin, Findings findings) {
        this.registerOrigin = publicOrigin + "/register";
        this.findings = findings;
    }

    /**
     * Takes a poll to its next phase, which is due only in some; out of order it is a finding, but the poll goes on.
     */
    void step(Poll poll, Place place, String event, Poll.Phase next, Poll.Phase... due) {
        boolean inOrder = List.of(due).contains(poll.phase);
        if (!inOrder) {
            findings.entry(
                    Check.POLLS,
                    place.index(),
                    event + " does not stand in its place: the poll '" + poll.id + "' is " + poll.phase.words());
        }
        if (inOrder || poll.phase.compareTo(next) < 0) {
            poll.phase = next;
            poll.reachedAt.putIfAbsent(next, place.at());
        }
    }

    /** Checks that an event is of the same command as the one of the poll before it. */
    void sameCommand(Poll poll, Place place, String event, String before) {
        if (!place.isOfCommandOf(poll.latest)) {
            findings.entry(
                    Check.POLLS,
                    place.index(),
                    event + " of the poll '" + poll.id + "' is not of the same command as the " + before
                            + " before it");
        }
    }

    /** Checks the figures of the register that hold at opening and close. */
    void checkRegister(Place place, RegisterFigures figures) {
        if (!figures.checkpoint().origin().equals(registerOrigin)) {
            findings.entry(
                    Check.POLLS,
                    place.index(),
                    "the register's checkpoint has the origin '"
                            + figures.checkpoint().origin() + "' instead of '" + registerOrigin + "'");
        }
        if (figures.handedOut() > figures.admitted()) {
            findings.entry(
                    Check.POLLS,
                    place.index(),
                    figures.handedOut() + " cards are handed out to only " + figures.admitted() + " persons admitted");
        }
    }
}
