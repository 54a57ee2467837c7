package eu.urne.projections.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The read models in an SQLite file. */
public final class SqliteViews extends PooledViews {

    private static final int READERS = 4;
    private static final Resource INDEXES = new ClassPathResource("eu/urne/projections/indexes-sqlite.sql");

    private final PositionStore positions;

    private SqliteViews(DataSource source, Progress progress) {
        super(writer(source), new HikariDataSource(pool(source, "readers", READERS)));
        this.positions = new PositionStore(writer(), progress);
    }

    /**
     * Opens the file, or creates it. One whose schema is older is deleted, to be built anew from the log: what a new
     * table holds follows from the whole log.
     *
     * @param progress is told how far they are
     * @throws StoreException in one sentence, if the file is not a database of ours
     */
    public static SqliteViews open(Path file, Progress progress) {
        try {
            DataSource source = source(file);
            Flyway schema = Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:eu/urne/projections/sqlite")
                    .load();
            switch (SchemaAge.of(schema)) {
                case OLDER -> delete(file);
                case NEWER -> throw new StoreException("a newer version of Urne made them");
                case SAME -> {}
            }
            schema.migrate();
            SqliteViews views = new SqliteViews(source, progress);
            views.positions.load();
            return views;
        } catch (RuntimeException e) {
            throw new StoreException(
                    "the database of the views " + file + " cannot be opened (it can be rebuilt from the log): "
                            + e.getMessage(),
                    e);
        }
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

    private static HikariDataSource writer(DataSource source) {
        HikariConfig pool = pool(source, "writer", 1);
        pool.setAutoCommit(false);
        return new HikariDataSource(pool);
    }

    @Override
    public Positions positions() {
        return positions;
    }

    @Override
    public void index() {
        writer().executeInTransaction(() -> writer().run(INDEXES));
    }

    @Override
    public void settle() {
        // it plans by its indexes, and looks at no table for what stands in one
    }
}
