package eu.urne.api.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.MySqlEventTableFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** SQLite files in a folder, all with the durability of ours: WAL, {@code synchronous=FULL}. */
final class SqliteBench implements BenchStore {

    private final Path folder;

    SqliteBench(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public String limitName() {
        return "bare batches";
    }

    @Override
    public StoreSettings settings(String log) {
        return new StoreSettings.Sqlite();
    }

    private SQLiteDataSource source(String file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve(file));
        return source;
    }

    @Override
    public HikariDataSource axonSource(String name) {
        HikariConfig pool = BenchStore.pool(1); // there is one writer: more connections only wait for each other
        pool.setDataSource(source(name + ".db"));
        return new HikariDataSource(pool);
    }

    /** Axon has no table factory for SQLite; MySQL's fits but for the automatic key. */
    @Override
    public EventTableFactory axonTables() {
        return new MySqlEventTableFactory() {
            @Override
            protected String idColumnType() {
                return "INTEGER";
            }
        };
    }

    @Override
    public double limit(int rows, int bytes, long ms) throws SQLException {
        try (Connection connection = source("bare-" + rows + ".db").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            long end = start + TimeUnit.MILLISECONDS.toNanos(ms);
            long done = 0;
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bare (bytes) VALUES (?)")) {
                while (System.nanoTime() < end) {
                    for (int i = 0; i < rows; i++) {
                        insert.setBytes(1, new byte[bytes]);
                        insert.executeUpdate();
                    }
                    connection.commit();
                    done += rows;
                }
            }
            return done * 1e9 / (System.nanoTime() - start);
        }
    }

    @Override
    public long bytes(String log) throws IOException {
        return Files.size(folder.resolve(log).resolve("log.db"));
    }

    @Override
    public void close() {
        // the folder is deleted by who made it
    }
}
