package eu.urne.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** An SQLite file with its schema: one connection that writes, a few that read. */
final class SqliteLogDatabase implements LogDatabase {

    private static final int READERS = 4;
    private static final int CACHE_KIB = 65_536;

    private final Connection connection;
    private final SqliteBatch writer;
    private final ReaderPool readers;

    private SqliteLogDatabase(Connection connection, ReaderPool readers) throws SQLException {
        this.connection = connection;
        this.writer = new SqliteBatch(connection);
        this.readers = readers;
    }

    /**
     * Opens the file, or creates it, and brings its schema up to date.
     *
     * @throws StoreException in one sentence, if the file is not a database of ours
     */
    static LogDatabase open(Path file) {
        return open(file, UnaryOperator.identity());
    }

    /**
     * The same.
     *
     * @param writerSeam wraps the writing connection; the identity, except in tests that inject faults
     * @throws StoreException in one sentence, if the file is not a database of ours
     */
    static LogDatabase open(Path file, UnaryOperator<Connection> writerSeam) {
        DataSource source = source(file, false);
        try {
            Schema.migrate(source, "eu/urne/engine/store/sqlite");
            Connection writer = source.getConnection();
            return new SqliteLogDatabase(writerSeam.apply(writer), new ReaderPool(source(file, true), READERS));
        } catch (SQLException | RuntimeException e) {
            throw new StoreException("the log database " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    static DataSource source(Path file, boolean readOnly) {
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

    @Override
    public BatchWriter writer() {
        return writer;
    }

    @Override
    public ReaderPool readers() {
        return readers;
    }

    @Override
    public String field(String name) {
        return "json_extract(CAST(bytes AS TEXT), '$." + name + "')";
    }

    @Override
    public void listen(Runnable committed) {
        // the file belongs to this process
    }

    @Override
    public void close() {
        try {
            readers.close();
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("the log database did not close cleanly: " + e.getMessage(), e);
        }
    }
}
