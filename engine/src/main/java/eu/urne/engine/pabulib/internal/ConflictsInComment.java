package eu.urne.engine.pabulib.internal;

import eu.urne.engine.tally.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The conflicts between projects that META's {@code comment} tells in words, since the format has no field for them.
 *
 * <p>Read is a sentence that speaks of exclusion or conflict and lists ids side by side ("projects 12 and 26 are
 * mutually exclusive"): those of one list exclude each other. Anything less plain is left alone: a conflict that is
 * guessed would be worse than one that is missing.
 */
public final class ConflictsInComment {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;])\\s+|#\\d+:");
    private static final Pattern SPEAKS_OF_CONFLICT = Pattern.compile("exclusive|exclud|conflict");
    private static final Pattern WORD_END = Pattern.compile("(?<=,)\\s*|\\s+");
    private static final String OPENING = "(\"'[";
    private static final String CLOSING = ")\"'],.;:!?";
    private static final Set<String> LINKS = Set.of("", "and", "or", "&", "with", "project", "projects");

    /** A comment may tell of as many conflicts; a list of n projects tells of n (n - 1) / 2. */
    private static final long MOST = 100_000;

    private ConflictsInComment() {}

    /**
     * Finds the conflicts.
     *
     * @param comment META's comment, "" if there is none
     * @param projects the index of every project by its id
     * @return pairs of indexes, each once
     * @throws IllegalArgumentException if there are more than 100,000; the message says so without a subject
     */
    public static List<Rule.Conflict> of(String comment, Map<String, Integer> projects) {
        Set<Rule.Conflict> pairs = new LinkedHashSet<>();
        long told = 0;
        for (String sentence : SENTENCE_END.split(comment, -1)) {
            if (SPEAKS_OF_CONFLICT.matcher(sentence.toLowerCase(Locale.ROOT)).find()) {
                for (Set<Integer> list : lists(sentence, projects)) {
                    told += list.size() * (list.size() - 1L) / 2;
                    if (told > MOST) {
                        throw new IllegalArgumentException("tells of more than " + MOST + " conflicts");
                    }
                    addPairs(pairs, List.copyOf(list));
                }
            }
        }
        return List.copyOf(pairs);
    }

    /** The ids that stand side by side, list by list. */
    private static List<Set<Integer>> lists(String sentence, Map<String, Integer> projects) {
        List<Set<Integer>> lists = new ArrayList<>();
        lists.add(new TreeSet<>());
        for (String word : WORD_END.split(sentence, -1)) {
            String bare = withoutPunctuation(word);
            Integer project = projects.get(bare);
            if (project != null) {
                lists.getLast().add(project);
            }
            boolean linked = project != null || LINKS.contains(bare.toLowerCase(Locale.ROOT));
            if (!linked || word.contains(")") || word.contains("]")) {
                lists.add(new TreeSet<>());
            }
        }
        return lists;
    }

    private static String withoutPunctuation(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && OPENING.indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && CLOSING.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }

    private static void addPairs(Set<Rule.Conflict> pairs, List<Integer> list) {
        for (int i = 0; i < list.size(); i++) {
            for (int j = i + 1; j < list.size(); j++) {
                pairs.add(new Rule.Conflict(list.get(i), list.get(j)));
            }
        }
    }
}
