package eu.urne.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A database beside the log that only its owner may read: one connection that writes, one transaction at a time, and a
 * few that read. What was written is durable when the call returns; what was deleted is overwritten. Safe for use by
 * many threads.
 */
public final class OwnerDatabase implements AutoCloseable {

    private static final int READERS = 4;

    /** What is done in a transaction. */
    @FunctionalInterface
    public interface Writing {
        /** Does it, and tells how many rows changed. */
        int apply(Writer writer) throws SQLException;
    }

    /** What is asked of a connection. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Asks it. */
        T apply(Connection connection) throws SQLException;
    }

    /** The connection that writes. */
    public record Writer(Connection connection) {

        /** Runs a statement; the number of rows it changed. */
        public int update(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        }
    }

    private final Path file;
    private final String contents;
    private final Writer writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);

    private OwnerDatabase(Path file, String contents, SQLiteDataSource source) throws SQLException {
        this.file = file;
        this.contents = contents;
        this.writer = new Writer(source.getConnection());
        writer.connection().setAutoCommit(false);
        for (int i = 0; i < READERS; i++) {
            readers.add(source.getConnection());
        }
    }

    /**
     * Opens the file, or creates it for its owner only, and brings its schema up to date.
     *
     * @param contents what is in it, for sentences: {@code the blobs}
     * @param migrations where they are on the class path
     * @throws StoreException in one sentence, if it cannot be opened
     */
    public static OwnerDatabase open(Path file, String contents, String migrations) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            SQLiteDataSource source = source(file);
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:" + migrations)
                    .load()
                    .migrate();
            return new OwnerDatabase(file, contents, source);
        } catch (IOException | SQLException | RuntimeException e) {
            throw new StoreException(
                    "the database of " + contents + " " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL); // the log names it only once it is durable
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // what is erased is overwritten
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** Runs it in a transaction. */
    public int write(Writing work) {
        writing.lock();
        try {
            int result = work.apply(writer);
            writer.connection().commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack();
            throw failed(e);
        } finally {
            writing.unlock();
        }
    }

    private void rollBack() {
        try {
            writer.connection().rollback();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Moves what was written from the journal into the file and empties it: erased content is in it still. */
    public void forgetJournal() {
        writing.lock();
        try {
            writer.connection().setAutoCommit(true);
            try (Statement statement = writer.connection().createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            } finally {
                writer.connection().setAutoCommit(false);
            }
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            writing.unlock();
        }
    }

    /** Asks one of the connections that read. */
    public <T> T read(Reading<T> question) {
        Connection reader = take();
        try {
            return question.apply(reader);
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            readers.add(reader);
        }
    }

    private Connection take() {
        try {
            return readers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for the database of " + contents, e);
        }
    }

    private StoreException failed(Exception cause) {
        return new StoreException("the database of " + contents + " " + file + " failed: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        try {
            for (int i = 0; i < READERS; i++) {
                take().close();
            }
            writer.connection().close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
