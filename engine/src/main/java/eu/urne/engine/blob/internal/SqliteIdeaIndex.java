package eu.urne.engine.blob.internal;

import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The full-text index of SQLite (FTS5). Words go in quotes, though nothing typed is ever syntax. */
final class SqliteIdeaIndex implements IdeaIndex {

    private static final String FOUND = """
            SELECT idea.number FROM idea_words JOIN idea ON idea.number = idea_words.rowid
            WHERE idea_words MATCH ? AND shelf = ? ORDER BY %s LIMIT ?""";
    private static final String LATEST = FOUND.formatted("idea_words.rowid DESC");
    private static final String NEAREST = FOUND.formatted("bm25(idea_words, " + TITLE_WEIGHT + ", 1), idea.number");

    @Override
    public void add(Connection connection, long number, String shelf, IdeaText idea) throws SQLException {
        Sql.update(connection, "INSERT INTO idea (number, shelf) VALUES (?, ?)", number, shelf);
        Sql.update(
                connection,
                "INSERT INTO idea_words (rowid, title, body) VALUES (?, ?, ?)",
                number,
                idea.title(),
                idea.text());
    }

    @Override
    public void remove(Connection connection, long number) throws SQLException {
        Sql.update(connection, "DELETE FROM idea_words WHERE rowid = ?", number);
        Sql.update(connection, "DELETE FROM idea WHERE number = ?", number);
    }

    @Override
    public Collection<Long> all(Connection connection, String shelf, List<String> words, int limit)
            throws SQLException {
        String expression = words.stream().map(SqliteIdeaIndex::beginning).collect(Collectors.joining(" AND "));
        Set<Long> found =
                new LinkedHashSet<>(match(connection, LATEST, "{title} : (" + expression + ")", shelf, limit));
        found.addAll(match(connection, LATEST, expression, shelf, limit));
        return found;
    }

    @Override
    public Collection<Long> any(Connection connection, String shelf, List<String> words, int limit)
            throws SQLException {
        Map<String, Long> frequencies = new HashMap<>();
        for (String word : words) {
            String folded = IdeaIndex.folded(word);
            frequencies.put(folded, Sql.number(connection, "SELECT doc FROM idea_term WHERE term = ?", folded));
        }
        String telling = IdeaIndex.telling(words, frequencies).stream()
                .map(SqliteIdeaIndex::whole)
                .distinct()
                .collect(Collectors.joining(" OR "));
        return match(connection, NEAREST, telling, shelf, limit);
    }

    private static List<Long> match(Connection connection, String sql, String expression, String shelf, int limit)
            throws SQLException {
        return Sql.list(connection, row -> row.getLong(1), sql, expression, shelf, limit);
    }

    private static String quoted(String word) {
        return "\"" + word.replace("\"", "\"\"") + "\"";
    }

    private static String beginning(String word) {
        return word.length() < SHORTEST_BEGINNING ? quoted(word) : quoted(word) + " *";
    }

    private static String whole(String word) {
        return IdeaIndex.numbers(word).stream()
                .map(SqliteIdeaIndex::quoted)
                .collect(Collectors.joining(" OR ", "(", ")"));
    }
}
