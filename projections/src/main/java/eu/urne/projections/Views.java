package eu.urne.projections;

import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.StoreException;
import eu.urne.projections.internal.BulkReplay;
import eu.urne.projections.internal.PositionStore;
import eu.urne.projections.internal.Progress;
import eu.urne.projections.internal.Projector;
import eu.urne.projections.internal.ViewsDatabase;
import eu.urne.projections.internal.ViewsFollower;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The read models: what pages and REST show. They follow the log by position; a reader who has just written can wait
 * for its own write. Safe for use by many threads.
 */
public final class Views implements AutoCloseable {

    private static final int BATCH = 512;

    private final ViewsDatabase database;
    private final Progress progress = new Progress();
    private final PositionStore positions;
    private final List<Projector> projectors;
    private final PollViews polls;
    private final PaperViews paper;
    private final BudgetViews budgets;
    private final ProposalViews proposals;
    private final WorksViews works;
    private final PlanViews plan;
    private final CouncilViews councils;
    private final ConsultViews consultations;

    private Views(ViewsDatabase database) {
        this.database = database;
        this.projectors = Projector.all(database.writer());
        this.polls = new PollViews(database.reader());
        this.paper = new PaperViews(database.reader());
        this.budgets = new BudgetViews(database.reader());
        this.proposals = new ProposalViews(database.reader());
        this.works = new WorksViews(database.reader());
        this.plan = new PlanViews(database.reader());
        this.councils = new CouncilViews(database.reader());
        this.consultations = new ConsultViews(database.reader());
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
        ViewsDatabase.delete(file);
    }

    /**
     * Lets the read models follow the event store of this configuration. What they are behind is made up for before
     * anything else happens; from then on they are milliseconds behind.
     */
    public void follow(Configurer configurer) {
        configurer.onInitialize(
                configuration -> configuration.onStart(Phase.EXTERNAL_CONNECTIONS, () -> catchUp(configuration)));
        configurer
                .eventProcessing()
                .registerEventHandler(
                        configuration -> new ViewsFollower(projectors, configuration.getComponent(LogReader.class)))
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerTokenStore(configuration -> positions)
                .registerTrackingEventProcessor(
                        ViewsFollower.PROCESSOR,
                        configuration -> configuration.eventStore(),
                        configuration -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(BATCH)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken))
                // waits on the stream, so that the views are milliseconds behind; the pooled one looks twice a second
                .registerTransactionManager(ViewsFollower.PROCESSOR, configuration -> database.writer());
    }

    private void catchUp(Configuration configuration) {
        LogReader log = configuration.getComponent(LogReader.class);
        EventSerializer serializer = (EventSerializer) configuration.eventSerializer();
        new BulkReplay(log, serializer, projectors, database.writer(), positions).run(position());
        database.index();
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
