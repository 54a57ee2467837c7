package eu.urne.engine.consult;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.store.OwnerDatabase;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps answers, and who is checked in at gatherings, in a database that only its owner may read. What was put is
 * durable when the call returns, so that the log never has a leaf whose answer is lost in a crash. Safe for use by many
 * threads.
 */
public final class AnswerStore implements AutoCloseable {

    private static final String PUT = """
            INSERT INTO answer (questionnaire, form, leaf, salt, content) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (questionnaire, form) DO NOTHING""";
    private static final String CHECK_IN = """
            INSERT INTO checked_in (gathering, form, site, age, persons) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (gathering, form) DO NOTHING""";

    private static final int LOCKS = 64;

    private final OwnerDatabase database;
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    private AnswerStore(OwnerDatabase database) {
        this.database = database;
    }

    /**
     * Opens the file, or creates it, and brings its schema up to date.
     *
     * @throws eu.urne.engine.store.StoreException in one sentence, if it cannot be opened
     */
    public static AnswerStore open(Path file) {
        return new AnswerStore(OwnerDatabase.open(file, "the answers", "eu/urne/engine/consult/sqlite"));
    }

    /** Does something with a form while nobody else does anything with it. */
    <T> T alone(String form, Supplier<T> work) {
        ReentrantLock lock = locks.get(Math.floorMod(form.hashCode(), LOCKS));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Keeps the answer of a form, unless it has one; the one it has.
     *
     * @param form names the form that was sent: 1 to 110 characters
     */
    KeptAnswer put(QuestionnaireId questionnaire, String form, KeptAnswer answer) {
        database.write(writer ->
                writer.update(PUT, questionnaire.value(), form, answer.leaf().hex(), answer.salt(), answer.content()));
        return find(questionnaire, form)
                .orElseThrow(() -> new IllegalStateException("an answer was kept and is not there"));
    }

    /** Takes an answer away of which the log knows nothing. */
    void drop(QuestionnaireId questionnaire, Hash leaf) {
        database.write(writer -> writer.update(
                "DELETE FROM answer WHERE questionnaire = ? AND leaf = ?", questionnaire.value(), leaf.hex()));
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
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    query.setString(i + 1, values[i]);
                }
                List<KeptAnswer> answers = new ArrayList<>();
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    answers.add(new KeptAnswer(new Hash(rows.getString(1)), rows.getBytes(2), rows.getBytes(3)));
                }
                return answers;
            }
        });
    }

    /** Forgets from which form each answer came, what one person alone has typed, and answers that are not these. */
    void settle(QuestionnaireId questionnaire, Set<Hash> leaves) {
        List<Hash> others = all(questionnaire).stream()
                .map(KeptAnswer::leaf)
                .filter(leaf -> !leaves.contains(leaf))
                .toList();
        others.forEach(leaf -> drop(questionnaire, leaf));
        database.write(writer -> {
            writer.update("DELETE FROM typed WHERE questionnaire = ?", questionnaire.value());
            return writer.update("UPDATE answer SET form = leaf WHERE questionnaire = ?", questionnaire.value());
        });
        database.forgetJournal();
    }

    /** Erases all answers of a questionnaire for good. */
    void erase(QuestionnaireId questionnaire) {
        database.write(writer -> {
            writer.update("DELETE FROM typed WHERE questionnaire = ?", questionnaire.value());
            return writer.update("DELETE FROM answer WHERE questionnaire = ?", questionnaire.value());
        });
        database.forgetJournal();
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
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT person, content FROM typed WHERE questionnaire = ? AND sheet = ?")) {
                query.setString(1, questionnaire.value());
                query.setString(2, sheet);
                ResultSet row = query.executeQuery();
                return row.next() ? Optional.of(new Typed(row.getString(1), row.getBytes(2))) : Optional.empty();
            }
        });
    }

    /** Keeps what one person has typed, in place of what was typed before. */
    void type(QuestionnaireId questionnaire, String sheet, Typed typed) {
        database.write(writer -> writer.update(
                "INSERT OR REPLACE INTO typed (questionnaire, sheet, person, content) VALUES (?, ?, ?, ?)",
                questionnaire.value(),
                sheet,
                typed.person(),
                typed.content()));
    }

    /** Forgets what one person has typed. */
    void untype(QuestionnaireId questionnaire, String sheet) {
        database.write(writer ->
                writer.update("DELETE FROM typed WHERE questionnaire = ? AND sheet = ?", questionnaire.value(), sheet));
    }

    /** The sheets that wait for a second person. */
    public List<String> waiting(QuestionnaireId questionnaire) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT sheet FROM typed WHERE questionnaire = ? ORDER BY sheet")) {
                query.setString(1, questionnaire.value());
                List<String> sheets = new ArrayList<>();
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    sheets.add(rows.getString(1));
                }
                return sheets;
            }
        });
    }

    /**
     * Counts persons at a gathering; the same form again counts nothing.
     *
     * @param persons below 0 to take back
     */
    void checkIn(GatheringId gathering, String form, String site, String age, int persons) {
        database.write(writer -> writer.update(CHECK_IN, gathering.value(), form, site, age, persons));
    }

    /**
     * Who is checked in.
     *
     * @return persons by site and age band, joined by a slash
     */
    Map<String, Long> checkedIn(GatheringId gathering) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT site, age, sum(persons) FROM checked_in WHERE gathering = ? GROUP BY site, age")) {
                query.setString(1, gathering.value());
                Map<String, Long> persons = new TreeMap<>();
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    persons.put(rows.getString(1) + "/" + rows.getString(2), rows.getLong(3));
                }
                return persons;
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
