package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong: the first thousand in full, the rest as a number. For one thread. */
public final class Findings {
    /** How many findings are kept. */
    public static final int KEPT = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    /**
     * Adds a finding about an entry.
     *
     * @param check which check found it
     * @param index index of the entry
     * @param text what is wrong
     */
    public void entry(Check check, long index, String text) {
        add(check, "entry " + index, text);
    }

    /**
     * Adds a finding about a file.
     *
     * @param check which check found it
     * @param file its name
     * @param text what is wrong
     */
    public void file(Check check, String file, String text) {
        add(check, file, text);
    }

    private void add(Check check, String place, String text) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Finding(check, place, text));
        }
    }

    /** Gives the number of all findings. */
    public long count() {
        return count;
    }

    /** Gives the findings that are kept. */
    public List<Finding> kept() {
        return List.copyOf(kept);
    }
}
