package eu.urne.engine.sortition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Seats in proportion to populations, by largest remainder, in integers (docs/formats/draw.md, section 9). */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The seats of each population, in their order; their sum is {@code seats}.
     *
     * @param seats from 0 to {@link DrawSpec#MOST_SEATS}
     * @param populations none negative, not all zero
     */
    public static List<Integer> seats(int seats, List<Long> populations) {
        Codes.within("seats", seats, 0, DrawSpec.MOST_SEATS);
        if (populations.stream().anyMatch(population -> population < 0)) {
            throw new IllegalArgumentException("populations: none is negative");
        }
        BigInteger all = populations.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (all.signum() == 0) {
            throw new IllegalArgumentException("populations: at least one is above zero");
        }
        List<BigInteger[]> parts = populations.stream()
                .map(population -> BigInteger.valueOf(seats)
                        .multiply(BigInteger.valueOf(population))
                        .divideAndRemainder(all))
                .toList();
        List<Integer> given = new ArrayList<>(
                parts.stream().map(part -> part[0].intValueExact()).toList());
        int left = seats - given.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i)[1]).reversed())
                .limit(left)
                .forEach(i -> given.set(i, given.get(i) + 1));
        return List.copyOf(given);
    }
}
