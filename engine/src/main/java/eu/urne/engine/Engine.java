package eu.urne.engine;

import eu.urne.engine.blob.BlobCommand;
import eu.urne.engine.blob.BlobEvent;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.blob.internal.BlobAggregate;
import eu.urne.engine.budget.BudgetEvent;
import eu.urne.engine.budget.BudgetOffice;
import eu.urne.engine.budget.ProposalEvent;
import eu.urne.engine.budget.internal.BudgetAggregate;
import eu.urne.engine.budget.internal.BudgetGuard;
import eu.urne.engine.budget.internal.BudgetReader;
import eu.urne.engine.budget.internal.ProposalAggregate;
import eu.urne.engine.budget.internal.ProposalGuard;
import eu.urne.engine.consult.AnswerOffice;
import eu.urne.engine.consult.AnswerReceived;
import eu.urne.engine.consult.AnswerStore;
import eu.urne.engine.consult.ConsultOffice;
import eu.urne.engine.consult.GatheringEvent;
import eu.urne.engine.consult.GatheringOffice;
import eu.urne.engine.consult.QuestionnaireEvent;
import eu.urne.engine.consult.internal.AnswerAggregate;
import eu.urne.engine.consult.internal.ConsultGuard;
import eu.urne.engine.consult.internal.ConsultReader;
import eu.urne.engine.consult.internal.GatheringAggregate;
import eu.urne.engine.consult.internal.QuestionnaireAggregate;
import eu.urne.engine.council.CandidacyEvent;
import eu.urne.engine.council.CouncilEvent;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawOffice;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MeetingOffice;
import eu.urne.engine.council.MinutesEvent;
import eu.urne.engine.council.MinutesOffice;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.SignerEvent;
import eu.urne.engine.council.internal.CandidaciesAggregate;
import eu.urne.engine.council.internal.CandidacyAggregate;
import eu.urne.engine.council.internal.CandidacyGuard;
import eu.urne.engine.council.internal.CandidacyRefusalAggregate;
import eu.urne.engine.council.internal.CouncilAggregate;
import eu.urne.engine.council.internal.CouncilGuard;
import eu.urne.engine.council.internal.CouncilReader;
import eu.urne.engine.council.internal.DrawAggregate;
import eu.urne.engine.council.internal.DrawGuard;
import eu.urne.engine.council.internal.MeetingAggregate;
import eu.urne.engine.council.internal.MeetingGuard;
import eu.urne.engine.council.internal.MinutesAggregate;
import eu.urne.engine.council.internal.MinutesGuard;
import eu.urne.engine.council.internal.MotionAggregate;
import eu.urne.engine.council.internal.MotionGuard;
import eu.urne.engine.council.internal.SignerAggregate;
import eu.urne.engine.log.Entry;
import eu.urne.engine.participation.ParticipationPublished;
import eu.urne.engine.participation.internal.ParticipationAggregate;
import eu.urne.engine.participation.internal.ParticipationGuard;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotEvent;
import eu.urne.engine.poll.PaperEvent;
import eu.urne.engine.poll.PaperOffice;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.RegisterClosed;
import eu.urne.engine.poll.PollEvent.RegisterOpened;
import eu.urne.engine.poll.PollOffice;
import eu.urne.engine.poll.internal.BallotAggregate;
import eu.urne.engine.poll.internal.PollAggregate;
import eu.urne.engine.poll.internal.PollGuard;
import eu.urne.engine.poll.internal.PollReader;
import eu.urne.engine.roll.ConsentEvent;
import eu.urne.engine.roll.RollEvent;
import eu.urne.engine.roll.internal.AdmissionAggregate;
import eu.urne.engine.roll.internal.ConsentAggregate;
import eu.urne.engine.roll.internal.RefusalAggregate;
import eu.urne.engine.roll.internal.RegisterAggregate;
import eu.urne.engine.roll.internal.RollGuard;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.EventTypes;
import eu.urne.engine.store.FollowedEventStore;
import eu.urne.engine.store.Guard;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.Placements;
import eu.urne.engine.store.SequencedEventStorageEngine;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.works.PlanEvent;
import eu.urne.engine.works.WorksEvent;
import eu.urne.engine.works.internal.PlanAggregate;
import eu.urne.engine.works.internal.PlanGuard;
import eu.urne.engine.works.internal.WorksAggregate;
import eu.urne.engine.works.internal.WorksGuard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** A running engine on a data directory: log, aggregates and the doors to them. */
public final class Engine implements AutoCloseable {

