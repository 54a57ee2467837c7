package eu.urne.engine.store.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.urne.engine.store.trial.TrialEventStoreDb.Access;
import eu.urne.engine.store.trial.TrialFaults.AppendFault;
import eu.urne.engine.store.trial.TrialFaults.DeliveryFault;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.kurrent.dbclient.AppendToStreamOptions;
import io.kurrent.dbclient.EventData;
import io.kurrent.dbclient.EventDataBuilder;
import io.kurrent.dbclient.KurrentDBClient;
import io.kurrent.dbclient.KurrentDBConnectionString;
import io.kurrent.dbclient.NotLeaderException;
import io.kurrent.dbclient.Position;
import io.kurrent.dbclient.ReadAllOptions;
import io.kurrent.dbclient.ReadStreamOptions;
import io.kurrent.dbclient.ResolvedEvent;
import io.kurrent.dbclient.StreamNotFoundException;
import io.kurrent.dbclient.StreamState;
import io.kurrent.dbclient.SubscribeToAllOptions;
import io.kurrent.dbclient.Subscription;
import io.kurrent.dbclient.SubscriptionFilter;
import io.kurrent.dbclient.SubscriptionListener;
import io.kurrent.dbclient.WriteResult;
import io.kurrent.dbclient.WrongExpectedVersionException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server in our tests, looked at through the unmodified client: it must behave as the real one. */
@Timeout(60)
class TrialEventStoreDbTest {

    private final TrialEventStoreDb server = TrialEventStoreDb.start();
    private final List<KurrentDBClient> clients = new ArrayList<>();
    private final KurrentDBClient client = client(server.connection());

    @AfterEach
    void stop() {
        server.close();
        for (KurrentDBClient each : clients) {
            CompletableFuture<?> unused = each.shutdown();
        }
    }

    private KurrentDBClient client(String connection) {
        KurrentDBClient made = KurrentDBClient.create(KurrentDBConnectionString.parseOrThrow(connection));
        clients.add(made);
        return made;
    }

