package eu.urne.engine.tally;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An immutable sequence of option indexes, compared by value; compact, since a poll holds one per distinct ballot. */
public final class Indexes {

    private final int[] values;

    private Indexes(int[] values) {
        this.values = values;
    }

    /**
     * The given indexes in the given order.
     *
     * @param values copied; each 0 or more
     * @throws IllegalArgumentException if an index is negative
     */
    public static Indexes of(int... values) {
        for (int value : values) {
            if (value < 0) {
                throw new IllegalArgumentException("negative index " + value);
            }
        }
        return new Indexes(values.clone());
    }

    /** How many indexes there are. */
    public int size() {
        return values.length;
    }

    /**
     * The index at a place.
     *
     * @param place from 0 to {@code size() - 1}
     */
    public int at(int place) {
        return values[place];
    }

    /** The indexes in order. */
    public IntStream stream() {
        return Arrays.stream(values);
    }

    /** The same indexes, smallest first. */
    Indexes sorted() {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Indexes(sorted);
    }

    boolean distinct() {
        int[] sorted = sorted().values;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** The largest index, or -1 if there is none. */
    int max() {
        int max = -1;
        for (int value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Indexes that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
