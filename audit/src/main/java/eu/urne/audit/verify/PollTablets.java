package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.TabletFigures;
import eu.urne.audit.event.PollEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Check 8 of the tablets of a poll: its close has waited for each, or two persons have written it off
 * (docs/formats/events.md, section 1).
 */
final class PollTablets {
    private static final String TABLET = "booth";

    private final Poll poll;
    private final Findings findings;
    private final Map<String, Tablet> tablets = new TreeMap<>();
    private boolean ended;

    /** What is known of a tablet that takes part. */
    private static final class Tablet {
        private final Set<String> askedBy = new HashSet<>();
        private final List<String> reasons = new ArrayList<>();
        private Place latestAsking = Place.NONE;
        private boolean emptied;
        private boolean writtenOff;

        private boolean isAwaited() {
            return !emptied && !writtenOff;
        }

        /** Whether a second person has asked, and nothing is said of it yet. */
        private boolean isDue() {
            return askedBy.size() > 1 && !writtenOff;
        }
    }

    PollTablets(Poll poll, Findings findings) {
        this.poll = poll;
        this.findings = findings;
    }

    void enrol(Place place, PollEvent.TabletEnrolled event) {
        if ((poll.phase != Poll.Phase.DEFINED && poll.phase != Poll.Phase.OPEN) || ended) {
            outOfPlace(place, "TabletEnrolled");
        }
        checkTeller(place, event.tablet());
        if (tablets.putIfAbsent(event.tablet(), new Tablet()) != null) {
            wrong(place, "the tablet " + event.tablet() + " is enrolled a second time");
        }
    }

    void end(Place place) {
        if (poll.phase != Poll.Phase.OPEN || ended) {
            outOfPlace(place, "VotingEnded");
        }
        ended = true;
    }

    void empty(Place place, PollEvent.TabletEmptied event) {
        checkEnded(place, "TabletEmptied");
        checkTeller(place, event.tablet());
        Tablet tablet = awaited(place, event.tablet());
        tablet.emptied = true;
    }

    void ask(Place place, PollEvent.TabletWriteOffAsked event) {
        checkEnded(place, "TabletWriteOffAsked");
        if (!event.by().equals(place.by())) {
            wrong(
                    place,
                    "the tablet " + event.tablet() + " is given up by '" + event.by() + "', but the entry is by '"
                            + place.by() + "'");
        }
        Tablet tablet = awaited(place, event.tablet());
        if (!tablet.askedBy.add(event.by())) {
            wrong(place, "'" + event.by() + "' gives up the tablet " + event.tablet() + " a second time");
        }
        tablet.reasons.add(event.reason());
        tablet.latestAsking = place;
    }

    void writeOff(Place place, PollEvent.TabletWrittenOff event) {
        checkEnded(place, "TabletWrittenOff");
        Tablet tablet = awaited(place, event.tablet());
        boolean byTwo = tablet.isDue()
                && place.isOfCommandOf(tablet.latestAsking)
                && place.index() == tablet.latestAsking.index() + 1;
        if (!byTwo) {
            wrong(
                    place,
                    "the tablet " + event.tablet() + " is written off, but not directly behind the asking of a second"
                            + " person");
        }
        tablet.writtenOff = true;
    }

    /** The tablet that an event speaks of; one that does not take part, or is done with, is a finding. */
    private Tablet awaited(Place place, String name) {
        Tablet tablet = tablets.get(name);
        if (tablet == null) {
            wrong(place, "the tablet " + name + " takes no part in the poll '" + poll.id + "'");
            return new Tablet();
        }
        if (!tablet.isAwaited()) {
            wrong(place, "the tablet " + name + " is " + (tablet.emptied ? "emptied" : "written off") + " already");
        }
        return tablet;
    }

    /** A tablet speaks for itself: none of the staff can say in its place that nothing waits. */
    private void checkTeller(Place place, String tablet) {
        if (!place.by().equals(TABLET)) {
            wrong(place, "the tablet " + tablet + " does not speak for itself: the entry is by '" + place.by() + "'");
        }
    }

    private void checkEnded(Place place, String event) {
        if (poll.phase != Poll.Phase.OPEN || !ended) {
            outOfPlace(place, event);
        }
    }

    /** Finds tablets on which ballots may have waited when the poll was closed. */
    void close(Place place) {
        List<String> awaited = tablets.entrySet().stream()
                .filter(tablet -> tablet.getValue().isAwaited())
                .map(Map.Entry::getKey)
                .toList();
        if (!awaited.isEmpty()) {
            wrong(
                    place,
                    "the poll '" + poll.id + "' is closed before " + awaited.size() + " of its " + tablets.size()
                            + " tablets are emptied or written off, the first of them " + awaited.getFirst());
        }
    }

    /** Finds tablets that two persons have given up without a verdict. */
    void end() {
        tablets.forEach((name, tablet) -> {
            if (tablet.isDue()) {
                wrong(
                        tablet.latestAsking,
                        "two persons have given up the tablet " + name + ", but the log does not write it off");
            }
        });
    }

    /** Gives how many took part, and why the close did not wait for some. */
    TabletFigures figures() {
        List<String> writtenOff = tablets.values().stream()
                .filter(tablet -> tablet.writtenOff)
                .map(tablet -> String.join(" / ", tablet.reasons))
                .toList();
        return new TabletFigures(tablets.size(), writtenOff);
    }

    private void outOfPlace(Place place, String event) {
        String state = poll.phase == Poll.Phase.OPEN
                ? ended ? "open and its vote ended" : "open and its vote goes on"
                : poll.phase.words();
        wrong(place, event + " does not stand in its place: the poll '" + poll.id + "' is " + state);
    }

    private void wrong(Place place, String text) {
        findings.entry(Check.POLLS, place.index(), text);
    }
}
