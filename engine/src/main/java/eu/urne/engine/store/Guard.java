package eu.urne.engine.store;

import java.util.List;

/**
 * What the writer checks for an event, and what it establishes by it. A pure function of the event: the same on every
 * store, so that a verdict follows from the order of the log alone.
 */
@FunctionalInterface
public interface Guard {

    /** Guards nothing. */
    Guard NONE = event -> Terms.NONE;

    /**
     * The terms of an append.
     *
     * @param conditions checked in this order, the first that fails refuses the append
     * @param makes claims established by the event
     */
    record Terms(List<Condition> conditions, List<Claim> makes) {

        /** No condition, no claim. */
        public static final Terms NONE = new Terms(List.of(), List.of());
    }

    /** The terms for this event. */
    Terms terms(Object event);
}
