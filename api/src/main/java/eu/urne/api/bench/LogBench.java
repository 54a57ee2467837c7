package eu.urne.api.bench;

import com.zaxxer.hikari.HikariDataSource;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.EventTypes;
import eu.urne.engine.store.Guard;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.Placements;
import eu.urne.engine.store.SequencedEventStorageEngine;
import eu.urne.engine.store.SequencedLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Durable appends through Axon's command gateway: our sequenced store, Axon's own JDBC engine on the same database at
 * the same durability, and the limit: rows of the same size, inserted in batches of the number of callers.
 */
final class LogBench {

    /** How many callers are measured. */
    static final List<Integer> CALLERS = List.of(1, 16, 64, 256);

    private static final int COMPILING_CALLERS = 64;
    private static final long COMPILING_MS = 10_000;
    private static final String TEXT = "x".repeat(380);
    private static final int ENTRY_BYTES = TEXT.length() + 420; // what an entry of ours adds: ids, key, signature

    private final Path folder;
    private final long runMs;
    private final PrintWriter out;
    private final AtomicLong streams = new AtomicLong();

    LogBench(Path folder, long runMs, PrintWriter out) {
        this.folder = folder;
        this.runMs = runMs;
        this.out = out;
    }

    /** Prints the table of a store, when both engines have run for long enough to be compiled. */
    void measure(BenchStore store) throws Exception {
        urne(store, "urne", COMPILING_CALLERS, COMPILING_MS);
        axon(store, "axon", COMPILING_CALLERS, COMPILING_MS);
        out.printf(
                "%n| %s, callers | Urne %s | Axon JDBC %s | %s /s | times Axon | of %s |%n|%s%n",
                store.name(), Callers.HEADS, Callers.HEADS, store.limitName(), store.limitName(), "---|".repeat(12));
        for (int callers : CALLERS) {
            Callers.Measured urne = urne(store, "urne-" + callers, callers, runMs);
            Callers.Measured axon = axon(store, "axon-" + callers, callers, runMs);
            double limit = store.limit(callers, ENTRY_BYTES, runMs);
            out.printf(
                    "| %d | %s | %s | %,.0f | %.1f | %.2f |%n",
                    callers,
                    urne.cells(),
                    axon.cells(),
                    limit,
                    urne.perSecond() / axon.perSecond(),
                    urne.perSecond() / limit);
            out.flush();
        }
    }

    private static EventSerializer serializer() {
        return new EventSerializer(new EventTypes(Map.of("bench", List.of(BenchAggregate.Appended.class))));
    }

    private Callers.Measured urne(BenchStore store, String name, int callers, long ms) throws Exception {
        try (DataDirectory data = DataDirectory.open(
                        folder.resolve(store.name() + "-" + name), "bench.example/log", store.settings(name));
                SequencedLog log = SequencedLog.open(
                        data.stores(), data.file("log.db"), data.signers(), 0, bytes -> Guard.Terms.NONE)) {
            SequencedEventStorageEngine.Builder engine =
                    SequencedEventStorageEngine.builder(log, Guard.NONE, new Placements());
            engine.eventSerializer(serializer()).snapshotSerializer(serializer());
            Callers.Measured measured = measure(callers, ms, engine.build());
            long size = log.checkpoint(LogName.PUBLIC).size();
            if (log.reader().size(LogName.PUBLIC) != size) {
                throw new IllegalStateException("the checkpoint does not cover the log");
            }
            return measured;
        }
    }

    private Callers.Measured axon(BenchStore store, String name, int callers, long ms) throws Exception {
        try (HikariDataSource source = store.axonSource(name)) {
            JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                    .connectionProvider(source::getConnection)
                    .transactionManager(NoTransactionManager.INSTANCE)
                    .eventSerializer(serializer())
                    .snapshotSerializer(serializer())
                    .build();
            engine.createSchema(store.axonTables());
            return measure(callers, ms, engine);
        }
    }

    private Callers.Measured measure(int callers, long ms, EventStorageEngine engine) throws Exception {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer())
                .configureCorrelationDataProviders(configuration -> List.of())
                .configureEmbeddedEventStore(configuration -> engine)
                .configureAggregate(BenchAggregate.class)
                .start();
        try {
            CommandGateway gateway = axon.commandGateway();
            Callers.Call call =
                    () -> gateway.sendAndWait(new BenchAggregate.Append("bench/" + streams.incrementAndGet(), TEXT));
            Callers.measure(callers, ms / 2, () -> call);
            return Callers.measure(callers, ms, () -> call);
        } finally {
            axon.shutdown();
        }
    }
}
