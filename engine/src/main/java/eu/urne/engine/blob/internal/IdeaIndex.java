package eu.urne.engine.blob.internal;

import eu.urne.engine.blob.IdeaText;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds ideas by their words. Words have letters, digits and marks only; accents and case do not matter. */
interface IdeaIndex {

    /** So many occurrences are looked at for likeness: what is everywhere tells nothing and costs most. */
    long ENOUGH = 5_000;

    /** In titles a word counts so many times as much for likeness as in texts. */
    int TITLE_WEIGHT = 4;

    /** Words shorter than this are words of their own, the others the beginning of one. */
    int SHORTEST_BEGINNING = 2;

    /** Shorter words have no singular and plural. */
    int SHORT = 4;

    /** Latin, Greek and Cyrillic accents. */
    Pattern MARKS = Pattern.compile("[\u0300-\u036f]+");

    /** That of a database. */
    static IdeaIndex of(boolean postgresql) {
        return postgresql ? new PostgresIdeaIndex() : new SqliteIdeaIndex();
    }

    /** Lets an idea be found. */
    void add(Connection connection, long number, String shelf, IdeaText idea) throws SQLException;

    /** Forgets an idea, if the blob was one. */
    void remove(Connection connection, long number) throws SQLException;

    /**
     * Those in which each of the words begins a word: with all the words in the title first; the latest of these, and
     * of the others, first.
     */
    Collection<Long> all(Connection connection, String shelf, List<String> words, int limit) throws SQLException;

    /** Those that share telling ones of these words, the nearest first. */
    Collection<Long> any(Connection connection, String shelf, List<String> words, int limit) throws SQLException;

    /** A word without its accents. */
    static String folded(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }

    /**
     * The words that tell most, the rarest first, as long as not too many ideas have them.
     *
     * @param frequencies in how many ideas each word stands, without accents
     */
    static List<String> telling(List<String> words, Map<String, Long> frequencies) {
        record Frequency(String word, long ideas) {}
        List<Frequency> rarest = words.stream()
                .map(word -> new Frequency(word, frequencies.getOrDefault(folded(word), 0L)))
                .sorted(Comparator.comparingLong(Frequency::ideas))
                .toList();
        long looked = 0;
        List<String> telling = new ArrayList<>();
        for (Frequency each : rarest) {
            looked += each.ideas();
            if (looked > ENOUGH && !telling.isEmpty()) {
                break;
            }
            telling.add(each.word());
        }
        return telling;
    }

    /** The word itself, in the singular and the plural of French and English; short ones as they are. */
    static List<String> numbers(String word) {
        if (word.length() < SHORT) {
            return List.of(word);
        }
        boolean plural = word.length() > SHORT && (word.endsWith("s") || word.endsWith("x"));
        String one = plural ? word.substring(0, word.length() - 1) : word;
        return List.of(one, one + "s", one + "x");
    }
}
