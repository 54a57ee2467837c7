package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Runs of Equal Shares over the same ballots with different shares.
 *
 * <p>Prices only rise from round to round, since money only shrinks. So the options wait by a lower bound of their
 * price, and only those that could be the cheapest are priced anew.
 */
final class SharesRun {

    private static final double BELOW = 1 - 0x1p-50;
    private static final double ABOVE = 1 + 0x1p-50;
    private static final long MOST_DOUBTS = 1L << 50;

    final SharesState state;
    final SharesExact exact;
    private final Support support;
    private final EqualShares.Utility utility;
    private final long budget;
    private final double[] perUnit;

    /** By option: bounds of the price per unit of worth, in units of money; the lower one holds until the run ends. */
    private final long[] low;

    private final long[] high;

    /** By option: the lower bound of the price per unit of utility. */
    private final double[] lowest;

    private final int[] pricedIn;
    private final int[] waiting;
    private int waits;
    private final TieLog ties;
    private int[] tieOrder;
    private long spent;
    private boolean tooDear;

    /**
     * Prepares runs.
     *
     * @param tieOrder the place of each option among equals
     * @param bounded false to decide everything exactly, for tests
     */
    SharesRun(Support support, long[] cost, long budget, EqualShares.Utility utility, int[] tieOrder, boolean bounded) {
        this.state = new SharesState(support, cost, bounded);
        this.exact = new SharesExact(state);
        this.support = support;
        this.utility = utility;
        this.ties = new TieLog(tieOrder);
        this.tieOrder = tieOrder;
        this.budget = budget;
        int options = cost.length;
        this.low = new long[options];
        this.high = new long[options];
        this.lowest = new double[options];
        this.pricedIn = new int[options];
        this.waiting = new int[options];
        this.perUnit = new double[options];
        for (int option = 0; option < options; option++) {
            perUnit[option] = switch (utility) {
                case COST -> 1.0 / cost[option];
                case SQRT_COST -> 1 / Math.sqrt((double) cost[option]);
                case CARDINALITY, POINTS, BORDA -> 1;
            };
        }
    }

    /**
     * Runs until nothing can be bought, or what was bought costs more than the budget.
     *
     * @param order the place of each option among equals
     * @return whether it stayed within the budget
     */
    boolean run(Fraction share, int[] order) {
        tieOrder = order;
        begin(share);
        while (!tooDear) {
            List<Integer> cheapest = cheapest();
            if (cheapest.isEmpty()) {
                ties.close(this::isBought);
                return true;
            }
            buy(ties.first(cheapest, state.rounds, this::isBought));
        }
        ties.close(this::isBought);
        return false;
    }

    /** The options bought, in order. */
    int[] bought() {
        return Arrays.copyOf(state.bought, state.rounds);
    }

    /** The order among equals in the last run. */
    int[] tieOrder() {
        return tieOrder;
    }

    /** Whether the last run stayed within the budget. */
    boolean affordable() {
        return !tooDear;
    }

    /** What they cost; if the run broke off, without the last one. */
    long spent() {
        return spent;
    }

    /** The ties that mattered. */
    List<TieLog.Entry> ties() {
        return ties.entries();
    }

    private boolean isBought(int option) {
        return state.boughtAt[option] >= 0;
    }

    private void begin(Fraction share) {
        state.begin(share);
        exact.begin();
        spent = 0;
        tooDear = false;
        waits = 0;
        ties.begin(tieOrder);
        Arrays.fill(pricedIn, -1);
        for (int option = 0; option < low.length; option++) {
            if (support.total[option] > 0 && state.cost[option] > 0 && state.withinReach(option)) {
                waiting[waits++] = option;
                low[option] = state.costUnits(option) / support.total[option];
                lowest[option] = state.bounded() ? low[option] * perUnit[option] * BELOW : 0;
            }
        }
    }

    /** All options of the lowest price, exactly. */
    private List<Integer> cheapest() {
        double bound = Double.POSITIVE_INFINITY;
        List<Integer> candidates = new ArrayList<>();
        while (true) {
            int at = nextWaiting(bound);
            if (at < 0) {
                break;
            }
            int option = waiting[at];
            pricedIn[option] = state.rounds;
            if (!reprice(option, bound)) {
                waiting[at] = waiting[--waits];
                continue;
            }
            if (lowest[option] <= bound) {
                candidates.add(option);
                bound = Math.min(
                        bound, high[option] == Long.MAX_VALUE ? bound : high[option] * perUnit[option] * ABOVE);
            }
        }
        double most = bound;
        candidates.removeIf(option -> lowest[option] > most);
        boolean clear = candidates.size() == 1 && high[candidates.getFirst()] != Long.MAX_VALUE;
        return clear || candidates.isEmpty() ? candidates : exactlyCheapest(candidates);
    }

    private int nextWaiting(double bound) {
        int best = -1;
        double least = bound;
        for (int at = 0; at < waits; at++) {
            int option = waiting[at];
            if (pricedIn[option] != state.rounds && lowest[option] <= least && (best < 0 || lowest[option] < least)) {
                best = at;
                least = lowest[option];
            }
        }
        return best;
    }

