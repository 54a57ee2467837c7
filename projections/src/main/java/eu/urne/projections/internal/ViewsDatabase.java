package eu.urne.projections.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite file of the read models: one connection that writes, a few that read. */
public final class ViewsDatabase implements AutoCloseable {

    private static final int READERS = 4;
    private static final Resource INDEXES = new ClassPathResource("eu/urne/projections/indexes.sql");

    private final ViewWriter writer;
    private final HikariDataSource readers;

    private ViewsDatabase(ViewWriter writer, HikariDataSource readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * Opens the file, or creates it. One whose schema is older is deleted, to be built anew from the log: what a new
     * table holds follows from the whole log.
     *
     * @throws StoreException in one sentence, if the file is not a database of ours
     */
    public static ViewsDatabase open(Path file) {
        try {
            DataSource source = source(file);
            Flyway schema = Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:eu/urne/projections/sqlite")
                    .load();
            if (isOlder(schema.info().all())) {
                delete(file);
            }
            schema.migrate();
            return new ViewsDatabase(new ViewWriter(source.getConnection()), readers(source));
        } catch (RuntimeException | SQLException e) {
            throw new StoreException(
                    "the database of the views " + file + " cannot be opened (it can be rebuilt from the log): "
                            + e.getMessage(),
                    e);
        }
    }

    private static boolean isOlder(MigrationInfo[] migrations) {
        return Arrays.stream(migrations).anyMatch(each -> each.getState().isApplied())
                && Arrays.stream(migrations).anyMatch(each -> !each.getState().isApplied());
    }

    /**
     * Deletes a file that nobody has open.
     *
     * @throws StoreException in one sentence, if it cannot be deleted
     */
    public static void delete(Path file) {
        try {
            for (String suffix : List.of("-wal", "-shm", "")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException e) {
            throw new StoreException("the database of the views " + file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private static DataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL); // what a crash loses follows from the log again
        config.setBusyTimeout(10_000);
        config.setGetGeneratedKeys(false); // else every insert is followed by a query that nobody asks for
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource readers(DataSource source) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(READERS);
        pool.setPoolName("views-readers");
        return new HikariDataSource(pool);
    }

    /** For the one who writes. */
    public ViewWriter writer() {
        return writer;
    }

    /** For everybody who reads. */
    public JdbcClient reader() {
        return JdbcClient.create(readers);
    }

    /** Makes the indexes that reading needs and writing in bulk does not; those that exist already stay. */
    public void index() {
        writer.executeInTransaction(() -> writer.run(INDEXES));
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
