package eu.urne.engine.sortition.search;

import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.Quota;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A pool and its quotas as indexes. Each attribute that a quota names has one number for each value with a quota and,
 * as its last, one for all other values. Candidates with the same numbers are of one type.
 */
final class Table {

    private final int seats;
    private final int[][] values;
    private final int[][] least;
    private final int[][] most;
    private final int[] typeOf;
    private final int[] firsts;
    private final int[] sizes;

    private Table(int seats, int[][] values, int[][] least, int[][] most) {
        this.seats = seats;
        this.values = values;
        this.least = least;
        this.most = most;
        typeOf = new int[values.length];
        Map<List<Integer>, Integer> types = new LinkedHashMap<>();
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            List<Integer> key = Arrays.stream(values[i]).boxed().toList();
            Integer type = types.putIfAbsent(key, types.size());
            if (type == null) {
                first.add(i);
            }
            typeOf[i] = type == null ? types.size() - 1 : type;
        }
        firsts = first.stream().mapToInt(Integer::intValue).toArray();
        sizes = new int[firsts.length];
        Arrays.stream(typeOf).forEach(type -> sizes[type]++);
    }

    static Table of(Pool pool, int seats, List<Quota> quotas) {
        Map<String, List<Quota>> byAttribute = new LinkedHashMap<>();
        quotas.forEach(quota -> byAttribute
                .computeIfAbsent(quota.attribute(), name -> new ArrayList<>())
                .add(quota));
        List<List<Quota>> attributes = List.copyOf(byAttribute.values());
        int[][] values = pool.candidates().stream()
                .map(candidate -> attributes.stream()
                        .mapToInt(some -> number(candidate, some))
                        .toArray())
                .toArray(int[][]::new);
        int[][] least = attributes.stream()
                .map(some -> IntStream.concat(some.stream().mapToInt(Quota::least), IntStream.of(0))
                        .toArray())
                .toArray(int[][]::new);
        int[][] most = attributes.stream()
                .map(some -> IntStream.concat(some.stream().mapToInt(Quota::most), IntStream.of(seats))
                        .toArray())
                .toArray(int[][]::new);
        return new Table(seats, values, least, most);
    }

    private static int number(Candidate candidate, List<Quota> quotas) {
        for (int i = 0; i < quotas.size(); i++) {
            if (quotas.get(i).counts(candidate)) {
                return i;
            }
        }
        return quotas.size();
    }

    int seats() {
        return seats;
    }

    int candidates() {
        return values.length;
    }

    int attributes() {
        return least.length;
    }

    /** How many numbers an attribute has. */
    int width(int attribute) {
        return least[attribute].length;
    }

    int value(int candidate, int attribute) {
        return values[candidate][attribute];
    }

    int least(int attribute, int value) {
        return least[attribute][value];
    }

    int most(int attribute, int value) {
        return most[attribute][value];
    }

    int types() {
        return sizes.length;
    }

    int typeOf(int candidate) {
        return typeOf[candidate];
    }

    int size(int type) {
        return sizes[type];
    }

    int valueOfType(int type, int attribute) {
        return values[firsts[type]][attribute];
    }

    /** By how many a count misses its limits. */
    int miss(int attribute, int value, int count) {
        return Math.max(0, Math.max(least[attribute][value] - count, count - most[attribute][value]));
    }
}
