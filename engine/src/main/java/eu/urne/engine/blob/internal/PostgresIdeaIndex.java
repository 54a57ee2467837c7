package eu.urne.engine.blob.internal;

import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.store.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of ideas in a table of PostgreSQL, by which it finds the same, in the same order, as SQLite's index: the
 * server's own search would cut words by other rules and knows no likeness by how rare a word is.
 */
final class PostgresIdeaIndex implements IdeaIndex {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final int LONGEST = 60;
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String ADD = """
            INSERT INTO idea_words (word, number, title, body)
            SELECT word, ?, title, body FROM unnest(?, ?, ?) AS each (word, title, body)""";

    private static final String ALL = """
            SELECT w.number
            FROM unnest(?, ?) AS wanted (low, high)
            JOIN idea_words w ON w.word BETWEEN wanted.low AND wanted.high
            JOIN idea ON idea.number = w.number
            WHERE shelf = ?
            GROUP BY w.number
            HAVING count(DISTINCT low) = ?
            ORDER BY count(DISTINCT low) FILTER (WHERE title > 0) = ? DESC, w.number DESC
            LIMIT ?""";

    private static final String FREQUENCIES = """
            SELECT word,
                   (SELECT count(*) FROM (SELECT 1 FROM idea_words w WHERE w.word = wanted.word LIMIT ?) AS bounded)
            FROM unnest(?) AS wanted (word)""";

    /** Okapi BM25 as FTS5 has it: k1 = 1.2, b = 0.75, no word counts less than nothing. */
    private static final String ANY = """
            WITH size AS (SELECT count(*)::float8 AS ideas, greatest(avg(words), 1)::float8 AS words FROM idea),
                 wanted AS (SELECT word, count(*) AS ideas FROM idea_words WHERE word = ANY (?) GROUP BY word),
                 met AS (SELECT w.number, wanted.ideas, ? * title + body AS times
                         FROM wanted JOIN idea_words w ON w.word = wanted.word)
            SELECT idea.number
            FROM met JOIN idea ON idea.number = met.number CROSS JOIN size
            WHERE shelf = ?
            GROUP BY idea.number
            ORDER BY sum(greatest(ln((size.ideas - met.ideas + 0.5) / (met.ideas + 0.5)), 0.000001)
                         * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * idea.words / size.words))) DESC,
                     idea.number
            LIMIT ?""";

    @Override
    public void add(Connection connection, long number, String shelf, IdeaText idea) throws SQLException {
        Map<String, int[]> counts = new TreeMap<>();
        words(idea.title()).forEach(word -> counts.computeIfAbsent(word, none -> new int[2])[0]++);
        words(idea.text()).forEach(word -> counts.computeIfAbsent(word, none -> new int[2])[1]++);
        int length =
                counts.values().stream().mapToInt(each -> each[0] + each[1]).sum();
        Sql.update(connection, "INSERT INTO idea (number, shelf, words) VALUES (?, ?, ?)", number, shelf, length);
        Integer[] titles = counts.values().stream().map(each -> each[0]).toArray(Integer[]::new);
        Integer[] bodies = counts.values().stream().map(each -> each[1]).toArray(Integer[]::new);
        Sql.update(
                connection,
                ADD,
                number,
                texts(connection, counts.keySet()),
                connection.createArrayOf("int4", titles),
                connection.createArrayOf("int4", bodies));
    }

    private static Stream<String> words(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .map(IdeaIndex::folded)
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .filter(word -> !word.isEmpty());
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    @Override
    public void remove(Connection connection, long number) throws SQLException {
        Sql.update(connection, "DELETE FROM idea_words WHERE number = ?", number);
        Sql.update(connection, "DELETE FROM idea WHERE number = ?", number);
    }

    @Override
    public Collection<Long> all(Connection connection, String shelf, List<String> words, int limit)
            throws SQLException {
        List<String> low = folded(words.stream());
        List<String> high = low.stream()
                .map(word -> word.length() < SHORTEST_BEGINNING ? word : word + LAST)
                .toList();
        return Sql.list(
                connection,
                row -> row.getLong(1),
                ALL,
                texts(connection, low),
                texts(connection, high),
                shelf,
                low.size(),
                low.size(),
                limit);
    }

    private static List<String> folded(Stream<String> words) {
        return words.map(IdeaIndex::folded)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public Collection<Long> any(Connection connection, String shelf, List<String> words, int limit)
            throws SQLException {
        Map<String, Long> frequencies = new HashMap<>();
        Sql.each(
                connection,
                row -> {
                    frequencies.put(row.getString(1), row.getLong(2));
                    return true;
                },
                FREQUENCIES,
                ENOUGH + 1,
                texts(connection, folded(words.stream())));
        List<String> telling = IdeaIndex.telling(words, frequencies);
        List<String> wanted = folded(telling.stream().flatMap(word -> IdeaIndex.numbers(word).stream()));
        return Sql.list(connection, row -> row.getLong(1), ANY, texts(connection, wanted), TITLE_WEIGHT, shelf, limit);
    }
}
