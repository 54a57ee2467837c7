package eu.urne.engine.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The schema {@code urne_log} of a PostgreSQL database, on which any number of nodes write. */
final class PostgresLogDatabase implements LogDatabase {

    /** Name of the schema. */
    static final String SCHEMA = "urne_log";

    /** The channel on which writers tell of their commits. */
    static final String CHANNEL = "urne_log";

    private static final int READERS = 4;

    /** More than a node may hold the lock that it has stopped with, see {@link PostgresBatch}. */
    private static final int WRITE_SECONDS = 15;

    private static final int READ_SECONDS = 30;

    private final DataSource source;
    private final PostgresBatch writer;
    private final ReaderPool readers;
    private @Nullable NoticeListener listener;

    private PostgresLogDatabase(DataSource source, PostgresBatch writer, ReaderPool readers) {
        this.source = source;
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * Opens the schema, or creates it, and brings it up to date.
     *
     * @throws StoreException in one sentence, if the database cannot be used or does not sync to disk
     */
    static LogDatabase open(StoreSettings.Postgresql settings) {
        return open(settings, UnaryOperator.identity());
    }

    /**
     * The same.
     *
     * @param writerSeam wraps the writing connections; the identity, except in tests that inject faults
     */
    static LogDatabase open(StoreSettings.Postgresql settings, UnaryOperator<Connection> writerSeam) {
        DataSource source = settings.source(SCHEMA);
        try {
            prepare(source);
            ReaderPool readers = new ReaderPool(settings.source(SCHEMA, READ_SECONDS), READERS);
            DataSource writing = settings.source(SCHEMA, WRITE_SECONDS);
            PostgresBatch writer = new PostgresBatch(() -> writerSeam.apply(StoreUse.byNode(writing.getConnection())));
            return new PostgresLogDatabase(source, writer, readers);
        } catch (SQLException | RuntimeException e) {
            throw failed(settings, e);
        }
    }

    private static StoreException failed(StoreSettings.Postgresql settings, Exception e) {
        return new StoreException("the log in the database " + settings + " cannot be opened: " + OneLine.of(e), e);
    }

    /**
     * Makes the schema where there is none, and brings it up to date, for a tool that is alone with it.
     *
     * @throws StoreException in one sentence, if the database cannot be used or does not sync to disk
     */
    static void prepare(StoreSettings.Postgresql settings) {
        try {
            prepare(settings.source(SCHEMA));
        } catch (SQLException | RuntimeException e) {
            throw failed(settings, e);
        }
    }

    private static void prepare(DataSource source) throws SQLException {
        checkDurable(source);
        Schema.migrate(source, "eu/urne/engine/store/postgresql", SCHEMA);
    }

    private static void checkDurable(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW fsync")) {
            row.next();
            if (!row.getString(1).equals("on")) {
                throw new StoreException("its server does not sync to disk, and would lose acknowledged ballots in a"
                        + " loss of power: set fsync = on");
            }
        }
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
        String text = "(convert_from(bytes, 'UTF8')::json ->> '" + name + "')";
        return name.equals("type") ? text : text + "::bigint";
    }

    @Override
    public void listen(Runnable committed) {
        listener = NoticeListener.start(source, CHANNEL, new OthersCommits(writer::isOwn, committed));
    }

    @Override
    public void close() {
        try {
            if (listener != null) {
                listener.close();
            }
            readers.close();
            writer.close();
        } catch (SQLException e) {
            throw new StoreException("the log database did not close cleanly: " + e.getMessage(), e);
        }
    }
}
