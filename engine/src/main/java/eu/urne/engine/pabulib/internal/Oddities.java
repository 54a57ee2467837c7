package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.Strictness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is odd about a file: refused where reading is strict, else noted. Oddities of one kind and field make one
 * sentence, which tells the first in full and the lines of the others.
 */
public final class Oddities {

    /** So many lines are listed; of further ones their number is told. */
    private static final int LISTED = 20;

    private final String file;
    private final Strictness strictness;
    private final Map<Kind, Found> found = new LinkedHashMap<>();
    private long count;

    private record Kind(Oddity oddity, String field) {}

    private static final class Found {
        private final String first;
        private final List<Integer> furtherLines = new ArrayList<>();
        private int lastLine;
        private long unlisted;

        private Found(String first, int line) {
            this.first = first;
            this.lastLine = line;
        }

        private void again(int line) {
            if (line != lastLine && furtherLines.size() < LISTED) {
                furtherLines.add(line);
            } else if (line != lastLine) {
                unlisted++;
            }
            lastLine = line;
        }
    }

    /** Nothing odd so far. */
    public Oddities(String file, Strictness strictness) {
        this.file = file;
        this.strictness = strictness;
    }

    /**
     * Refuses or notes an oddity.
     *
     * @param line from 1, or 0 if no line is to blame
     * @param field a column or a key of META, "" if none is to blame
     * @param problem the rest of the sentence, without a full stop
     */
    void tell(Oddity oddity, int line, String field, String problem) throws PbException {
        if (strictness == Strictness.STRICT) {
            throw new PbException(file, line, field, problem);
        }
        count++;
        Kind kind = new Kind(oddity, field);
        Found before = found.get(kind);
        if (before == null) {
            String place = (line > 0 ? "line " + line + ", " : "") + (field.isEmpty() ? "" : "field " + field + ", ");
            String told = place.isEmpty() ? problem : place.substring(0, place.length() - 2) + ": " + problem;
            found.put(kind, new Found(Decimals.onOneLine(told + "; " + oddity.remedy()), line));
        } else {
            before.again(line);
        }
    }

    /** The cell's text without the spaces round it, which are odd. */
    String stripped(String text, int line, String field) throws PbException {
        String stripped = text.strip();
        if (stripped.length() != text.length()) {
            tell(Oddity.SPACES, line, field, "there are spaces round " + Decimals.quoted(stripped));
        }
        return stripped;
    }

    /** How often something odd was told. */
    long count() {
        return count;
    }

    /** The notes, in the order in which the first of each kind was found. */
    public List<String> sentences() {
        return found.values().stream().map(Oddities::sentence).toList();
    }

    private static String sentence(Found found) {
        if (found.furtherLines.isEmpty()) {
            return found.first + ".";
        }
        String lines = found.furtherLines.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return found.first + "; likewise in line " + lines
                + (found.unlisted == 0 ? "." : " and " + found.unlisted + " more.");
    }
}
