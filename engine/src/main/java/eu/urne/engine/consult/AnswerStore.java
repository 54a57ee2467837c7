package eu.urne.engine.consult;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Keeps answers, and who is checked in at gatherings, in a database that only its owner may read. What was put is
 * durable when the call returns, so that the log never has a leaf whose answer is lost in a crash. Safe for use by many
 * threads.
 */
public final class AnswerStore implements AutoCloseable {

    /** Its tables, for whoever moves them. */
    public static final SideTables TABLES = new SideTables(
            "consult.db", "urne_answers", "the database of the answers", "eu/urne/engine/consult", false);

    private static final String PUT = """
            INSERT INTO answer (questionnaire, form, leaf, salt, content) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (questionnaire, form) DO NOTHING""";
    private static final String CHECK_IN = """
            INSERT INTO checked_in (gathering, form, site, age, persons) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (gathering, form) DO NOTHING""";

    private static final String TYPE = """
            INSERT INTO typed (questionnaire, sheet, person, content) VALUES (?, ?, ?, ?)
            ON CONFLICT (questionnaire, sheet) DO UPDATE SET person = excluded.person, content = excluded.content""";

    private final OwnerDatabase database;

    private AnswerStore(OwnerDatabase database) {
        this.database = database;
    }

    /**
     * Opens the tables, or creates them, and brings its schema up to date.
     *
     * @throws eu.urne.engine.store.StoreException in one sentence, if it cannot be opened
     */
    public static AnswerStore open(DataDirectory data) {
        return new AnswerStore(data.open(TABLES));
    }

    /** Does something with a form while nobody else, on any node, does anything with it. */
    <T> T alone(String form, Supplier<T> work) {
        return database.alone(form, work::get);
    }

    /**
     * Keeps the answer of a form, unless it has one; the one it has.
     *
     * @param form names the form that was sent: 1 to 110 characters
     */
    KeptAnswer put(QuestionnaireId questionnaire, String form, KeptAnswer answer) {
        database.write(connection -> Sql.update(
                connection, PUT, questionnaire.value(), form, answer.leaf().hex(), answer.salt(), answer.content()));
        return find(questionnaire, form)
                .orElseThrow(() -> new IllegalStateException("an answer was kept and is not there"));
    }

    /** Takes an answer away of which the log knows nothing. */
    void drop(QuestionnaireId questionnaire, Hash leaf) {
        database.write(connection -> Sql.update(
                connection,
                "DELETE FROM answer WHERE questionnaire = ? AND leaf = ?",
                questionnaire.value(),
                leaf.hex()));
    }

    /** The answer of a form; empty where it has none. */
    Optional<KeptAnswer> find(QuestionnaireId questionnaire, String form) {
        return answers(
                        "SELECT leaf, salt, content FROM answer WHERE questionnaire = ? AND form = ?",
                        questionnaire.value(),
                        form)
                .stream()
                .findFirst();
    }

    /** All answers of a questionnaire, by their leaves. */
    List<KeptAnswer> all(QuestionnaireId questionnaire) {
        return answers(
                "SELECT leaf, salt, content FROM answer WHERE questionnaire = ? ORDER BY leaf", questionnaire.value());
    }

    private List<KeptAnswer> answers(String sql, String... values) {
        return database.read(connection -> Sql.list(connection, AnswerStore::answer, sql, (Object[]) values));
    }

    private static KeptAnswer answer(ResultSet row) throws SQLException {
        return new KeptAnswer(new Hash(row.getString(1)), row.getBytes(2), row.getBytes(3));
    }

    /** Forgets from which form each answer came, what one person alone has typed, and answers that are not these. */
    void settle(QuestionnaireId questionnaire, Set<Hash> leaves) {
        List<Hash> others = all(questionnaire).stream()
                .map(KeptAnswer::leaf)
                .filter(leaf -> !leaves.contains(leaf))
                .toList();
        others.forEach(leaf -> drop(questionnaire, leaf));
        database.write(connection -> {
            Sql.update(connection, "DELETE FROM typed WHERE questionnaire = ?", questionnaire.value());
            return Sql.update(
                    connection, "UPDATE answer SET form = leaf WHERE questionnaire = ?", questionnaire.value());
        });
        database.forgetDeleted("answer", "typed");
    }

    /** Erases all answers of a questionnaire for good. */
    void erase(QuestionnaireId questionnaire) {
        database.write(connection -> {
            Sql.update(connection, "DELETE FROM typed WHERE questionnaire = ?", questionnaire.value());
            return Sql.update(connection, "DELETE FROM answer WHERE questionnaire = ?", questionnaire.value());
        });
        database.forgetDeleted("answer", "typed");
    }

    /**
     * What one person has typed of a sheet.
     *
     * @param person who, as the origin of the command says
     */
    record Typed(String person, byte[] content) {

        boolean says(byte[] other) {
            return Arrays.equals(content, other);
        }
    }

    /** What was typed of a sheet; empty where nothing waits for a second person. */
    Optional<Typed> typed(QuestionnaireId questionnaire, String sheet) {
        return database.read(connection -> Sql.first(
                connection,
                row -> new Typed(row.getString(1), row.getBytes(2)),
                "SELECT person, content FROM typed WHERE questionnaire = ? AND sheet = ?",
                questionnaire.value(),
                sheet));
    }

    /** Keeps what one person has typed, in place of what was typed before. */
    void type(QuestionnaireId questionnaire, String sheet, Typed typed) {
        database.write(connection ->
                Sql.update(connection, TYPE, questionnaire.value(), sheet, typed.person(), typed.content()));
    }

    /** Forgets what one person has typed. */
    void untype(QuestionnaireId questionnaire, String sheet) {
        database.write(connection -> Sql.update(
                connection, "DELETE FROM typed WHERE questionnaire = ? AND sheet = ?", questionnaire.value(), sheet));
    }

    /** The sheets that wait for a second person. */
    public List<String> waiting(QuestionnaireId questionnaire) {
        return database.read(connection -> Sql.list(
                connection,
                row -> row.getString(1),
                "SELECT sheet FROM typed WHERE questionnaire = ? ORDER BY sheet",
                questionnaire.value()));
    }

    /**
     * Counts persons at a gathering; the same form again counts nothing.
     *
     * @param persons below 0 to take back
     */
    void checkIn(GatheringId gathering, String form, String site, String age, int persons) {
        database.write(connection -> Sql.update(connection, CHECK_IN, gathering.value(), form, site, age, persons));
    }

    /**
     * Who is checked in.
     *
     * @return persons by site and age band, joined by a slash
     */
    Map<String, Long> checkedIn(GatheringId gathering) {
        return database.read(connection -> {
            Map<String, Long> persons = new TreeMap<>();
            Sql.each(
                    connection,
                    row -> {
                        persons.put(row.getString(1) + "/" + row.getString(2), row.getLong(3));
                        return true;
                    },
                    "SELECT site, age, sum(persons) FROM checked_in WHERE gathering = ? GROUP BY site, age",
                    gathering.value());
            return persons;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
