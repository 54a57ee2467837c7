package eu.urne.engine.store;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Axon's own contract for an event store on top of event storage. */
@ParameterizedClass
@EnumSource(TestStore.class)
class SequencedEventStoreTest extends EmbeddedEventStoreTest {

    @Parameter
    TestStore store;

    @TempDir
    Path folder;

    private SequencedLog log;

    @Override
    public EventStorageEngine createStorageEngine() {
        log = store.open(folder);
        SequencedEventStorageEngine.Builder builder =
                SequencedEventStorageEngine.builder(log, Guard.NONE, new Placements());
        builder.eventSerializer(TestLogs.serializer()).snapshotSerializer(TestLogs.serializer());
        return builder.build();
    }

    @AfterEach
    void close() {
        log.close();
    }
}
