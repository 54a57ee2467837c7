package eu.urne.projections;

import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.consult.Gathering;
import eu.urne.engine.consult.GatheringEvent;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireEvent;
import eu.urne.engine.consult.QuestionnaireId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages and REST show of questionnaires and gatherings: figures, never answers. Safe for use by many threads. */
public final class ConsultViews {

    private static final Map<String, Class<?>> QUESTIONNAIRE = types(QuestionnaireEvent.class);
    private static final Map<String, Class<?>> GATHERING = types(GatheringEvent.class);

    private static final String STREAMS = """
            SELECT stream FROM consult_history
            WHERE number = 0 AND stream > ? AND stream < ? ORDER BY at_ms DESC, stream""";
    private static final String ANSWERS = """
            SELECT coalesce(sum(answers), 0) FROM consult_answers
            WHERE questionnaire = ? AND channel = coalesce(?, channel)""";
    private static final String FINDINGS = """
            SELECT count(*) FROM consult_history
            WHERE type IN ('FindingPublished', 'FindingRevised') AND instr(json, ?) > 0""";

    private final JdbcClient reader;

    /** Reads here. */
    ConsultViews(JdbcClient reader) {
        this.reader = reader;
    }

    private static Map<String, Class<?>> types(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    }

    /** All questionnaires, the latest first. */
    public List<QuestionnaireView> questionnaires() {
        return streams("questionnaire/").stream()
                .flatMap(id -> questionnaire(new QuestionnaireId(id)).stream())
                .toList();
    }

    /** A questionnaire; empty where there is none. */
    public Optional<QuestionnaireView> questionnaire(QuestionnaireId id) {
        List<Told<QuestionnaireEvent>> history = history(id.stream(), QUESTIONNAIRE, QuestionnaireEvent.class);
        Questionnaire state = fold(history, (Questionnaire) new Questionnaire.Undefined(), Questionnaire::after);
        return state instanceof Questionnaire.Known known
                ? Optional.of(new QuestionnaireView(known, answers(id, null), answers(id, "PAPER"), history))
                : Optional.empty();
    }

    private long answers(QuestionnaireId id, @Nullable String channel) {
        return reader.sql(ANSWERS).params(id.value(), channel).query(Long.class).single();
    }

    /** All gatherings, the last announced first. */
    public List<GatheringView> gatherings() {
        return streams("gathering/").stream()
                .flatMap(id -> gathering(new GatheringId(id)).stream())
                .toList();
    }

    /** A gathering; empty where there is none. */
    public Optional<GatheringView> gathering(GatheringId id) {
        List<Told<GatheringEvent>> history = history(id.stream(), GATHERING, GatheringEvent.class);
        Gathering state = fold(history, (Gathering) new Gathering.Unannounced(), Gathering::after);
        return state instanceof Gathering.Announced known
                ? Optional.of(new GatheringView(known, history))
                : Optional.empty();
    }

    /** Whether a text is for everybody: of a finding. */
    public boolean shows(BlobHash text) {
        return reader.sql(FINDINGS).param(text.hex()).query(Long.class).single() > 0;
    }

    private List<String> streams(String prefix) {
        String behind = prefix.substring(0, prefix.length() - 1) + (char) ('/' + 1);
        return reader.sql(STREAMS).params(prefix, behind).query(String.class).list().stream()
                .map(stream -> stream.substring(prefix.length()))
                .toList();
    }

    private <E> List<Told<E>> history(String stream, Map<String, Class<?>> types, Class<E> kind) {
        return reader.sql("SELECT at_ms, type, json FROM consult_history WHERE stream = ? ORDER BY number")
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
}
