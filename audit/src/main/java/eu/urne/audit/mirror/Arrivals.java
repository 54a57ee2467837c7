package eu.urne.audit.mirror;

import eu.urne.audit.entry.EntryReader;
import eu.urne.audit.json.MalformedException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what came new into a log. */
public final class Arrivals {
    /** Stands for all types behind the first sixty-four that were met. */
    public static final String OTHER_TYPES = "other types";

    private static final int MAX_TYPES = 64;

    private final SortedMap<String, Long> types = new TreeMap<>();
    private long entries;
    private long malformed;
    private String firstFault = "";

    /** Counts an entry. */
    void add(long index, byte[] entry) {
        entries++;
        try {
            count(EntryReader.read(entry).type().text(), 1);
        } catch (MalformedException e) {
            fault("entry " + index + ": " + e.getMessage());
            malformed++;
        }
    }

    /** Counts what came behind. */
    void add(Arrivals later) {
        entries += later.entries;
        later.types.forEach(this::count);
        fault(later.firstFault);
        malformed += later.malformed;
    }

    private void count(String type, long number) {
        boolean known = types.size() < MAX_TYPES || types.containsKey(type);
        types.merge(known ? type : OTHER_TYPES, number, Long::sum);
    }

    private void fault(String text) {
        if (malformed == 0) {
            firstFault = text;
        }
    }

    /** Gives the number of entries. */
    public long entries() {
        return entries;
    }

    /** Gives the number of entries of a right form by type of event. */
    public SortedMap<String, Long> types() {
        return Collections.unmodifiableSortedMap(types);
    }

    /** Gives the number of entries that break the form of docs/formats/log.md, section 3. */
    public long malformed() {
        return malformed;
    }

    /** Gives what is wrong with the first of these, as a sentence with its index; empty if there are none. */
    public String firstFault() {
        return firstFault;
    }
}