    private static final List<Class<?>> AGGREGATES = List.of(
            AdmissionAggregate.class,
            AnswerAggregate.class,
            BallotAggregate.class,
            BlobAggregate.class,
            BudgetAggregate.class,
            CandidaciesAggregate.class,
            CandidacyAggregate.class,
            CandidacyRefusalAggregate.class,
            ConsentAggregate.class,
            CouncilAggregate.class,
            DrawAggregate.class,
            GatheringAggregate.class,
            MeetingAggregate.class,
            MinutesAggregate.class,
            MotionAggregate.class,
            ParticipationAggregate.class,
            PlanAggregate.class,
            PollAggregate.class,
            ProposalAggregate.class,
            QuestionnaireAggregate.class,
            RefusalAggregate.class,
            RegisterAggregate.class,
            SignerAggregate.class,
            WorksAggregate.class);

    private static final List<Class<?>> ROLL_IN_POLL = List.of(RegisterOpened.class, RegisterClosed.class);

    private final SequencedLog log;
    private final Configuration axon;
    private final Commands commands;
    private final PollOffice polls;
    private final PaperOffice paper;
    private final BudgetOffice budgets;
    private final DrawOffice draws;
    private final MeetingOffice meetings;
    private final MinutesOffice minutes;
    private final BlobStore blobs;
    private final AnswerStore answers;
    private final ConsultReader consultations;

    private Engine(
            SequencedLog log,
            BlobStore blobs,
            Configuration axon,
            Commands commands,
            PollOffice polls,
            PaperOffice paper,
            BudgetOffice budgets,
            CouncilReader councils,
            AnswerStore answers,
            ConsultReader consultations) {
        this.log = log;
        this.blobs = blobs;
        this.axon = axon;
        this.commands = commands;
        this.polls = polls;
        this.budgets = budgets;
        this.draws = new DrawOffice(commands, councils);
        this.meetings = new MeetingOffice(commands, councils, polls);
        this.minutes = new MinutesOffice(commands, councils);
        this.paper = paper;
        this.answers = answers;
        this.consultations = consultations;
    }

    /**
     * Opens the log of the directory and starts the engine; the keys of polls are files of the directory.
     *
     * @param nowMs time of the genesis where the log is new, milliseconds since the epoch
     * @param more adds to Axon's configuration, for instance event processors; it has the log's {@link LogReader}
     * @throws eu.urne.engine.store.StoreException in one sentence, if the log cannot be opened
     */
    public static Engine start(DataDirectory data, long nowMs, Consumer<Configurer> more) {
        return start(data, data.keys(), nowMs, more);
    }

    /**
     * The same where other nodes need the keys of polls too.
     *
     * @param pollKeys where they are kept: {@code Vault.keys()}
     */
    public static Engine start(DataDirectory data, SecretKeys pollKeys, long nowMs, Consumer<Configurer> more) {
        Opened opened = new Opened();
        try {
            return started(data, pollKeys, nowMs, more, opened);
        } catch (RuntimeException e) {
            opened.closeAfter(e);
            throw e;
        }
    }

