package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.WeightedBallot;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Who supports what, as flat arrays in both directions. A group is a distinct ballot; its entries stand from
 * {@code first[group]} to {@code first[group + 1]}. The supporters of an option stand likewise in the other direction.
 */
final class Support {

    /** Voters of each group. */
    final long[] weight;

    final int[] first;

    /** By entry: the option. */
    final int[] option;

    /** By entry: what the option is worth to one voter of the group, 1 or more. */
    final long[] worth;

    final int[] firstSupporter;

    /** By supporter: the group. */
    final int[] group;

    /** By supporter: what the option is worth to one voter of the group. */
    final long[] value;

    /** By option: what it is worth to all voters together. */
    final long[] total;

    /** All ballots that are not blank. */
    final long votersWithVote;

    /** The most that anything is worth to a voter. */
    final long largest;

    /** The most options that a group supports. */
    final int longest;

    private Support(Collector entries, int options) {
        this.weight = Arrays.copyOf(entries.weight, entries.groups);
        this.first = Arrays.copyOf(entries.first, entries.groups + 1);
        this.option = Arrays.copyOf(entries.option, entries.size);
        this.worth = Arrays.copyOf(entries.worth, entries.size);
        this.votersWithVote = entries.votersWithVote;
        this.firstSupporter = new int[options + 1];
        for (int each : option) {
            firstSupporter[each + 1]++;
        }
        for (int each = 0; each < options; each++) {
            firstSupporter[each + 1] += firstSupporter[each];
        }
        this.group = new int[option.length];
        this.value = new long[option.length];
        this.total = new long[options];
        turn();
        this.largest = Arrays.stream(worth).max().orElse(1);
        int most = 0;
        for (int each = 0; each < weight.length; each++) {
            most = Math.max(most, first[each + 1] - first[each]);
        }
        this.longest = most;
    }

    /**
     * The support that a utility sees in the ballots.
     *
     * @throws IllegalArgumentException if the utility does not fit the kind of the ballots
     * @throws ArithmeticException if what an option is worth to all exceeds a long
     */
    static Support of(Election election, EqualShares.Utility utility) {
        return of(election, utility, option -> true);
    }

    /**
     * As above, but without some options: what the others are worth stays the same.
     *
     * @param open the options that are not left out
     */
    static Support of(Election election, EqualShares.Utility utility, IntPredicate open) {
        Collector entries = new Collector(open);
        for (WeightedBallot weighted : election.ballots()) {
            entries.begin(weighted.weight());
            switch (weighted.ballot()) {
                case Ballot.Approval approval
                when utility.compareTo(EqualShares.Utility.SQRT_COST) <= 0 -> entries.addAll(approval.options());
                case Ballot.Points points when utility == EqualShares.Utility.POINTS -> entries.addPoints(points);
                case Ballot.Ranking ranking
                when utility == EqualShares.Utility.BORDA -> entries.addPlaces(ranking.options());
                case Ballot.Blank blank -> entries.votersWithVote -= weighted.weight();
                default ->
                    throw new IllegalArgumentException("the utility " + utility.text() + " does not fit ballots of "
                            + weighted.ballot().getClass().getSimpleName());
            }
            entries.end();
        }
        return new Support(entries, election.options().size());
    }

    private void turn() {
        int[] next = firstSupporter.clone();
        for (int each = 0; each < weight.length; each++) {
            for (int entry = first[each]; entry < first[each + 1]; entry++) {
                int to = next[option[entry]]++;
                group[to] = each;
                value[to] = worth[entry];
                total[option[entry]] =
                        Math.addExact(total[option[entry]], Math.multiplyExact(weight[each], worth[entry]));
            }
        }
    }

    int groups() {
        return weight.length;
    }

    int options() {
        return total.length;
    }

    List<Integer> supported() {
        return java.util.stream.IntStream.range(0, total.length)
                .filter(each -> total[each] > 0)
                .boxed()
                .toList();
    }

    /** Grows while the ballots are read; groups without support are dropped. */
    private static final class Collector {

        private final IntPredicate open;
        private long[] weight = new long[64];
        private int[] first = new int[65];
        private int[] option = new int[256];
        private long[] worth = new long[256];
        private int groups;
        private int size;
        private long votersWithVote;

        Collector(IntPredicate open) {
            this.open = open;
        }

        void begin(long voters) {
            if (groups + 1 == weight.length) {
                weight = Arrays.copyOf(weight, 2 * weight.length);
                first = Arrays.copyOf(first, 2 * first.length);
            }
            weight[groups] = voters;
            votersWithVote += voters;
        }

        void end() {
            if (size > first[groups]) {
                first[++groups] = size;
            }
        }

        void add(int named, long units) {
            if (!open.test(named)) {
                return;
            }
            if (size == option.length) {
                option = Arrays.copyOf(option, 2 * size);
                worth = Arrays.copyOf(worth, 2 * size);
            }
            option[size] = named;
            worth[size++] = units;
        }

        void addAll(Indexes options) {
            for (int place = 0; place < options.size(); place++) {
                add(options.at(place), 1);
            }
        }

        void addPoints(Ballot.Points points) {
            for (int place = 0; place < points.options().size(); place++) {
                if (points.points().at(place) > 0) {
                    add(points.options().at(place), points.points().at(place));
                }
            }
        }

        void addPlaces(Indexes options) {
            for (int place = 0; place < options.size() - 1; place++) {
                add(options.at(place), options.size() - place - 1L);
            }
        }
    }
}
