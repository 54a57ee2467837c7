package eu.urne.engine.store;

import eu.urne.engine.RefusedException;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Axon's event storage on a {@link SequencedLog}: aggregate identifiers are streams, tracking tokens are positions.
 * Serialises and signs in the caller's thread; returns from {@link #appendEvents} when the events are durable and
 * covered by a checkpoint.
 */
public final class SequencedEventStorageEngine extends BatchingEventStorageEngine {

    private final SequencedLog log;
    private final Guard guard;
    private final Placements placements;

    private SequencedEventStorageEngine(Builder builder) {
        super(builder);
        this.log = builder.log;
        this.guard = builder.guard;
        this.placements = builder.placements;
    }

    /**
     * A builder for an engine on this log that lets the writer check these guards.
     *
     * @param placements is told where events have been placed
     */
    public static Builder builder(SequencedLog log, Guard guard, Placements placements) {
        return new Builder(log, guard, placements);
    }

    /** Settings of the engine; the serializer must write JSON. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private final SequencedLog log;
        private final Guard guard;
        private final Placements placements;

        private Builder(SequencedLog log, Guard guard, Placements placements) {
            this.log = log;
            this.guard = guard;
            this.placements = placements;
        }

        /** The engine. */
        public SequencedEventStorageEngine build() {
            return new SequencedEventStorageEngine(this);
        }
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<PendingEntry> entries = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            entries.add(pending(event, entries.size(), serializer));
        }
        switch (log.append(entries)) {
            case AppendResult.Appended appended -> placements.keep(appended);
            case AppendResult.Conflicted(Entry entry, String sentence) -> throw conflict(entry, sentence);
            case AppendResult.Refused(var refusal) -> throw new RefusedException(refusal);
        }
    }

    private PendingEntry pending(EventMessage<?> event, int number, Serializer serializer) {
        @Nullable
        String stream = event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : null;
        LogName logName = LogName.of(stream);
        Entry entry = entry(event, stream, number, serializer);
        return PendingEntry.of(logName, entry, log.codec(logName).seal(entry), guard.terms(event.getPayload()));
    }

    private static Entry entry(EventMessage<?> event, @Nullable String stream, int number, Serializer serializer) {
        Map<String, Object> given = event.getMetaData();
        SerializedObject<JsonNode> payload = serializer.serialize(event.getPayload(), JsonNode.class);
        String cause = (String) given.getOrDefault(EntryMeta.CAUSE, event.getIdentifier());
        Map<String, String> meta = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!StoredEvent.isReserved(name)) {
                meta.put(name, String.valueOf(value));
            }
        });
        return new Entry(
                given.containsKey(EntryMeta.CAUSE) ? Entry.id(cause, number) : UUID.fromString(event.getIdentifier()),
                stream,
                event instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0,
                EventTypes.logName(payload.getType()),
                given.get(EntryMeta.AT) instanceof Long at
                        ? at
                        : event.getTimestamp().toEpochMilli(),
                (String) given.getOrDefault(EntryMeta.BY, EntryMeta.NODE),
                cause,
                meta,
                payload.getData());
    }

    private static RuntimeException conflict(Entry entry, String sentence) {
        return entry.stream() != null && entry.seq() == 0
                ? new AggregateStreamCreationException(sentence)
                : new ConcurrencyException(sentence);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long position = lastToken == null ? 0 : lastToken.position().orElse(0);
        return log.reader().eventsAfter(position, batchSize).stream()
                .map(SequencedEventStorageEngine::tracked)
                .toList();
    }

    private static TrackedEventData<?> tracked(StoredEntry stored) {
        TrackingToken token = new GlobalSequenceTrackingToken(stored.position());
        Entry entry = EntryCodec.read(stored.sealed());
        return entry.stream() == null
                ? new StoredEvent.Tracked(entry, token)
                : new TrackedDomainEventData<>(token, new StoredDomainEvent(entry));
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSeq, int batchSize) {
        return log.reader().stream(aggregateIdentifier, firstSeq, batchSize).stream()
                .map(stored -> new StoredDomainEvent(EntryCodec.read(stored.sealed())))
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        var last = log.reader().lastSeq(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        String stream = snapshot.getAggregateIdentifier();
        Entry entry = entry(snapshot, stream, 0, serializer);
        log.reader()
                .storeSnapshot(
                        stream,
                        snapshot.getSequenceNumber(),
                        log.codec(LogName.of(stream)).seal(entry));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return log.reader().snapshot(aggregateIdentifier).map(EntryCodec::read).map(StoredDomainEvent::new).stream();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.reader().lastPosition());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        long before = log.reader().positionBefore(dateTime.toEpochMilli());
        return new GlobalSequenceTrackingToken(before);
    }
}
