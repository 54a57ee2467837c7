package eu.urne.api.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.urne.api.trial.TrialException;
import eu.urne.engine.store.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;

/** A store that is measured, with what it is held against on the same disk. */
interface BenchStore extends AutoCloseable {

    /** How a command line names them. */
    String SQLITE = "sqlite";

    /** See {@link #SQLITE}. */
    String POSTGRESQL = "postgresql";

    /** Its name in a table. */
    String name();

    /** What the limit is that {@link #limit} measures, in words. */
    String limitName();

    /** New settings of a log, which is empty if it was never opened. */
    StoreSettings settings(String log);

    /** Connections to a new, empty database for Axon's own engine. */
    HikariDataSource axonSource(String name);

    /** How Axon makes its tables there. */
    EventTableFactory axonTables();

    /** Rows of a size per second that are inserted so many to a transaction, with nothing else. */
    double limit(int rows, int bytes, long ms) throws Exception;

    /** Bytes on disk of a log that was closed. */
    long bytes(String log) throws Exception;

    @Override
    void close();

    /** What is measured on a store, with a folder for its files. */
    interface Measuring {
        void on(BenchStore store, Path folder) throws Exception;
    }

    /**
     * Measures on the stores of that name, one after another, in a folder that is deleted afterwards.
     *
     * @param wanted {@code sqlite}, {@code postgresql} or {@code all}
     * @param seconds of each measurement
     * @throws IllegalArgumentException in one sentence, if one of both cannot be
     * @throws TrialException if there is no such store on this machine; the other has been measured then
     */
    static void each(String wanted, int seconds, Measuring measuring) throws Exception {
        if (!List.of(SQLITE, POSTGRESQL, "all").contains(wanted)) {
            throw new IllegalArgumentException("--store must be sqlite, postgresql or all, not " + wanted);
        }
        if (seconds < 1) {
            throw new IllegalArgumentException("--seconds must be 1 or more, not " + seconds);
        }
        Path folder = BenchCommand.folder();
        try {
            if (!wanted.equals(POSTGRESQL)) {
                measure(new SqliteBench(folder), folder, measuring);
            }
            if (!wanted.equals(SQLITE)) {
                BenchStore postgres = PostgresBench.start(folder.resolve("postgres"))
                        .orElseThrow(() -> new TrialException(
                                "there is no PostgreSQL on this machine: nothing is measured on it"));
                measure(postgres, folder, measuring);
            }
        } finally {
            BenchCommand.delete(folder);
        }
    }

    /** A pool of so many connections. */
    static HikariConfig pool(int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(60_000);
        return pool;
    }

    private static void measure(BenchStore store, Path folder, Measuring measuring) throws Exception {
        try (store) {
            measuring.on(store, folder);
        }
    }
}
