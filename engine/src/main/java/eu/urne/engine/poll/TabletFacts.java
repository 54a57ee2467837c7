package eu.urne.engine.poll;

import eu.urne.engine.poll.PollEvent.TabletEmptied;
import eu.urne.engine.poll.PollEvent.TabletEnrolled;
import eu.urne.engine.poll.PollEvent.TabletWriteOffAsked;
import eu.urne.engine.poll.PollEvent.TabletWrittenOff;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a poll knows of the tablets on which people vote: ballots may wait on them until each has said that none does.
 *
 * @param ended whether the booths are locked
 * @param states of the tablets that take part
 */
public record TabletFacts(boolean ended, Map<TabletId, State> states) {

    /** No tablet yet. */
    static final TabletFacts NONE = new TabletFacts(false, Map.of());

    /** How far a tablet is. */
    public sealed interface State {

        /**
         * Ballots may wait on it.
         *
         * @param askedBy who has asked to write it off
         */
        record Waiting(Set<String> askedBy) implements State {}

        /** It has told that no ballot waits. */
        record Emptied() implements State {}

        /** Two persons do not wait for it any more. */
        record WrittenOff() implements State {}
    }

    /** The state of a tablet; null if it does not take part. */
    public @Nullable State of(TabletId tablet) {
        return states.get(tablet);
    }

    /** The tablets on which ballots may wait, by their ids. */
    public List<TabletId> awaited() {
        return states.entrySet().stream()
                .filter(tablet -> tablet.getValue() instanceof State.Waiting)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    TabletFacts asEnded() {
        return new TabletFacts(true, states);
    }

    TabletFacts with(TabletEnrolled enrolled) {
        return with(enrolled.tablet(), new State.Waiting(Set.of()));
    }

    TabletFacts with(TabletEmptied emptied) {
        return with(emptied.tablet(), new State.Emptied());
    }

    TabletFacts with(TabletWriteOffAsked asked) {
        Set<String> all = new TreeSet<>();
        if (of(asked.tablet()) instanceof State.Waiting(Set<String> before)) {
            all.addAll(before);
        }
        all.add(asked.by());
        return with(asked.tablet(), new State.Waiting(all));
    }

    TabletFacts with(TabletWrittenOff writtenOff) {
        return with(writtenOff.tablet(), new State.WrittenOff());
    }

    private TabletFacts with(TabletId tablet, State state) {
        Map<TabletId, State> all = new TreeMap<>(states);
        all.put(tablet, state);
        return new TabletFacts(ended, all);
    }
}
