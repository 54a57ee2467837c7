package eu.urne.projections;

import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.receipt.TypedCode;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.StoreException;
import eu.urne.projections.internal.CodeProjector;
import eu.urne.projections.internal.PollProjector;
import eu.urne.projections.internal.PositionStore;
import eu.urne.projections.internal.Progress;
import eu.urne.projections.internal.ViewTransactions;
import eu.urne.projections.internal.ViewsDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The read models: what pages and REST show of polls. They follow the log by position; a reader who has just written
 * can wait for its own write. Safe for use by many threads.
 */
public final class Views implements AutoCloseable {

    private static final int BATCH = 512;

    /** Entries with one code that are looked at: more than one is a chance of millions, or somebody's work. */
    private static final int MOST_OF_ONE_CODE = 100;

    private static final String POLLS = """
            SELECT poll.poll, title, state, kind, hash, options, terms, cards, ballots, admitted, handed_out
            FROM poll JOIN turnout ON turnout.poll = poll.poll""";

    private final ViewsDatabase database;
    private final Progress progress = new Progress();
    private final PositionStore positions;

    private Views(ViewsDatabase database) {
        this.database = database;
        this.positions = new PositionStore(database.writer(), progress);
        positions.load();
    }

    /**
     * Opens the read models of a file, or new ones.
     *
     * @throws StoreException in one sentence, if the file is not a database of ours
     */
    public static Views open(Path file) {
        return new Views(ViewsDatabase.open(file));
    }

    /**
     * Deletes the file of read models that nobody has open; they are built anew from the log.
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

    /** Lets the read models follow the event store of this configuration. */
    public void follow(Configurer configurer) {
        TransactionManager transactions = new ViewTransactions(database.transactions());
        configurer
                .eventProcessing()
                .registerEventHandler(configuration -> new PollProjector(database.writer()))
                .registerEventHandler(configuration ->
                        new CodeProjector(database.writer(), configuration.getComponent(LogReader.class)))
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerTokenStore(configuration -> positions)
                .registerTrackingEventProcessor(
                        PollProjector.PROCESSOR,
                        configuration -> configuration.eventStore(),
                        configuration -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(BATCH)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken))
                // waits on the stream, so that the views are milliseconds behind; the pooled one looks twice a second
                .registerTransactionManager(PollProjector.PROCESSOR, configuration -> transactions);
    }

    /** The position of the log up to which everything can be seen; 0 before the first event. */
    public long position() {
        return progress.position();
    }

    /**
     * Waits until everything up to a position of the log can be seen.
     *
     * @return false if that takes longer than the timeout, or the thread was interrupted
     */
    public boolean await(long position, Duration timeout) {
        return progress.await(position, timeout);
    }

    /** All polls in the order of their definition. */
    public List<PollSummary> polls() {
        return database.reader()
                .sql(POLLS + " ORDER BY number")
                .query((row, number) -> summary(row))
                .list();
    }

    private static PollSummary summary(ResultSet row) throws SQLException {
        return new PollSummary(
                new PollId(row.getString("poll")),
                row.getString("title"),
                PollState.ofCode(row.getString("state")),
                row.getString("kind"),
                new Hash(row.getString("hash")),
                row.getInt("options"),
                row.getLong("cards"));
    }

    private record SummaryAndTerms(PollSummary summary, String terms) {}

    /** A poll with its definition; empty where there is none. */
    public Optional<PollView> poll(PollId id) {
        return database.reader()
                .sql(POLLS + " WHERE poll.poll = ?")
                .param(id.value())
                .query((row, number) -> new SummaryAndTerms(summary(row), row.getString("terms")))
                .optional()
                .map(this::view); // behind the query: a second connection while one is held could starve the pool
    }

    private PollView view(SummaryAndTerms row) {
        PollSummary summary = row.summary();
        ObjectNode definition = (ObjectNode) EngineJson.MAPPER.readTree(row.terms());
        ArrayNode options = definition.putArray("options");
        items("poll_option", summary.poll()).forEach(json -> options.add(EngineJson.MAPPER.readTree(json)));
        return new PollView(summary.poll(), summary.state(), summary.hash(), summary.cards(), definition);
    }

    private List<String> items(String table, PollId poll) {
        return database.reader()
                .sql("SELECT json FROM " + table + " WHERE poll = ? ORDER BY number")
                .param(poll.value())
                .query(String.class)
                .list();
    }

    /** How many took part in a poll; empty where there is none. */
    public Optional<Turnout> turnout(PollId id) {
        return database.reader()
                .sql(POLLS + " WHERE poll.poll = ?")
                .param(id.value())
                .query((row, number) -> new Turnout(
                        id,
                        PollState.ofCode(row.getString("state")),
                        row.getLong("cards"),
                        row.getLong("ballots"),
                        nullable(row, "admitted"),
                        nullable(row, "handed_out")))
                .optional();
    }

    /** The title of a poll; empty where there is none. */
    public Optional<String> title(PollId id) {
        return database.reader()
                .sql("SELECT title FROM poll WHERE poll = ?")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** The outcome of a poll; empty before it is declared. */
    public Optional<OutcomeView> outcome(PollId id) {
        return database.reader()
                .sql("SELECT json FROM outcome WHERE poll = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(json -> new OutcomeView(EngineJson.MAPPER.readValue(json, OutcomeDeclared.class), scores(id)));
    }

    private List<OptionVerdict> scores(PollId id) {
        return items("score", id).stream()
                .map(json -> EngineJson.MAPPER.readValue(json, OptionVerdict.class))
                .toList();
    }

    /**
     * The positions of the entries of the public log whose codes may be meant: their characters are the same, their
     * pictures are still to be compared. In the order of the log.
     */
    public List<Long> positions(TypedCode.Legible code) {
        return database.reader()
                .sql("SELECT position FROM receipt_code WHERE characters = ? ORDER BY position LIMIT ?")
                .params(code.number(), MOST_OF_ONE_CODE)
                .query(Long.class)
                .list();
    }

    /** Closes the database; the engine that they follow must be closed before. */
    @Override
    public void close() {
        database.close();
    }
}
