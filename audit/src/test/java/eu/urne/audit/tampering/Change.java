package eu.urne.audit.tampering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A change of one value in a tree of maps, lists and plain values.
 *
 * @param place where, as a path; elements of a list are all {@code []}
 * @param steps names and numbers that lead there
 * @param change what becomes of the value
 */
record Change(String place, List<Object> steps, UnaryOperator<Object> change) {

    /** All changes of an entry. */
    static List<Change> of(Map<String, Object> entry) {
        List<Change> changes = new ArrayList<>();
        collect("", List.of(), entry, changes);
        return changes;
    }

    private static void collect(String place, List<Object> steps, Object value, List<Change> changes) {
        switch (value) {
            case Map<?, ?> map -> {
                add(changes, place, steps, Change::withOneMore);
                map.forEach((name, member) -> {
                    add(changes, place + "/" + name, steps, object -> without(object, name));
                    collect(place + "/" + name, with(steps, name), member, changes);
                });
            }
            case List<?> list -> {
                add(changes, place, steps, old -> ((List<?>) old).subList(0, Math.max(0, list.size() - 1)));
                add(changes, place, steps, old -> twice((List<?>) old));
                add(changes, place, steps, old -> reversed((List<?>) old));
                for (int i = 0; i < Math.min(2, list.size()); i++) {
                    collect(place + "[]", with(steps, i), list.get(i), changes);
                }
            }
            case Number number -> {
                add(changes, place, steps, old -> ((Number) old).longValue() + 1);
                add(changes, place, steps, old -> ((Number) old).longValue() - 1);
                add(changes, place, steps, old -> 9_007_199_254_740_991L);
                add(changes, place, steps, String::valueOf);
            }
            case String text -> {
                add(changes, place, steps, old -> old + "x");
                add(changes, place, steps, old -> text.isEmpty() ? "y" : text.substring(1));
                add(changes, place, steps, old -> lastDigit(text));
                add(changes, place, steps, old -> 1);
            }
            case Boolean flag -> add(changes, place, steps, old -> !flag);
            default -> throw new AssertionError("no value of an entry: " + value);
        }
    }

    private static void add(List<Change> changes, String place, List<Object> steps, UnaryOperator<Object> change) {
        changes.add(new Change(place, steps, change));
    }

    private static List<Object> with(List<Object> steps, Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    private static Object withOneMore(Object object) {
        Map<Object, Object> copy = new TreeMap<>((Map<?, ?>) object);
        copy.put("x", 1);
        return copy;
    }

    private static Object without(Object object, Object name) {
        Map<Object, Object> copy = new TreeMap<>((Map<?, ?>) object);
        copy.remove(name);
        return copy;
    }

    private static Object twice(List<?> list) {
        List<Object> copy = new ArrayList<>(list);
        copy.addAll(list);
        return copy;
    }

    private static Object reversed(List<?> list) {
        List<Object> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    /** Another text of the same form: a digit for a digit. */
    private static String lastDigit(String text) {
        char last = text.isEmpty() ? 'x' : text.charAt(text.length() - 1);
        return text.isEmpty() ? "0" : text.substring(0, text.length() - 1) + (last == '0' ? '1' : '0');
    }

    /** The entry with the change. */
    @SuppressWarnings("unchecked")
    Map<String, Object> apply(Map<String, Object> entry) {
        return (Map<String, Object>) apply(entry, 0);
    }

    private Object apply(Object value, int depth) {
        if (depth == steps.size()) {
            return change.apply(value);
        }
        Object step = steps.get(depth);
        if (value instanceof List<?> list && step instanceof Integer number) {
            List<Object> copy = new ArrayList<>(list);
            copy.set(number, apply(list.get(number), depth + 1));
            return copy;
        }
        Map<Object, Object> copy = new TreeMap<>((Map<?, ?>) value);
        copy.put(step, apply(((Map<?, ?>) value).get(step), depth + 1));
        return copy;
    }
}
