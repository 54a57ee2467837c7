package eu.urne.engine.blob;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of what somebody typed: letters and digits only, so that nothing typed is ever syntax of a query. */
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final int QUERY_WORDS = 10;
    private static final int IDEA_WORDS = 200;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;

    private Words() {}

    /** At most 10 words, of which an idea must have all. */
    static List<String> ofQuery(String query) {
        return split(query).limit(QUERY_WORDS).toList();
    }

    /** At most 200 words of an idea, without the shortest. */
    static List<String> of(IdeaText idea) {
        return split(idea.title() + " " + idea.text())
                .filter(word -> word.length() >= SHORTEST)
                .limit(IDEA_WORDS)
                .toList();
    }

    private static Stream<String> split(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST)
                .distinct();
    }
}
