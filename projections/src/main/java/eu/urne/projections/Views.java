package eu.urne.projections;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings.Postgresql;
import eu.urne.projections.internal.BulkReplay;
import eu.urne.projections.internal.Positions;
import eu.urne.projections.internal.PostgresViews;
import eu.urne.projections.internal.Progress;
import eu.urne.projections.internal.Projector;
import eu.urne.projections.internal.SqliteViews;
import eu.urne.projections.internal.ViewsDatabase;
import eu.urne.projections.internal.ViewsFollower;
import eu.urne.projections.internal.ViewsProcessor;
import eu.urne.projections.internal.ViewsSchema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The read models: what pages and REST show. They follow the log by position; a reader who has just written can wait
 * for its own write. Where several nodes share them, one of them builds them, and another takes over within seconds
 * when it is gone; all of them read. Safe for use by many threads.
 */
public final class Views implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);

    private static final String FILE = "views.db";

    private static final int BATCH = 512;

    /** How long a node that has fallen silent keeps the right to build. */
    private static final Duration CLAIM = Duration.ofSeconds(5);

    private static final long TRY_MS = 250;

    private final ViewsDatabase database;
    private final Progress progress;
    private final Positions positions;
    private final Duration claim;
    private final List<Projector> projectors;
    private final PollViews polls;
    private final PaperViews paper;
    private final BudgetViews budgets;
    private final ProposalViews proposals;
    private final WorksViews works;
    private final PlanViews plan;
    private final CouncilViews councils;
    private final ConsultViews consultations;

    private Views(ViewsDatabase database, Progress progress, Duration claim) {
        this.database = database;
        this.progress = progress;
        this.claim = claim;
        this.positions = database.positions();
        this.projectors = Projector.all(database.writer());
        this.polls = new PollViews(database.reader());
        this.paper = new PaperViews(database.reader());
        this.budgets = new BudgetViews(database.reader());
        this.proposals = new ProposalViews(database.reader());
        this.works = new WorksViews(database.reader());
        this.plan = new PlanViews(database.reader());
        this.councils = new CouncilViews(database.reader());
        this.consultations = new ConsultViews(database.reader());
    }

    /**
     * Opens the read models of an installation, or new ones: in its PostgreSQL database, or else in a file of the
     * folder.
     *
     * @throws StoreException in one sentence, if they cannot be opened, or belong to another installation or version
     */
    public static Views open(DataDirectory data) {
        return open(data, CLAIM);
    }

    /** The same, with the time for which a node that has fallen silent keeps the right to build. */
    static Views open(DataDirectory data, Duration claim) {
        Progress progress = new Progress();
        Optional<Postgresql> shared = data.stores().tables();
        ViewsDatabase database = shared.isPresent()
                ? PostgresViews.open(shared.get(), log(data), progress, claim)
                : SqliteViews.open(data.file(FILE), progress);
        return new Views(database, progress, claim);
    }

    private static String log(DataDirectory data) {
        return data.signers().get(LogName.PUBLIC).verifierKey().toString();
    }

    /**
     * Deletes the read models of an installation; they are built anew from the log. This node must not have them open;
     * other nodes may, and show what has been built again so far.
     *
     * @throws StoreException in one sentence, if they cannot be deleted, or belong to another installation
     */
    public static void delete(DataDirectory data) {
        Optional<Postgresql> shared = data.stores().tables();
        if (shared.isPresent()) {
            ViewsSchema.drop(shared.get(), log(data));
        } else {
            SqliteViews.delete(data.file(FILE));
        }
    }

    /**
     * Lets the read models follow the event store of this configuration, unless and until another node does. What they
     * are behind is made up for before anything else happens; from then on they are milliseconds behind.
     */
    public void follow(Configurer configurer) {
        configurer.onInitialize(
                configuration -> configuration.onStart(Phase.EXTERNAL_CONNECTIONS, () -> catchUp(configuration)));
        configurer
                .eventProcessing()
                .registerEventHandler(configuration ->
                        new ViewsFollower(projectors, positions, configuration.getComponent(LogReader.class)))
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerEventProcessor(ViewsFollower.PROCESSOR, this::processor);
    }

    /** It waits on the stream, so that the views are milliseconds behind; the pooled one looks twice a second. */
    private EventProcessor processor(String name, Configuration configuration, EventHandlerInvoker handlers) {
        return new ViewsProcessor(TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(handlers)
                .messageSource(configuration.eventStore())
                .tokenStore(positions)
                .transactionManager(database.writer())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH)
                        .andTokenClaimInterval(TRY_MS, TimeUnit.MILLISECONDS)
                        .andEventAvailabilityTimeout(claim.toMillis() / 5, TimeUnit.MILLISECONDS)
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)));
    }

    private void catchUp(Configuration configuration) {
        LogReader log = configuration.getComponent(LogReader.class);
        EventSerializer serializer = (EventSerializer) configuration.eventSerializer();
        OptionalLong built = positions.claim(ViewsFollower.PROCESSOR);
        if (built.isPresent()) {
            try {
                BulkReplay replay = new BulkReplay(log, serializer, projectors, database.writer(), positions);
                boolean replayed = replay.run(built.getAsLong());
                database.index();
                if (replayed) {
                    database.settle();
                }
            } catch (UnableToClaimTokenException e) {
                LOG.info("another node builds the views on: {}", e.getMessage());
            }
        }
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

    /** What is seen of polls. */
    public PollViews polls() {
        return polls;
    }

    /** What is seen of sheets of paper. */
    public PaperViews paper() {
        return paper;
    }

    /** What is seen of participatory budgets. */
    public BudgetViews budgets() {
        return budgets;
    }

    /** What is seen of the proposals of budgets. */
    public ProposalViews proposals() {
        return proposals;
    }

    /** What is seen of works. */
    public WorksViews works() {
        return works;
    }

    /** What is seen of the investment plan. */
    public PlanViews plan() {
        return plan;
    }

    /** What is seen of councils, their draws, meetings and motions. */
    public CouncilViews councils() {
        return councils;
    }

    /** Questionnaires and gatherings. */
    public ConsultViews consultations() {
        return consultations;
    }

    /** Closes the database; the engine that they follow must be closed before. */
    @Override
    public void close() {
        database.close();
    }
}
