package eu.urne.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** An SQLite file with its schema: one connection that writes, a few that read. */
final class SqliteDatabase implements AutoCloseable {

    private static final int READERS = 4;
    private static final int CACHE_KIB = 65_536;

    private final Connection writer;
    private final ReaderPool readers;

    private SqliteDatabase(Connection writer, ReaderPool readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * Opens the file, or creates it, and brings its schema up to date.
     *
     * @param writerSeam wraps the writing connection; the identity, except in tests that inject faults
     * @throws StoreException in one sentence, if the file is not a database of ours
     */
    static SqliteDatabase open(Path file, UnaryOperator<Connection> writerSeam) {
        DataSource source = source(file, false);
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:eu/urne/engine/store/sqlite")
                    .load()
                    .migrate();
            Connection writer = source.getConnection();
            return new SqliteDatabase(writerSeam.apply(writer), new ReaderPool(source(file, true), READERS));
        } catch (SQLException | RuntimeException e) {
            throw new StoreException("the log database " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static DataSource source(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(
                SQLiteConfig.SynchronousMode.FULL); // the WAL is synced at each commit: durable through power loss
        config.setCacheSize(readOnly ? -CACHE_KIB / 8 : -CACHE_KIB);
        config.setBusyTimeout(10_000);
        config.setGetGeneratedKeys(false); // else every insert is followed by a query that nobody asks for
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** The connection of the one writer, in a transaction whenever it is used. */
    Connection writer() {
        return writer;
    }

    /** The connections that read. */
    ReaderPool readers() {
        return readers;
    }

    @Override
    public void close() {
        try {
            readers.close();
            writer.close();
        } catch (SQLException e) {
            throw new StoreException("the log database did not close cleanly: " + e.getMessage(), e);
        }
    }
}
