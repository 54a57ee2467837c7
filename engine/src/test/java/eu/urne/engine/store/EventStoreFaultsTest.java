package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.urne.engine.log.Entry;
import eu.urne.engine.store.AppendResult.Appended;
import eu.urne.engine.store.AppendResult.Conflicted;
import eu.urne.engine.store.trial.TrialEventStoreDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Two nodes and callers that try again, on a server that fails at random; {@code -Durne.seed=...} replays a round. The
 * seed stands in the test's name.
 */
@Timeout(300)
class EventStoreFaultsTest {

    private static final int ROUNDS = Integer.getInteger("urne.rounds", 3);
    private static final int APPENDS = 150;
    private static final int STREAMS = 40;
    private static final int TRIES = 20;
    private static final int FAULTS_PER_MILLE = 25;

    @TempDir
    Path folder;

    static List<Long> seeds() {
        Long given = Long.getLong("urne.seed");
        return given == null ? new Random().longs(ROUNDS).boxed().toList() : List.of(given);
    }

    private static SequencedLog open(TrialEventStoreDb server, Path file) {
        return EventStoreLog.open(
                new StoreSettings.EventStoreDb(server.connection(1_000), Optional.empty()),
                file,
                TestLogs.SIGNERS,
                0,
                bytes -> Guard.Terms.NONE);
    }

    /** Appends until it is known to stand; what the caller learns is what a user is told. */
    private static void append(SequencedLog log, String cause, Random dice) {
        String stream = (dice.nextInt(4) == 0 ? "register/" : "ballot/") + dice.nextInt(STREAMS);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long seq = log.reader().lastSeq(stream).orElse(-1) + 1;
            LogName name = LogName.of(stream);
            Entry entry = new Entry(
                    Entry.id(cause, 0),
                    stream,
                    seq,
                    "urne.test.Happened.v1",
                    0,
                    "node",
                    cause,
                    Map.of(),
                    JsonNodeFactory.instance.objectNode());
            try {
                AppendResult result = log.append(
                        List.of(PendingEntry.of(name, entry, log.codec(name).seal(entry), Guard.Terms.NONE)));
                if (result instanceof Appended || stands(log, cause)) {
                    return;
                }
                assertThat(result).isInstanceOf(Conflicted.class);
            } catch (StoreException e) {
                if (stands(log, cause)) {
                    return;
                }
            }
        }
        throw new AssertionError(cause + " could not be appended in " + TRIES + " tries");
    }

    private static boolean stands(SequencedLog log, String cause) {
        return log.reader().byId(Entry.id(cause, 0)).isPresent();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverFailsEveryAcknowledgedEntryIsThereOnceInOneHistory(long seed) throws Exception {
        Random dice = new Random(seed);
        try (TrialEventStoreDb server = TrialEventStoreDb.start();
                SequencedLog one = open(server, folder.resolve(seed + "-one.db"));
                SequencedLog other = open(server, folder.resolve(seed + "-other.db"))) {
            List<SequencedLog> nodes = List.of(one, other);
            server.faults().atRandom(dice.nextLong(), FAULTS_PER_MILLE);
            List<Future<?>> calls = new ArrayList<>();
            try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
                for (int i = 0; i < APPENDS; i++) {
                    String cause = "cause-" + i;
                    Random mine = new Random(dice.nextLong());
                    SequencedLog node = nodes.get(i % 2);
                    calls.add(callers.submit(() -> append(node, cause, mine)));
                }
                for (Future<?> call : calls) {
                    call.get();
                }
            }
            server.faults().none();
            assertThat(server.faults().fired()).isPositive();
            for (LogName name : LogName.values()) {
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(one.checkpoint(name)).isEqualTo(other.checkpoint(name)));
            }
            assertThat(one.checkpoint(LogName.PUBLIC).size()
                            + one.checkpoint(LogName.REGISTER).size())
                    .isEqualTo(APPENDS + 2);
            for (int i = 0; i < APPENDS; i++) {
                assertThat(stands(one, "cause-" + i)).isTrue();
            }
            try (SequencedLog fresh = open(server, folder.resolve(seed + "-fresh.db"))) {
                for (LogName name : LogName.values()) {
                    assertThat(fresh.checkpoint(name)).isEqualTo(one.checkpoint(name));
                    assertThat(fresh.reader().checkpoints(name, 0, 10_000))
                            .isEqualTo(one.reader().checkpoints(name, 0, 10_000));
                }
            }
        }
    }
}