    private static EventData event(UUID id) {
        return EventDataBuilder.json(id, "type", "{}".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static EventData[] events(int count) {
        EventData[] events = new EventData[count];
        for (int i = 0; i < count; i++) {
            events[i] = event(UUID.randomUUID());
        }
        return events;
    }

    private WriteResult append(String stream, StreamState expected, EventData... events) {
        return append(stream, expected, 20_000, events);
    }

    private WriteResult append(String stream, StreamState expected, long deadlineMs, EventData... events) {
        try {
            return client.appendToStream(
                            stream,
                            AppendToStreamOptions.get().streamState(expected).deadline(deadlineMs),
                            events)
                    .join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    private List<String> read(String stream, ReadStreamOptions options) {
        return client.readStream(stream, options).join().getEvents().stream()
                .map(event ->
                        event.getEvent().getStreamId() + "@" + event.getEvent().getRevision())
                .toList();
    }

    private final class Received extends SubscriptionListener {
        private final List<String> events = new CopyOnWriteArrayList<>();
        private final List<Position> checkpoints = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Throwable> cancelled = new CompletableFuture<>();

        private Received(Position from, String prefix) {
            var filter = SubscriptionFilter.newBuilder()
                    .addStreamNamePrefix(prefix)
                    .withMaxWindow(4)
                    .withCheckpointer((subscription, position) -> {
                        checkpoints.add(position);
                        return CompletableFuture.completedFuture(null);
                    });
            SubscribeToAllOptions options = SubscribeToAllOptions.get().filter(filter.build());
            client.subscribeToAll(this, from == null ? options.fromStart() : options.fromPosition(from))
                    .join();
        }

        @Override
        public void onEvent(Subscription subscription, ResolvedEvent event) {
            events.add(event.getEvent().getStreamId() + "@" + event.getEvent().getRevision());
        }

        @Override
        public void onCancelled(Subscription subscription, Throwable reason) {
            cancelled.complete(reason);
        }
    }

    @Test
    void streamsAreReadForwardsAndBackwards() {
        append("a", StreamState.noStream(), events(3));
        assertThat(read("a", ReadStreamOptions.get().forwards().fromRevision(1)))
                .containsExactly("a@1", "a@2");
        assertThat(read("a", ReadStreamOptions.get().backwards().fromEnd().maxCount(1)))
                .containsExactly("a@2");
        assertThatThrownBy(() -> read("b", ReadStreamOptions.get().forwards()))
                .hasCauseInstanceOf(StreamNotFoundException.class);
    }

    @Test
    void allIsReadFromAPosition() {
        append("a", StreamState.any(), events(1));
        Position second = append("b", StreamState.any(), events(1)).getLogPosition();
        var options = ReadAllOptions.get().forwards().fromPosition(second);
        assertThat(client.readAll(options).join().getEvents()).hasSize(1);
    }

    @Test
    void aWriterMustExpectTheRightRevision() {
        append("a", StreamState.noStream(), events(2));
        for (StreamState wrong : List.of(StreamState.noStream(), StreamState.streamRevision(0))) {
            assertThatThrownBy(() -> append("a", wrong, events(1)))
                    .isInstanceOfSatisfying(
                            WrongExpectedVersionException.class,
                            failure -> assertThat(failure.getActualState()).isEqualTo(StreamState.streamRevision(1)));
        }
        assertThatThrownBy(() -> append("b", StreamState.streamExists(), events(1)))
                .isInstanceOfSatisfying(
                        WrongExpectedVersionException.class,
                        failure -> assertThat(failure.getActualState()).isEqualTo(StreamState.noStream()));
        assertThat(append("a", StreamState.streamRevision(1), events(1)).getNextExpectedRevision())
                .isEqualTo(StreamState.streamRevision(2));
    }

    @Test
    void theSameWriteAgainIsTheSameWrite() {
        EventData[] written = events(2);
        WriteResult first = append("a", StreamState.noStream(), written);
        append("a", StreamState.streamRevision(1), events(1));
        assertThat(append("a", StreamState.noStream(), written).getLogPosition())
                .isEqualTo(first.getLogPosition());
        assertThat(append("a", StreamState.any(), written).getLogPosition()).isEqualTo(first.getLogPosition());
        assertThatThrownBy(() -> append("a", StreamState.noStream(), written[0], event(UUID.randomUUID())))
                .isInstanceOf(WrongExpectedVersionException.class);
        assertThat(server.size("a")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = AppendFault.class,
            names = {"UNAVAILABLE_AFTER", "SILENT_AFTER", "TIMEOUT_AFTER"})
    void anAppendWhoseAnswerIsLostHasHappened(AppendFault fault) {
        server.faults().arm(fault);
        EventData[] written = events(1);
        assertThatThrownBy(() -> append("a", StreamState.noStream(), 2_000, written))
                .isInstanceOf(StatusRuntimeException.class);
        assertThat(append("a", StreamState.noStream(), written).getNextExpectedRevision())
                .isEqualTo(StreamState.streamRevision(0));
        assertThat(server.size("a")).isEqualTo(1);
    }

    @Test
    void aSilentServerEndsInTheCallersDeadline() {
        server.faults().arm(AppendFault.SILENT_BEFORE);
        assertThatThrownBy(() -> append("a", StreamState.any(), 500, events(1)))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
        assertThat(server.size()).isZero();
    }

    @Test
    void aNodeThatDoesNotLeadNamesTheLeaderAndTheClientGoesThere() {
        List<TrialEventStoreDb> cluster = TrialEventStoreDb.cluster(3);
        try (TrialEventStoreDb leader = cluster.get(1)) {
            KurrentDBClient ours = client(leader.clusterConnection());
            ours.appendToStream("a", events(1)).join();
            leader.lead();
            assertThatThrownBy(() -> ours.appendToStream("a", events(1)).join())
                    .hasCauseInstanceOf(NotLeaderException.class);
            await().ignoreExceptions().untilAsserted(() -> assertThat(
                            ours.appendToStream("a", events(1)).join())
                    .isNotNull());
            assertThat(leader.size("a")).isEqualTo(2);
        }
    }

    @Test
    void aSubscriptionShowsWhatTheFilterLetsThroughAndTellsHowFarItIs() {
        for (int i = 0; i < 10; i++) {
            append("other-" + i, StreamState.any(), events(1));
        }
        append("ours-a", StreamState.any(), events(1));
        Received received = new Received(null, "ours-");
        await().untilAsserted(() -> assertThat(received.events).containsExactly("ours-a@0"));
        append("ours-b", StreamState.any(), events(1));
        append("other", StreamState.any(), events(5));
        await().untilAsserted(() -> assertThat(received.events).containsExactly("ours-a@0", "ours-b@0"));
        await().untilAsserted(() -> assertThat(received.checkpoints).hasSizeGreaterThan(3));
        assertThat(received.checkpoints).isSorted();
    }

    @Test
    void aSubscriptionBeginsBehindItsPosition() {
        Position first = append("ours-a", StreamState.any(), events(1)).getLogPosition();
        append("ours-b", StreamState.any(), events(1));
        Received received = new Received(first, "ours-");
        await().untilAsserted(() -> assertThat(received.events).containsExactly("ours-b@0"));
    }

    @Test
    void faultyDeliveriesDropRepeatOrWait() {
        append("a", StreamState.any(), events(3));
        server.faults().arm(DeliveryFault.SLOW);
        server.faults().arm(DeliveryFault.DUPLICATE);
        server.faults().arm(DeliveryFault.DROP);
        Received received = new Received(null, "a");
        assertThat(received.cancelled.join()).isInstanceOf(StatusRuntimeException.class);
        assertThat(received.events).containsExactly("a@0", "a@0", "a@1");
    }

    @Test
    void behindACutConnectionTheClientComesBackToAllThatWasWritten() {
        append("a", StreamState.any(), events(1));
        server.dropConnections();
        await().ignoreExceptions().untilAsserted(() -> assertThat(append("a", StreamState.streamRevision(0), events(1)))
                .isNotNull());
        assertThat(server.size("a")).isEqualTo(2);
    }

    @Test
    void strangersAreTurnedAway() {
        server.allow(Access.ADMIN);
        assertThatThrownBy(() -> append("a", StreamState.any(), events(1)))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
        String known = server.connection().replace("esdb://", "esdb://admin:changeit@");
        assertThat(client(known).appendToStream("a", events(1)).join()).isNotNull();
        server.allow(Access.READ_ONLY);
        assertThatThrownBy(() -> append("a", StreamState.any(), events(1)))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    }
}
