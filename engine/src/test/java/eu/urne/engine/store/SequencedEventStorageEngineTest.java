package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Axon's own contract for event storage. Overridden are the tests that begin an aggregate at a number other than 0 (our
 * streams have no gap), those whose event ids are no UUIDs, and the one that wants a duplicate to be a mere failure
 * where no resolver of SQL errors is set (we tell a conflict without looking at SQL errors).
 */
@ParameterizedClass
@EnumSource(TestStore.class)
class SequencedEventStorageEngineTest
        extends BatchingEventStorageEngineTest<SequencedEventStorageEngine, BatchingEventStorageEngine.Builder> {

    private static final Instant BASE = Instant.parse("2007-12-03T10:15:00Z");

    @Parameter
    TestStore store;

    @TempDir
    Path folder;

    private final List<SequencedLog> opened = new ArrayList<>();
    private SequencedEventStorageEngine engine;

    @BeforeEach
    void setUp() {
        engine = createEngine();
        setTestSubject(engine);
    }

    @AfterEach
    void close() {
        opened.forEach(SequencedLog::close);
    }

    @Override
    protected SequencedEventStorageEngine createEngine(UnaryOperator<BatchingEventStorageEngine.Builder> settings) {
        SequencedLog log = store.open(folder.resolve("log-" + opened.size()));
        opened.add(log);
        SequencedEventStorageEngine.Builder builder =
                SequencedEventStorageEngine.builder(log, Guard.NONE, new Placements());
        builder.eventSerializer(TestLogs.serializer()).snapshotSerializer(TestLogs.serializer());
        return ((SequencedEventStorageEngine.Builder) settings.apply(builder)).build();
    }

    private static DomainEventMessage<String> event(String stream, long seq, UUID id, int second) {
        return new GenericDomainEventMessage<>(
                "type", stream, seq, "payload", MetaData.emptyInstance(), id.toString(), BASE.plusSeconds(second));
    }

    /** Events of one stream, told to have happened at these seconds. */
    private List<DomainEventMessage<String>> appended(int... seconds) {
        List<DomainEventMessage<String>> events = new ArrayList<>();
        for (int second : seconds) {
            events.add(event("stream", events.size(), UUID.randomUUID(), second));
        }
        engine.appendEvents(events);
        return events;
    }

    private void assertReadFrom(TrackingToken token, List<DomainEventMessage<String>> expected) {
        assertThat(engine.readEvents(token, false).map(message -> message.getIdentifier()))
                .containsExactlyElementsOf(expected.stream()
                        .map(message -> message.getIdentifier())
                        .toList());
    }

    @Test
    @Override
    public void createTailToken() {
        List<DomainEventMessage<String>> events = appended(0, 40, 35);
        assertReadFrom(engine.createTailToken(), events);
    }

    @Test
    @Override
    public void createHeadToken() {
        appended(0, 40, 35);
        assertReadFrom(engine.createHeadToken(), List.of());
    }

    @Test
    @Override
    public void createTokenAt() {
        List<DomainEventMessage<String>> events = appended(0, 40, 35);
        assertReadFrom(engine.createTokenAt(BASE.plusSeconds(30)), events.subList(1, 3));
    }

    @Test
    @Override
    public void createTokenAtExactTime() {
        List<DomainEventMessage<String>> events = appended(30, 40, 35);
        assertReadFrom(engine.createTokenAt(BASE.plusSeconds(30)), events);
    }

    @Test
    @Override
    public void createTokenWithUnorderedEvents() {
        List<DomainEventMessage<String>> events = appended(30, 40, 50, 45, 42);
        assertReadFrom(engine.createTokenAt(BASE.plusSeconds(45)), events.subList(2, 5));
    }

    @Test
    @Override
    public void createTokenAtTimeAfterLastEvent() {
        appended(30, 40, 35);
        assertReadFrom(engine.createTokenAt(BASE.plusSeconds(60)), List.of());
    }

    @Test
    @Override
    public void createTokenAtTimeBeforeFirstEvent() {
        List<DomainEventMessage<String>> events = appended(30, 40, 35);
        assertReadFrom(engine.createTokenAt(BASE.minusSeconds(1)), events);
    }

    @Test
    @Override
    public void uniqueKeyConstraintOnFirstEventIdentifierThrowsAggregateIdentifierAlreadyExistsException() {
        UUID id = UUID.randomUUID();
        engine.appendEvents(event("stream", 0, id, 0));
        assertThatThrownBy(() -> engine.appendEvents(event("other", 0, id, 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    @Override
    public void uniqueKeyConstraintOnEventIdentifier() {
        UUID id = UUID.randomUUID();
        engine.appendEvents(event("stream", 0, id, 0));
        engine.appendEvents(event("other", 0, UUID.randomUUID(), 0));
        assertThatThrownBy(() -> engine.appendEvents(event("other", 1, id, 0)))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    @Override
    public void storeDuplicateEventWithoutExceptionResolver() {
        engine.appendEvents(event("stream", 0, UUID.randomUUID(), 0));
        assertThatThrownBy(() -> engine.appendEvents(event("stream", 0, UUID.randomUUID(), 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }
}
