package eu.urne.api.desk;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.StoreException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the desk must know and the log must not: who signs in, which tablets there are, what waits for a second person.
 * In PostgreSQL all nodes share it.
 */
public final class DeskDatabase implements AutoCloseable {

    /** Its tables, for whoever moves them. */
    public static final SideTables TABLES =
            new SideTables("desk.db", "urne_desk", "the desk's database", "eu/urne/api/desk", false, new MovedDesk());

    private final OwnerDatabase database;
    private final boolean shared;
    private final JdbcClient client;
    private final TransactionTemplate transactions;

    private DeskDatabase(OwnerDatabase database, boolean shared) {
        this.database = database;
        this.shared = shared;
        this.client = JdbcClient.create(database.source());
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
    }

    /**
     * Opens the tables, or creates them, and brings their schema up to date.
     *
     * @throws StoreException in one sentence, if they cannot be opened
     */
    public static DeskDatabase open(DataDirectory data) {
        return new DeskDatabase(data.open(TABLES), data.stores().tables().isPresent());
    }

    /** Whether other nodes use it too. */
    public boolean isShared() {
        return shared;
    }

    /** Statements outside, or of the running, transaction. */
    public JdbcClient client() {
        return client;
    }

    /** Runs statements of {@link #client()} together or not at all. */
    public TransactionTemplate transactions() {
        return transactions;
    }

    /** Where its connections come from. */
    public DataSource source() {
        return database.source();
    }

    @Override
    public void close() {
        database.close();
    }
}
