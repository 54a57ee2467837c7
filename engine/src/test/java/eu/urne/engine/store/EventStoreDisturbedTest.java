package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.urne.engine.store.AppendResult.Appended;
import eu.urne.engine.store.AppendResult.Conflicted;
import eu.urne.engine.store.trial.TrialEventStoreDb;
import eu.urne.engine.store.trial.TrialFaults.AppendFault;
import eu.urne.engine.store.trial.TrialFaults.DeliveryFault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault by itself. */
class EventStoreDisturbedTest extends EventStoreNodes {

    @ParameterizedTest
    @EnumSource(AppendFault.class)
    void anAppendThatMeetsAFaultLandsOnceAllTheSame(AppendFault fault) {
        SequencedLog log = open("a", server.connection(SHORT_MS), TestLogs.SIGNERS);
        for (int i = 0; i < 3; i++) {
            server.faults().arm(fault);
            String stream = "s/" + i;
            try {
                assertThat(append(log, stream, 0)).isInstanceOf(Appended.class);
            } catch (StoreException e) {
                assertThat(append(log, stream, 0)).isInstanceOfAny(Appended.class, Conflicted.class);
            }
            assertThat(log.reader().stream(stream, 0, 9)).hasSize(1);
        }
        assertThat(server.faults().fired()).isEqualTo(3);
        assertOneHistory(log);
    }

    @ParameterizedTest
    @EnumSource(DeliveryFault.class)
    void aDeliveryThatMeetsAFaultComesAllTheSame(DeliveryFault fault) {
        SequencedLog log = open("a", server.connection(SHORT_MS), TestLogs.SIGNERS);
        for (int i = 0; i < 3; i++) {
            append(log, "before/" + i, 0);
            server.faults().arm(fault);
            String stream = "s/" + i;
            try {
                assertThat(append(log, stream, 0)).isInstanceOf(Appended.class);
            } catch (StoreException e) {
                assertThat(append(log, stream, 0)).isInstanceOfAny(Appended.class, Conflicted.class);
            }
        }
        assertThat(server.faults().fired()).isEqualTo(3);
        assertOneHistory(log);
    }

    @Test
    void aServerThatGoesAwayAndComesBackLosesNothing() {
        SequencedLog log = open("a");
        append(log, "a", 0);
        server.dropConnections();
        assertThat(append(log, "b", 0)).isInstanceOf(Appended.class);
        assertOneHistory(log);
    }

    @Test
    void aNewLeaderIsFound() {
        List<TrialEventStoreDb> cluster = TrialEventStoreDb.cluster(3);
        try (TrialEventStoreDb second = cluster.get(1);
                SequencedLog log = open("a", second.clusterConnection(), TestLogs.SIGNERS)) {
            append(log, "a", 0);
            second.lead();
            cluster.getFirst().stop();
            assertThat(append(log, "b", 0)).isInstanceOf(Appended.class);
            assertOneHistory(log);
        }
    }

    @Test
    void aNodeWithoutServerIsBusyOrSaysThatItDoesNotKnow() {
        SequencedLog log = open("a", server.connection(300), TestLogs.SIGNERS);
        append(log, "a", 0);
        server.stop();
        assertThatThrownBy(() -> append(log, "b", 0))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is unknown");
        server.resume();
        Set<AppendResult> results = new HashSet<>();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> results.add(append(log, "b", 0)));
        assertThat(results).hasSize(1);
        assertOneHistory(log);
    }
}
