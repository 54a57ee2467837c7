package eu.urne.engine.consult.internal;

import eu.urne.engine.consult.TableCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Decides which figures of a table are told, so that no small group follows from them (section 4 of the format). */
public final class Withholding {

    private Withholding() {}

    /**
     * Cells whose sum is told.
     *
     * @param least of persons that is told
     */
    static List<TableCell> partition(List<String> ids, long[] counts, long least) {
        boolean[] withheld = marked(counts, at -> counts[at] < least);
        while (some(withheld) > 0 && (some(withheld) < 2 || sum(counts, withheld, true) < least)) {
            if (!withholdSmallest(counts, withheld)) {
                break;
            }
        }
        return cells(ids, counts, withheld);
    }

    /**
     * Cells of which an answer can be in several.
     *
     * @param answered how many answers there are
     * @param most in how many cells one can be
     * @param parts what is told of those who are in the same cell of another table; the rest of them is no few either
     */
    static List<TableCell> overlapping(
            List<String> ids, long[] counts, long answered, long most, long least, List<TableCell> parts) {
        boolean[] withheld = marked(counts, at -> {
            Long part = parts.get(at).count();
            return counts[at] < least || answered - counts[at] < least || (part != null && counts[at] - part < least);
        });
        while (some(withheld) > 0 && (some(withheld) < 2 || answered * most - sum(counts, withheld, false) < least)) {
            if (!withholdSmallest(counts, withheld)) {
                break;
            }
        }
        return cells(ids, counts, withheld);
    }

    /** The same cells, none of them told. */
    static List<TableCell> nothing(List<String> ids) {
        return ids.stream().map(id -> new TableCell(id, null)).toList();
    }

    private static boolean[] marked(long[] counts, IntPredicate small) {
        boolean[] withheld = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            withheld[i] = small.test(i);
        }
        return withheld;
    }

    private static int some(boolean[] withheld) {
        int some = 0;
        for (boolean each : withheld) {
            some += each ? 1 : 0;
        }
        return some;
    }

    private static long sum(long[] counts, boolean[] withheld, boolean which) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += withheld[i] == which ? counts[i] : 0;
        }
        return sum;
    }

    private static boolean withholdSmallest(long[] counts, boolean[] withheld) {
        int smallest = -1;
        for (int i = 0; i < counts.length; i++) {
            if (!withheld[i] && (smallest < 0 || counts[i] < counts[smallest])) {
                smallest = i;
            }
        }
        if (smallest < 0) {
            return false;
        }
        withheld[smallest] = true;
        return true;
    }

    private static List<TableCell> cells(List<String> ids, long[] counts, boolean[] withheld) {
        List<TableCell> cells = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            cells.add(new TableCell(ids.get(i), withheld[i] ? null : counts[i]));
        }
        return cells;
    }
}
