package eu.urne.api.desk;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is typed of seats: a field for one, or a sheet that has a field {@code seat-<number>} for each, and beside it in
 * {@code was-<number>} what the page showed. What nobody has changed is not read, so that a page that is old does not
 * undo what others have noted since.
 */
record SeatSheet(TypedForm typed) {

    private static final Pattern FIELD = Pattern.compile("seat-([1-9][0-9]{0,2})");
    private static final int MOST = 999;

    /**
     * A seat.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    int seat(String field, Collection<Integer> seats) {
        int seat = typed.number(field, 1, MOST);
        if (!seats.contains(seat)) {
            throw new IllegalArgumentException(field + ": nobody holds the seat " + seat + " on that day");
        }
        return seat;
    }

    /**
     * A seat, or 0 for none.
     *
     * @throws IllegalArgumentException if it is another number
     */
    int seatOrNone(String field, Collection<Integer> seats) {
        return typed.line(field).equals("0") ? 0 : seat(field, seats);
    }

    /**
     * What has changed, by seat.
     *
     * @throws IllegalArgumentException if a field is of none of these seats, or has none of these names
     */
    <E extends Enum<E>> SortedMap<Integer, E> changed(Class<E> names, Collection<Integer> seats) {
        SortedMap<Integer, E> changed = new TreeMap<>();
        for (Map.Entry<String, String> field : typed.fields().entrySet()) {
            Matcher named = FIELD.matcher(field.getKey());
            if (!named.matches() || field.getValue().isBlank()) {
                continue;
            }
            int seat = Integer.parseInt(named.group(1));
            if (!seats.contains(seat)) {
                throw new IllegalArgumentException("seat: nobody holds the seat " + seat + " on that day");
            }
            E choice = typed.choice(field.getKey(), names);
            if (!choice.name().equals(typed.line("was-" + seat))) {
                changed.put(seat, choice);
            }
        }
        return changed;
    }
}
