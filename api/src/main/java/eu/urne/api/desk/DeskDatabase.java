package eu.urne.api.desk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.urne.engine.store.StoreException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * What the desk must know and the log must not: who signs in, which tablets there are, what waits for a second person.
 * One connection, so that a transaction sees what it changes.
 */
public final class DeskDatabase implements AutoCloseable {

    private final HikariDataSource source;
    private final JdbcClient client;
    private final TransactionTemplate transactions;

    private DeskDatabase(HikariDataSource source) {
        this.source = source;
        this.client = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /**
     * Opens the file, or creates it, and brings its schema up to date.
     *
     * @throws StoreException in one sentence, if the file is not a database of ours
     */
    public static DeskDatabase open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + file);
        try {
            Flyway.configure()
                    .dataSource(sqlite)
                    .locations("classpath:eu/urne/api/desk/sqlite")
                    .load()
                    .migrate();
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(sqlite);
            pool.setMaximumPoolSize(1);
            pool.setPoolName("desk");
            return new DeskDatabase(new HikariDataSource(pool));
        } catch (RuntimeException e) {
            throw new StoreException("the desk's database " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Statements outside, or of the running, transaction. */
    public JdbcClient client() {
        return client;
    }

    /** Runs statements of {@link #client()} together or not at all. */
    public TransactionTemplate transactions() {
        return transactions;
    }

    @Override
    public void close() {
        source.close();
    }
}
