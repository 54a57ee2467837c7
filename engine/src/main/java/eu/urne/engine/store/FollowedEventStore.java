package eu.urne.engine.store;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Axon's event store on a log; whoever follows it sees at once what any node has appended, not at the next look. */
public final class FollowedEventStore extends EmbeddedEventStore {

    private FollowedEventStore(Builder builder, SequencedLog log) {
        super(builder);
        log.whenOthersAppend(() -> afterCommit(List.of()));
    }

    /** The event store on this storage of that log. */
    public static FollowedEventStore on(EventStorageEngine storage, SequencedLog log) {
        return new FollowedEventStore(builder().storageEngine(storage), log);
    }

    /**
     * The same, which looks by itself so often only.
     *
     * @param lookMs from one look to the next, milliseconds
     */
    static FollowedEventStore on(EventStorageEngine storage, SequencedLog log, long lookMs) {
        return new FollowedEventStore(builder().storageEngine(storage).fetchDelay(lookMs), log);
    }
}
