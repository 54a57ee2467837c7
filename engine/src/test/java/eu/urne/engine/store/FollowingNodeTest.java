package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.log.Entry;
import eu.urne.engine.store.AppendResult.Appended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whoever follows the events at one node is told of what another node appends. */
class FollowingNodeTest {

    private static final long DAY_MS = 86_400_000;

    @Test
    void anEventOfAnotherNodeArrivesWithoutWaitingForTheNextLook(@TempDir Path folder) throws Exception {
        try (SequencedLog one = TestStore.POSTGRESQL.open(folder);
                SequencedLog other = TestStore.POSTGRESQL.open(folder)) {
            SequencedEventStorageEngine.Builder storage =
                    SequencedEventStorageEngine.builder(other, Guard.NONE, new Placements());
            storage.eventSerializer(TestLogs.serializer()).snapshotSerializer(TestLogs.serializer());
            FollowedEventStore store = FollowedEventStore.on(storage.build(), other, DAY_MS);
            try (TrackingEventStream events = store.openStream(store.createTailToken())) {
                var data = JsonNodeFactory.instance.objectNode();
                Entry entry =
                        new Entry(Entry.id("a", 0), "a", 0, "urne.test.Happened.v1", 0, "node", "a", Map.of(), data);
                assertThat(one.append(List.of(PendingEntry.of(
                                LogName.PUBLIC, entry, one.codec(LogName.PUBLIC).seal(entry), Guard.Terms.NONE))))
                        .isInstanceOf(Appended.class);
                assertThat(events.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                store.shutDown();
            }
        }
    }
}
