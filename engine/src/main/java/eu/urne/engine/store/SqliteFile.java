package eu.urne.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** An SQLite file with tables beside the log: one connection that writes, some that read. */
final class SqliteFile {

    private static final int READERS = 16;
    private static final int CACHE_KIB = 65_536;
    private static final int CHECKPOINT_PAGES = 16_384;
    private static final long PATIENCE_MS = 60_000;

    private SqliteFile() {}

    /** Creates the file for its owner only where there is none, and brings its schema up to date. */
    static void prepare(Path file, SideTables tables) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Schema.migrate(source(file, tables), tables.migrations() + "/sqlite");
        } catch (IOException | RuntimeException e) {
            throw new StoreException(tables.contents() + " " + file + " cannot be opened: " + OneLine.of(e), e);
        }
    }

    /** For whoever changes nothing. */
    static SQLiteDataSource unchanging(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    static SQLiteDataSource source(Path file, SideTables tables) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL); // the log names it only once it is durable
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // what is erased is overwritten
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(true);
        if (tables.large()) {
            config.setCacheSize(-CACHE_KIB);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    static HikariDataSource writer(Path file, SideTables tables) {
        HikariConfig pool = pool(file, tables, 1);
        if (tables.large()) { // a large file writes each page less often
            pool.setConnectionInitSql("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        }
        return new HikariDataSource(pool);
    }

    static HikariDataSource readers(Path file, SideTables tables) {
        return new HikariDataSource(pool(file, tables, READERS));
    }

    private static HikariConfig pool(Path file, SideTables tables, int most) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source(file, tables));
        pool.setMaximumPoolSize(most);
        pool.setMinimumIdle(1);
        pool.setMaxLifetime(0);
        pool.setConnectionTimeout(PATIENCE_MS);
        pool.setPoolName(tables.file());
        return pool;
    }
}
