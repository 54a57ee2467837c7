package eu.urne.engine.vault.internal;

import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The vault's own SQLite file, for its owner only: one connection that writes, in transactions, and some that read.
 * What is deleted is overwritten.
 */
public final class VaultStore implements AutoCloseable {

    private static final int CACHE_KIB = 65_536;
    private static final int IDLE_READERS = 4;
    private static final int CHECKPOINT_PAGES = 16_384;

    private final DataSource source;
    private final Connection writer;
    private final ReentrantLock lock = new ReentrantLock();
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();

    private VaultStore(DataSource source, Connection writer) {
        this.source = source;
        this.writer = writer;
    }

    /**
     * Opens the file, or creates it, and brings its schema up to date.
     *
     * @throws StoreException in one sentence, if the file is not a database of ours, or others may read it
     */
    public static VaultStore open(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------")) {
                throw new StoreException("the vault " + file + " can be read by others; allow its owner only");
            }
            DataSource source = source(file);
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:eu/urne/engine/vault/sqlite")
                    .load()
                    .migrate();
            Connection writer = source.getConnection();
            try (Statement pragma = writer.createStatement()) {
                pragma.execute(
                        "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES); // a large file writes each page less often
            }
            writer.setAutoCommit(false);
            return new VaultStore(source, writer);
        } catch (StoreException e) {
            throw e;
        } catch (SQLException | IOException | RuntimeException e) {
            throw new StoreException("the vault " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static DataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setCacheSize(-CACHE_KIB);
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** What is done with a connection. */
    public interface Work<T extends @Nullable Object> {
        /** Does it. */
        T with(Connection connection) throws SQLException;
    }

    /**
     * Writes in one transaction: all of it is durable when this returns, or nothing has happened.
     *
     * @throws StoreException in one sentence, if the database fails
     */
    public <T extends @Nullable Object> T write(Work<T> work) {
        lock.lock();
        try {
            boolean done = false;
            try {
                T result = work.with(writer);
                writer.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    writer.rollback();
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            lock.unlock();
        }
    }

    /** Reads what is committed. */
    public <T extends @Nullable Object> T read(Work<T> work) {
        try {
            Connection idled = idle.poll();
            Connection connection = idled == null ? source.getConnection() : idled;
            boolean done = false;
            try {
                T result = work.with(connection);
                done = true;
                return result;
            } finally {
                if (!done || idle.size() >= IDLE_READERS) {
                    connection.close();
                } else {
                    idle.add(connection);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Lets what was deleted vanish from the file beside the database too, in which changes wait. */
    public void forgetDeleted() {
        lock.lock();
        try {
            writer.setAutoCommit(true);
            try (var statement = writer.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            } finally {
                writer.setAutoCommit(false);
            }
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            lock.unlock();
        }
    }

    private static StoreException failed(SQLException e) {
        return new StoreException("the vault cannot be used: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
                connection.close();
            }
            writer.close();
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            lock.unlock();
        }
    }
}
