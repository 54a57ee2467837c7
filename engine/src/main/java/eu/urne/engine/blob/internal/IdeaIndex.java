package eu.urne.engine.blob.internal;

import eu.urne.engine.blob.BlobHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Questions to the full-text index. Words have letters and digits only; they go in quotes all the same. */
final class IdeaIndex {

    private static final Pattern LATIN_MARKS = Pattern.compile("[\u0300-\u036f]+");
    private static final String FOUND = """
            SELECT idea.number FROM idea_words JOIN idea ON idea.number = idea_words.rowid
            WHERE idea_words MATCH ? AND shelf = ? ORDER BY %s LIMIT ?""";
    private static final String LATEST = FOUND.formatted("idea_words.rowid DESC");
    private static final String NEAREST = FOUND.formatted("bm25(idea_words, 4, 1), idea.number");
    private static final int MAX_LIMIT = 1_000;
    private static final int SHORTEST_BEGINNING = 2;
    private static final int SHORT = 4;
    /** So many occurrences are looked at for likeness: what is everywhere tells nothing and costs most. */
    private static final long ENOUGH = 5_000;

    private final Connection connection;

    IdeaIndex(Connection connection) {
        this.connection = connection;
    }

    /** Those with all the words in the title first; the latest of these, and of the others, first. */
    List<BlobHash> all(String shelf, List<String> words, int limit) throws SQLException {
        String expression = words.stream().map(IdeaIndex::beginning).collect(Collectors.joining(" AND "));
        Set<Long> found = new LinkedHashSet<>(match(LATEST, shelf, "{title} : (" + expression + ")", limit));
        found.addAll(match(LATEST, shelf, expression, limit));
        return hashes(found, limit);
    }

    List<BlobHash> any(String shelf, List<String> words, int limit) throws SQLException {
        String telling =
                telling(words).stream().map(IdeaIndex::whole).distinct().collect(Collectors.joining(" OR "));
        return hashes(match(NEAREST, shelf, telling, limit), limit);
    }

    private static String beginning(String word) {
        String quoted = "\"" + word.replace("\"", "\"\"") + "\"";
        return word.length() < SHORTEST_BEGINNING ? quoted : quoted + " *";
    }

    /** The word itself, in the singular and the plural of French and English; short ones as they are. */
    private static String whole(String word) {
        boolean plural = word.length() > SHORT && (word.endsWith("s") || word.endsWith("x"));
        String one = plural ? word.substring(0, word.length() - 1) : word;
        return word.length() < SHORT ? "\"" + word + "\"" : "(\"%s\" OR \"%ss\" OR \"%sx\")".formatted(one, one, one);
    }

    private record Frequency(String word, long ideas) {}

    private List<String> telling(List<String> words) throws SQLException {
        List<Frequency> known = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT doc FROM idea_term WHERE term = ?")) {
            for (String word : words) {
                query.setString(1, folded(word));
                ResultSet row = query.executeQuery();
                known.add(new Frequency(word, row.next() ? row.getLong(1) : 0));
            }
        }
        known.sort(Comparator.comparingLong(Frequency::ideas));
        long looked = 0;
        List<String> telling = new ArrayList<>();
        for (Frequency frequency : known) {
            looked += frequency.ideas();
            if (looked > ENOUGH && !telling.isEmpty()) {
                break;
            }
            telling.add(frequency.word());
        }
        return telling;
    }

    /** As the index has it. */
    private static String folded(String word) {
        return LATIN_MARKS
                .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("");
    }

    private List<Long> match(String sql, String shelf, String expression, int limit) throws SQLException {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit: 1 to " + MAX_LIMIT + " are possible, not " + limit);
        }
        List<Long> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, expression);
            query.setString(2, shelf);
            query.setInt(3, limit);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                found.add(row.getLong(1));
            }
        }
        return found;
    }

    private List<BlobHash> hashes(Collection<Long> numbers, int limit) throws SQLException {
        List<BlobHash> hashes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT hash FROM blob WHERE number = ?")) {
            for (long number : numbers) {
                if (hashes.size() == limit) {
                    break;
                }
                query.setLong(1, number);
                ResultSet row = query.executeQuery();
                if (row.next()) {
                    hashes.add(new BlobHash(HexFormat.of().formatHex(row.getBytes(1))));
                }
            }
        }
        return hashes;
    }
}
