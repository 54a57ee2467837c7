package eu.urne.projections;

import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.Council;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilEvent;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawEvent.DrawAnnounced;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MeetingEvent.AgendaItemAdded;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesCommand;
import eu.urne.engine.council.MinutesEvent;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.MotionEvent.MotionPut;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.Signer;
import eu.urne.engine.council.SignerEvent;
import eu.urne.engine.council.SignerId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages and REST show of councils: seats and numbers, never names. Safe for use by many threads. */
public final class CouncilViews {

    private static final Map<String, Class<?>> COUNCIL = types(CouncilEvent.class);
    private static final Map<String, Class<?>> DRAW = types(DrawEvent.class);
    private static final Map<String, Class<?>> MEETING = types(MeetingEvent.class);
    private static final Map<String, Class<?>> MOTION = types(MotionEvent.class);
    private static final Map<String, Class<?>> SIGNER = types(SignerEvent.class);
    private static final Map<String, Class<?>> MINUTES = types(MinutesEvent.class);

    private static final Map<String, Class<?>> WITH_TEXT = Stream.of(MEETING, MOTION, MINUTES)
            .flatMap(each -> each.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final String COUNCILS = """
            SELECT substr(stream, 9) FROM council_history
            WHERE stream > 'council/' AND stream < 'council0' AND number = 0
            ORDER BY json_extract(json, '$.terms.kind'), json_extract(json, '$.terms.title'), stream""";

    private final JdbcClient reader;

    /** Reads here. */
    CouncilViews(JdbcClient reader) {
        this.reader = reader;
    }

    private static Map<String, Class<?>> types(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    }

    /** All councils, by kind and title. */
    public List<CouncilView> councils() {
        return reader.sql(COUNCILS).query(String.class).list().stream()
                .flatMap(id -> council(new CouncilId(id)).stream())
                .toList();
    }

    /** A council; empty where there is none. */
    public Optional<CouncilView> council(CouncilId id) {
        List<Told<CouncilEvent>> history = history(id.stream(), COUNCIL, CouncilEvent.class);
        return fold(history, (Council) new Council.Unestablished(), Council::after)
                        instanceof Council.Established council
                ? Optional.of(new CouncilView(
                        council,
                        history,
                        parts(id, "draw", DrawId::new),
                        parts(id, "meeting", MeetingId::new),
                        parts(id, "motion", MotionId::new)))
                : Optional.empty();
    }

    /** A draw; empty where there is none. */
    public Optional<DrawView> draw(DrawId id) {
        List<Told<DrawEvent>> history = history(id.stream(), DRAW, DrawEvent.class);
        CouncilDraw draw = fold(history, (CouncilDraw) new CouncilDraw.Unannounced(), CouncilDraw::after);
        return first(history, DrawAnnounced.class).map(announced -> new DrawView(draw, announced.terms(), history));
    }

    /** A meeting; empty where there is none. */
    public Optional<MeetingView> meeting(CouncilId council, MeetingId id) {
        List<Told<MeetingEvent>> history = history(id.stream(council), MEETING, MeetingEvent.class);
        return fold(history, (Meeting) new Meeting.Uncalled(), Meeting::after) instanceof Meeting.Known meeting
                ? Optional.of(new MeetingView(
                        council,
                        id,
                        meeting,
                        history,
                        parts(council, "motion", MotionId::new).stream()
                                .filter(motion -> motion(council, motion)
                                        .filter(view -> view.terms().meeting().equals(id))
                                        .isPresent())
                                .toList()))
                : Optional.empty();
    }

    /** A motion; empty where there is none. */
    public Optional<MotionView> motion(CouncilId council, MotionId id) {
        List<Told<MotionEvent>> history = history(id.stream(council), MOTION, MotionEvent.class);
        Motion motion = fold(history, (Motion) new Motion.Unput(), Motion::after);
        return first(history, MotionPut.class).map(put -> new MotionView(council, id, motion, put.terms(), history));
    }

    /** The minutes of a meeting; empty where there are none. */
    public Optional<MinutesView> minutes(CouncilId council, MeetingId meeting) {
        List<Told<MinutesEvent>> history =
                history(MinutesCommand.stream(council, meeting), MINUTES, MinutesEvent.class);
        return fold(history, (Minutes) new Minutes.Undrafted(), Minutes::after) instanceof Minutes.Known minutes
                ? Optional.of(new MinutesView(council, meeting, minutes, history))
                : Optional.empty();
    }

    /** Who signs minutes of a council, in the order named. */
    public List<SignerView> signers(CouncilId council) {
        return parts(council, "signer", SignerId::new).stream()
                .flatMap(id -> signer(council, id).stream())
                .toList();
    }

    /** Somebody who signs minutes; empty where there is nobody of that name. */
    public Optional<SignerView> signer(CouncilId council, SignerId id) {
        List<Told<SignerEvent>> history = history(id.stream(council), SIGNER, SignerEvent.class);
        return fold(history, (Signer) new Signer.Unnamed(), Signer::after) instanceof Signer.Known signer
                ? Optional.of(new SignerView(council, id, signer, history))
                : Optional.empty();
    }

    /** Whether a text is for everybody: of a motion, of a published agenda or of published minutes. */
    public boolean shows(BlobHash text) {
        return reader.sql("""
                        SELECT type, json FROM council_history WHERE type IN
                        ('AgendaItemAdded', 'MotionPut', 'AmendmentPut', 'TextRevised', 'OpinionAnswered',
                        'MinutesDrafted', 'MinutesCorrected') AND instr(json, ?) > 0""")
                .param(text.hex())
                .query((row, number) -> isPublished(
                        EngineJson.MAPPER.readValue(
                                row.getString("json"), Objects.requireNonNull(WITH_TEXT.get(row.getString("type")))),
                        text))
                .list()
                .contains(true);
    }

    private boolean isPublished(Object event, BlobHash text) {
        return switch (event) {
            case AgendaItemAdded added -> isPublished(added);
            case MinutesEvent minutes ->
                minutes(minutes.council(), minutes.meeting())
                        .flatMap(view -> Optional.ofNullable(view.minutes().published()))
                        .stream()
                        .flatMap(published -> published.latest().notes().stream())
                        .anyMatch(note -> note.text().equals(text));
            default -> true;
        };
    }

    private boolean isPublished(AgendaItemAdded added) {
        return meeting(added.council(), added.meeting())
                .filter(view ->
                        view.meeting().facts().published().contains(added.item().id()))
                .isPresent();
    }

    private <T> List<T> parts(CouncilId council, String kind, Function<String, T> id) {
        return reader
                .sql("SELECT id FROM council_part WHERE council = ? AND kind = ? ORDER BY number")
                .params(council.value(), kind)
                .query(String.class)
                .list()
                .stream()
                .map(id)
                .toList();
    }

    private <E> List<Told<E>> history(String stream, Map<String, Class<?>> types, Class<E> kind) {
        return reader.sql("SELECT at_ms, type, json FROM council_history WHERE stream = ? ORDER BY number")
                .param(stream)
                .query((row, number) -> {
                    Class<?> type = Objects.requireNonNull(types.get(row.getString("type")));
                    Object event = EngineJson.MAPPER.readValue(row.getString("json"), type);
                    return new Told<>(kind.cast(event), row.getLong("at_ms"));
                })
                .list();
    }

    private static <S, E> S fold(List<Told<E>> history, S start, BiFunction<S, E, S> step) {
        S state = start;
        for (Told<E> told : history) {
            state = step.apply(state, told.event());
        }
        return state;
    }

    private static <E, T extends E> Optional<T> first(List<Told<E>> history, Class<T> type) {
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(type.cast(history.getFirst().event()));
    }
}