    private static Engine started(
            DataDirectory data, SecretKeys pollKeys, long nowMs, Consumer<Configurer> more, Opened opened) {
        BlobStore blobs = opened.add(BlobStore.open(data));
        AnswerStore answers = opened.add(AnswerStore.open(data));
        EventSerializer serializer = serializer();
        SequencedLog log = opened.add(
                SequencedLog.open(data.stores(), data.file("log.db"), data.signers(), nowMs, terms(serializer)));
        blobs.eraseAll(BlobCommand.erased(log.reader().streams(BlobCommand.STREAMS)));
        Placements placements = new Placements();
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer)
                .configureCorrelationDataProviders(configuration -> List.of())
                .configureEventStore(configuration -> FollowedEventStore.on(storage(log, serializer, placements), log))
                .registerComponent(LogReader.class, configuration -> log.reader());
        AGGREGATES.forEach(configurer::configureAggregate);
        more.accept(configurer);
        Configuration axon = configurer.start();
        Commands commands = new Commands(axon.commandGateway(), log, placements);
        PollReader reader = new PollReader(log.reader(), serializer);
        PollOffice polls = new PollOffice(commands, log, reader, pollKeys);
        BudgetReader budgets = new BudgetReader(log.reader(), serializer);
        PaperOffice paper = new PaperOffice(commands, reader);
        CouncilReader councils = new CouncilReader(log.reader(), serializer);
        ConsultReader consultations = new ConsultReader(log.reader(), serializer);
        return new Engine(
                log,
                blobs,
                axon,
                commands,
                polls,
                paper,
                new BudgetOffice(commands, budgets, polls),
                councils,
                answers,
                consultations);
    }

    private static EventStorageEngine storage(SequencedLog log, EventSerializer serializer, Placements placements) {
        SequencedEventStorageEngine.Builder storage =
                SequencedEventStorageEngine.builder(log, Engine::terms, placements);
        storage.eventSerializer(serializer).snapshotSerializer(serializer);
        return storage.build();
    }

    /** The serializer that knows every event of the engine. */
    public static EventSerializer serializer() {
        List<Class<?>> poll = new ArrayList<>(eventsOf(PollEvent.class));
        poll.removeAll(ROLL_IN_POLL);
        poll.add(BallotCast.class);
        poll.addAll(eventsOf(PaperEvent.class));
        List<Class<?>> roll = new ArrayList<>(ROLL_IN_POLL);
        roll.addAll(eventsOf(RollEvent.class));
        roll.addAll(eventsOf(ConsentEvent.class));
        List<Class<?>> consult = new ArrayList<>(eventsOf(QuestionnaireEvent.class, GatheringEvent.class));
        consult.add(AnswerReceived.class);
        return new EventSerializer(new EventTypes(Map.of(
                "consult",
                consult,
                "council",
                eventsOf(
                        CouncilEvent.class,
                        DrawEvent.class,
                        CandidacyEvent.class,
                        MeetingEvent.class,
                        MotionEvent.class,
                        SignerEvent.class,
                        MinutesEvent.class),
                "poll",
                poll,
                "roll",
                roll,
                "budget",
                eventsOf(BudgetEvent.class, ProposalEvent.class),
                "works",
                eventsOf(WorksEvent.class, PlanEvent.class),
                "blob",
                eventsOf(BlobEvent.class),
                "participation",
                List.of(ParticipationPublished.class))));
    }

    private static List<Class<?>> eventsOf(Class<?>... sealedInterfaces) {
        return Arrays.stream(sealedInterfaces)
                .<Class<?>>flatMap(each -> Arrays.stream(each.getPermittedSubclasses()))
                .toList();
    }

    private static Guard.Terms terms(Object event) {
        return switch (event) {
            case BallotEvent ballot -> PollGuard.terms(ballot);
            case PollEvent poll -> PollGuard.terms(poll);
            case RollEvent roll -> RollGuard.terms(roll);
            case ConsentEvent consent -> RollGuard.terms(consent);
            case BudgetEvent budget -> BudgetGuard.terms(budget);
            case ProposalEvent proposal -> ProposalGuard.terms(proposal);
            case WorksEvent works -> WorksGuard.terms(works);
            case PlanEvent plan -> PlanGuard.terms(plan);
            case CouncilEvent council -> CouncilGuard.terms(council);
            case DrawEvent draw -> DrawGuard.terms(draw);
            case CandidacyEvent candidacy -> CandidacyGuard.terms(candidacy);
            case MeetingEvent meeting -> MeetingGuard.terms(meeting);
            case MotionEvent motion -> MotionGuard.terms(motion);
            case QuestionnaireEvent questionnaire -> ConsultGuard.terms(questionnaire);
            case AnswerReceived answer -> ConsultGuard.terms(answer);
            case GatheringEvent gathering -> ConsultGuard.terms(gathering);
            case SignerEvent signer -> MinutesGuard.terms(signer);
            case MinutesEvent minutes -> MinutesGuard.terms(minutes);
            case ParticipationPublished figures -> ParticipationGuard.terms(figures);
            default -> Guard.Terms.NONE;
        };
    }

    /** What the guards ask of an entry and what it establishes, from its bytes alone, as this serializer reads them. */
    public static Function<byte[], Guard.Terms> terms(EventSerializer serializer) {
        return bytes -> terms(serializer.told(bytes).event());
    }

    /** What an entry has established by the guards, as {@link #serializer} reads its event. */
    public static List<Claim> established(EventSerializer serializer, Entry entry) {
        return entry.type().startsWith("urne.log.")
                ? List.of()
                : terms(serializer.event(entry)).makes();
    }

    /** Both logs. */
    public SequencedLog log() {
        return log;
    }

    /** The door for single commands. */
    public Commands commands() {
        return commands;
    }

    /** The steps of polls. */
    public PollOffice polls() {
        return polls;
    }

    /** The steps of budgets. */
    public BudgetOffice budgets() {
        return budgets;
    }

    /** The steps of draws of council members. */
    public DrawOffice draws() {
        return draws;
    }

    /** The steps of meetings of councils and their motions. */
    public MeetingOffice meetings() {
        return meetings;
    }

    /** The steps of questionnaires. */
    public ConsultOffice consultations() {
        return new ConsultOffice(commands, consultations, answers);
    }

    /** Takes answers to questionnaires. */
    public AnswerOffice answers() {
        return new AnswerOffice(commands, consultations, answers);
    }

    /** Counts who comes to gatherings. */
    public GatheringOffice gatherings() {
        return new GatheringOffice(commands, consultations, answers);
    }

    /** The steps of minutes of meetings and those who sign them. */
    public MinutesOffice minutes() {
        return minutes;
    }

    /** The texts and files by inhabitants, which stand outside the log. */
    public BlobStore blobs() {
        return blobs;
    }

    /** The steps of ballots on paper. */
    public PaperOffice paper() {
        return paper;
    }

    /** Axon's configuration, for its event store and processors. */
    public Configuration axon() {
        return axon;
    }

    /** Finishes what is under way and closes the log. */
    @Override
    public void close() {
        axon.shutdown();
        log.close();
        blobs.close();
        answers.close();
    }
}
