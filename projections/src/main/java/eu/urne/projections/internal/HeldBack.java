package eu.urne.projections.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes that wait to be written statement by statement, in the order in which the statements came up: all of the
 * first, then all of the second. It takes only those of which that changes nothing for their thing.
 */
final class HeldBack {

    private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Object, Integer> last = new HashMap<>();

    /** Whether what waits for this thing would be written before this. */
    boolean isInOrder(Object thing, String sql) {
        Integer before = last.get(thing);
        Integer place = places.get(sql);
        return before == null || place == null || before <= place;
    }

    /** Takes a change that is in order. */
    void add(Object thing, String sql, @Nullable Object... parameters) {
        Integer place = places.computeIfAbsent(sql, statement -> places.size());
        rows.computeIfAbsent(sql, statement -> new ArrayList<>()).add(parameters);
        last.put(thing, place);
    }

    /** The parameters of each statement, in order of writing; nothing waits any more. */
    Map<String, List<@Nullable Object[]>> take() {
        Map<String, List<@Nullable Object[]>> taken = new LinkedHashMap<>(rows);
        clear();
        return taken;
    }

    /** Nothing waits any more. */
    void clear() {
        rows.clear();
        places.clear();
        last.clear();
    }
}
