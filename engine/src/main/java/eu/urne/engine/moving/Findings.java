package eu.urne.engine.moving;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found so far: all are counted, and the first of each kind are told. */
final class Findings {

    private static final int TOLD = 50;

    private final List<Finding> told = new ArrayList<>();
    private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);

    void add(Finding.Kind kind, String sentence) {
        if (counts.merge(kind, 1L, Long::sum) <= TOLD) {
            told.add(new Finding(kind, sentence));
        }
    }

    List<Finding> told() {
        return List.copyOf(told);
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether there are some, and all of them are of what can be made anew from the entries. */
    boolean canBeRebuilt() {
        return !counts.isEmpty() && counts.keySet().stream().allMatch(Finding.Kind::canBeRebuilt);
    }
}
