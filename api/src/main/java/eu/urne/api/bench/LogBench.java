package eu.urne.api.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.EventTypes;
import eu.urne.engine.store.Guard;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.SequencedEventStorageEngine;
import eu.urne.engine.store.SequencedLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.MySqlEventTableFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Durable appends per second through Axon's command gateway: our sequenced store, Axon's JDBC engine on SQLite at the
 * same durability, Axon's engine in memory, and a bare loop that inserts entries of the same size in batches of the
 * number of callers.
 */
final class LogBench {

    private static final int[] CALLERS = {1, 16, 64, 256};
    private static final String TEXT = "x".repeat(380);

    private final Path folder;
    private final long warmUpMs;
    private final long runMs;
    private final PrintWriter out;
    private final AtomicLong streams = new AtomicLong();

    LogBench(Path folder, long runMs, PrintWriter out) {
        this.folder = folder;
        this.runMs = runMs;
        this.warmUpMs = runMs / 2;
        this.out = out;
    }

    void run() throws Exception {
        out.printf(
                "%-8s %12s %14s %14s %12s %10s %10s %10s%n",
                "callers", "urne/s", "axon jdbc/s", "axon memory/s", "bare/s", "x jdbc", "/ memory", "/ bare");
        for (int callers : CALLERS) {
            double urne = urne(callers);
            double jdbc = jdbc(callers);
            double memory = measure(callers, new InMemoryEventStorageEngine());
            double bare = bare(callers);
            out.printf(
                    "%-8d %12.0f %14.0f %14.0f %12.0f %10.1f %10.2f %10.2f%n",
                    callers, urne, jdbc, memory, bare, urne / jdbc, urne / memory, urne / bare);
            out.flush();
        }
    }

    private static EventSerializer serializer() {
        return new EventSerializer(new EventTypes(Map.of("bench", List.of(BenchAggregate.Appended.class))));
    }

    private double urne(int callers) throws InterruptedException {
        try (DataDirectory data = DataDirectory.open(folder.resolve("urne-" + callers), "bench.example/log");
                SequencedLog log = SequencedLog.open(data.file("log.db"), data.signers(), 0)) {
            SequencedEventStorageEngine.Builder engine = SequencedEventStorageEngine.builder(log, Guard.NONE);
            engine.eventSerializer(serializer()).snapshotSerializer(serializer());
            double rate = measure(callers, engine.build());
            long size = log.checkpoint(LogName.PUBLIC).size();
            if (log.reader().size(LogName.PUBLIC) != size) {
                throw new IllegalStateException("the checkpoint does not cover the log");
            }
            return rate;
        }
    }

    private double jdbc(int callers) throws InterruptedException, SQLException {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(sqlite("axon-" + callers + ".db"));
        pool.setMaximumPoolSize(1); // SQLite has one writer: more connections only wait for each other's locks
        pool.setConnectionTimeout(60_000);
        try (HikariDataSource source = new HikariDataSource(pool)) {
            JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                    .connectionProvider(source::getConnection)
                    .transactionManager(NoTransactionManager.INSTANCE)
                    .eventSerializer(serializer())
                    .snapshotSerializer(serializer())
                    .build();
            engine.createSchema(sqliteTables());
            return measure(callers, engine);
        }
    }

    /** Axon has no table factory for SQLite; MySQL's fits but for the automatic key. */
    private static EventTableFactory sqliteTables() {
        return new MySqlEventTableFactory() {
            @Override
            protected String idColumnType() {
                return "INTEGER";
            }
        };
    }

    private SQLiteDataSource sqlite(String file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve(file));
        return source;
    }

    private double measure(int callers, EventStorageEngine engine) throws InterruptedException {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer())
                .configureCorrelationDataProviders(configuration -> List.of())
                .configureEmbeddedEventStore(configuration -> engine)
                .configureAggregate(BenchAggregate.class)
                .start();
        try {
            callFor(callers, axon.commandGateway(), warmUpMs);
            return callFor(callers, axon.commandGateway(), runMs);
        } finally {
            axon.shutdown();
        }
    }

    /** Commands per second of so many callers, each waiting for its answer before the next. */
    private double callFor(int callers, CommandGateway gateway, long ms) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(ms);
        AtomicLong done = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    gateway.sendAndWait(new BenchAggregate.Append("bench/" + streams.incrementAndGet(), TEXT));
                    done.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    private double bare(int batch) throws SQLException {
        try (Connection connection = sqlite("bare-" + batch + ".db").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE entry (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
            connection.setAutoCommit(false);
            insertFor(connection, batch, warmUpMs);
            return insertFor(connection, batch, runMs);
        }
    }

    private double insertFor(Connection connection, int batch, long ms) throws SQLException {
        byte[] bytes = new byte[TEXT.length() + 420]; // what an entry of ours adds: ids, key, signature
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(ms);
        long done = 0;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO entry (bytes) VALUES (?)")) {
            while (System.nanoTime() < end) {
                for (int i = 0; i < batch; i++) {
                    insert.setBytes(1, bytes);
                    insert.executeUpdate();
                }
                connection.commit();
                done += batch;
            }
        }
        return done * 1e9 / (System.nanoTime() - start);
    }
}