    /**
     * Sharpens the bounds of a price.
     *
     * @param bound a price per unit of utility beyond which no sharpness is needed
     * @return false if the supporters surely cannot pay
     */
    private boolean reprice(int option, double bound) {
        if (!state.bounded()) {
            low[option] = 0;
            high[option] = Long.MAX_VALUE;
            return true;
        }
        long cost = state.costUnits(option);
        long price = low[option];
        while (true) {
            long next = atLeast(option, cost, price);
            if (next == Long.MAX_VALUE) {
                return false;
            }
            if (next <= price) {
                break;
            }
            price = next;
            if (price * perUnit[option] * BELOW > bound) {
                high[option] = Long.MAX_VALUE;
                break;
            }
        }
        low[option] = price;
        lowest[option] = price * perUnit[option] * BELOW;
        if (lowest[option] <= bound) {
            high[option] = upper(option, cost + state.costDoubt(), price);
        }
        return true;
    }

    /**
     * What the price must be if those who surely cannot pay a lower bound of it pay all they have: another lower bound.
     *
     * @return more than anything if none is left to pay it
     */
    private long atLeast(int option, long cost, long price) {
        long rich = 0;
        long paid = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            long has = state.money[group] + state.doubt[group];
            if (state.spent[group] == 0) {
                if (has < SharesState.times(support.value[at], price)) {
                    paid += support.weight[group] * has;
                } else {
                    rich += support.weight[group] * support.value[at];
                }
            }
        }
        return rich == 0 ? Long.MAX_VALUE : Math.floorDiv(cost - paid, rich);
    }

    /**
     * A price at which the payments surely cover the cost: above the lower bound by so much as those who surely can pay
     * that much more must add.
     */
    private long upper(int option, long cost, long price) {
        long doubts = cost - state.costUnits(option);
        long rich = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            if (state.spent[group] == 0) {
                doubts += support.weight[group] * state.doubt[group];
                rich += state.money[group] >= price ? support.weight[group] : 0;
            }
        }
        if (doubts > MOST_DOUBTS) {
            return Long.MAX_VALUE;
        }
        long room = 64 + 8 * (doubts / Math.max(1, rich));
        long missing = cost;
        long able = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            if (state.spent[group] == 0) {
                long has = Math.max(0, state.money[group] - state.doubt[group]);
                long part = SharesState.times(support.value[at], price);
                missing -= support.weight[group] * Math.min(has, part);
                able += has >= SharesState.times(support.value[at], price + room)
                        ? support.weight[group] * support.value[at]
                        : 0;
            }
        }
        if (able == 0) {
            return Long.MAX_VALUE;
        }
        long more = Math.max(0, missing / able + 1);
        return more <= room ? price + more : Long.MAX_VALUE;
    }

    private List<Integer> exactlyCheapest(List<Integer> candidates) {
        List<Integer> best = new ArrayList<>();
        SharesExact.Price least = new SharesExact.Price(BigInteger.ZERO, 1);
        for (int option : candidates) {
            Optional<SharesExact.Price> price = exact.priceOf(option, low[option]);
            if (price.isEmpty()) {
                leave(option);
                continue;
            }
            int sign = best.isEmpty() ? -1 : compare(option, price.get(), best.getFirst(), least);
            if (sign < 0) {
                best.clear();
                least = price.get();
            }
            if (sign <= 0) {
                best.add(option);
            }
        }
        return best;
    }

    private void leave(int option) {
        for (int at = 0; at < waits; at++) {
            if (waiting[at] == option) {
                waiting[at] = waiting[--waits];
                return;
            }
        }
    }

    /** Compares prices per unit of utility; both stand over the same common denominator. */
    private int compare(int a, SharesExact.Price priceOfA, int b, SharesExact.Price priceOfB) {
        BigInteger left = priceOfA.numerator().multiply(BigInteger.valueOf(priceOfB.full()));
        BigInteger right = priceOfB.numerator().multiply(BigInteger.valueOf(priceOfA.full()));
        BigInteger costOfA = BigInteger.valueOf(state.cost[a]);
        BigInteger costOfB = BigInteger.valueOf(state.cost[b]);
        return switch (utility) {
            case COST -> left.multiply(costOfB).compareTo(right.multiply(costOfA));
            case SQRT_COST ->
                left.multiply(left)
                        .multiply(costOfB)
                        .compareTo(right.multiply(right).multiply(costOfA));
            case CARDINALITY, POINTS, BORDA -> left.compareTo(right);
        };
    }

    private void buy(int option) {
        leave(option);
        int round = state.rounds;
        long price = low[option];
        long most = high[option];
        if (mustBeExact(option, price, most)) {
            SharesExact.Price exactly = exact.priceOf(option, price).orElseThrow();
            Fraction fraction = exact.fraction(exactly);
            price = state.units(fraction.numerator(), fraction.denominator());
            most = price + 1;
            pay(option, price, most, true);
        } else {
            pay(option, price, most, false);
        }
        state.boughtAt[option] = round;
        state.bought[round] = option;
        state.rounds++;
        tooDear = state.cost[option] > budget - spent;
        spent += tooDear ? 0 : state.cost[option];
    }

    private boolean mustBeExact(int option, long price, long most) {
        if (most == Long.MAX_VALUE || (most - price) > SharesState.MOST_DOUBT / support.largest) {
            return true;
        }
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            if (state.spent[group] == 0 && state.compare(group, support.value[at], price, most) == 0) {
                return true;
            }
        }
        return false;
    }

    private void pay(int option, long price, long most, boolean exactly) {
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            if (state.spent[group] != 0) {
                continue;
            }
            int sign = exactly ? exact.has(group) : state.compare(group, support.value[at], price, most);
            if (sign > 0) {
                state.money[group] -= SharesState.times(support.value[at], price);
                state.doubt[group] += SharesState.times(support.value[at], most - price);
            } else {
                state.spent[group] = sign < 0 ? state.rounds + 1 : -(state.rounds + 1);
                state.money[group] = 0;
                state.doubt[group] = 0;
            }
        }
    }
}
