package eu.urne.engine;

import eu.urne.engine.log.CanonicalJson;
import java.util.ArrayList;
import java.util.List;

/** Splits a list over several events, because an entry of the log is small. */
public final class Chunks {

    /** Room for a list in an entry, in bytes of JSON; the rest is for the entry's other members. */
    public static final int MAX_BYTES = 60_000;

    private Chunks() {}

    /**
     * The items in order, in lists that fit an entry each.
     *
     * @param most items in a list
     * @throws IllegalArgumentException if a single item is too large
     */
    public static <T> List<List<T>> of(List<T> items, int most) {
        List<List<T>> chunks = new ArrayList<>();
        List<T> chunk = new ArrayList<>();
        int bytes = 0;
        for (T item : items) {
            int size = CanonicalJson.bytes(EngineJson.tree(item)).length + 1;
            if (size > MAX_BYTES) {
                throw new IllegalArgumentException("an item of " + size + " bytes is larger than " + MAX_BYTES);
            }
            if (!chunk.isEmpty() && (bytes + size > MAX_BYTES || chunk.size() == most)) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                bytes = 0;
            }
            chunk.add(item);
            bytes += size;
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk));
        }
        return chunks;
    }
}
