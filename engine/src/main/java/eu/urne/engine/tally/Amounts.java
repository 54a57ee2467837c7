package eu.urne.engine.tally;

import java.util.Arrays;
import java.util.stream.LongStream;

/** An immutable sequence of whole numbers, such as the points of a ballot, compared by value. */
public final class Amounts {

    private final long[] values;

    private Amounts(long[] values) {
        this.values = values;
    }

    /**
     * The given numbers in the given order.
     *
     * @param values copied
     */
    public static Amounts of(long... values) {
        return new Amounts(values.clone());
    }

    /** How many numbers there are. */
    public int size() {
        return values.length;
    }

    /**
     * The number at a place.
     *
     * @param place from 0 to {@code size() - 1}
     */
    public long at(int place) {
        return values[place];
    }

    /** The numbers in order. */
    public LongStream stream() {
        return Arrays.stream(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amounts that && Arrays.equals(values, that.values);
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
