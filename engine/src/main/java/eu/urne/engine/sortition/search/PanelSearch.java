package eu.urne.engine.sortition.search;

import eu.urne.engine.sortition.DrawSpec;
import eu.urne.engine.sortition.PanelList;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a list of panels that gives everybody as great a chance as the quotas allow (docs/adr/0015). It is run
 * before the draw is frozen, by nobody who must be trusted: the list is published and checked.
 */
public final class PanelSearch {

    private static final int PATIENCE = 20;
    private static final int FIRST_PATIENCE = 1_000;
    private static final int FIRST_TRIES = 3;

    /** Types of candidates up to which the solver is asked for the bound. */
    private static final int MOST_TYPES = 1_000;

    /** A little below the bound the target is found much faster. */
    private static final double NEARLY = 0.998;

    private static final double ROUNDING = 1e-6;
    private static final double NOISE = 1e-3;

    /** What the search gives. */
    public sealed interface Found {}

    /**
     * A list; every panel has been checked.
     *
     * @param least the smallest chance of a candidate, in tickets
     * @param bound no list with as many tickets gives everybody more; computed in floating point, for information
     */
    public record Panels(PanelList list, int least, int bound) implements Found {}

    /** No panel with these seats meets these quotas together; without any one of them there is a panel. */
    public record Conflict(int seats, List<Quota> quotas) implements Found {

        /** It in one sentence. */
        public String sentence() {
            List<String> texts = quotas.stream().map(Quota::toString).toList();
            return "quotas: no panel of " + seats + " of these candidates meets "
                    + (texts.size() == 1 ? "the quota " : "these quotas together: ") + String.join("; ", texts);
        }
    }

    /** Neither a panel nor a proof that there is none was found within the bounds of the search. */
    public record Unsettled() implements Found {}

    private final Pool pool;
    private final List<Quota> quotas;
    private final Table table;
    private final SplittableRandom random;

    private PanelSearch(Pool pool, int seats, List<Quota> quotas, long seed) {
        this.pool = pool;
        this.quotas = quotas;
        this.table = Table.of(pool, seats, quotas);
        this.random = new SplittableRandom(seed);
    }

    /**
     * Looks for a list.
     *
     * @param seats from 1 to the size of the pool
     * @param tickets from 1 to {@link PanelList#MOST_TICKETS}; 1,000 are usual
     * @param seed of the search; the same seed gives the same list, another one a list that is as good
     * @throws IllegalArgumentException in one sentence, if seats, quotas and pool do not fit each other
     */
    public static Found find(Pool pool, int seats, List<Quota> quotas, int tickets, long seed) {
        List<Quota> checked = DrawSpec.Quotas.checked(quotas);
        if (seats < 1 || seats > pool.size()) {
            throw new IllegalArgumentException("seats: from 1 to " + pool.size() + ", not " + seats);
        }
        if (tickets < 1 || tickets > PanelList.MOST_TICKETS) {
            throw new IllegalArgumentException("tickets: from 1 to " + PanelList.MOST_TICKETS + ", not " + tickets);
        }
        return new PanelSearch(pool, seats, checked, seed).run(tickets);
    }

    private Found run(int tickets) {
        boolean[] first = firstPanel();
        if (first == null) {
            return switch (new QuotaModel(table).feasible()) {
                case NO -> new Conflict(table.seats(), conflict());
                case YES ->
                    fromSolver().<Found>map(panel -> list(panel, tickets)).orElseGet(Unsettled::new);
                case OPEN -> new Unsettled();
            };
        }
        return list(first, tickets);
    }

    private boolean @Nullable [] firstPanel() {
        for (int i = 0; i < FIRST_TRIES; i++) {
            double[] worth = random.doubles(table.candidates()).toArray();
            boolean[] start = new boolean[table.candidates()];
            IntStream.range(0, table.seats()).forEach(seat -> start[seat] = true);
            boolean[] panel = Exchange.best(table, start, worth, FIRST_PATIENCE, random);
            if (panel != null) {
                return panel;
            }
        }
        return null;
    }

    private Optional<boolean[]> fromSolver() {
        int[] left = new QuotaModel(table).somePanel();
        boolean[] start = new boolean[table.candidates()];
        int seats = 0;
        for (int i = 0; i < start.length; i++) {
            if (left[table.typeOf(i)] > 0 && seats < table.seats()) {
                left[table.typeOf(i)]--;
                start[i] = true;
                seats++;
            }
        }
        if (seats < table.seats()) {
            return Optional.empty();
        }
        return Optional.ofNullable(Exchange.best(table, start, new double[start.length], 1, random));
    }

    /** Each ticket gets the panel that makes up most for those who are behind their target. */
    private Panels list(boolean[] first, int tickets) {
        double equal = (double) table.seats() / table.candidates();
        double bound = table.types() > MOST_TYPES
                ? 0
                : new QuotaModel(table).leastChance().orElse(0);
        double[] target = Raking.chances(table, bound * NEARLY);
        int[] counts = new int[table.candidates()];
        double[] behind = new double[counts.length];
        List<List<Integer>> panels = new ArrayList<>();
        boolean[] panel = first;
        for (int ticket = 1; ticket <= tickets; ticket++) {
            for (int i = 0; i < behind.length; i++) {
                behind[i] = ticket * target[table.typeOf(i)] - counts[i] + NOISE * random.nextDouble();
            }
            boolean[] better = Exchange.best(table, panel, behind, PATIENCE, random);
            panel = better == null ? panel : better;
            panels.add(members(panel));
            panels.getLast().forEach(member -> counts[member]++);
        }
        PanelList list = PanelList.of(panels);
        list.check(pool, table.seats(), quotas);
        int least =
                list.chances(pool).stream().mapToInt(Integer::intValue).min().orElse(0);
        double known = bound == 0 ? equal : Math.min(bound, equal);
        return new Panels(list, least, Math.max(least, (int) Math.floor(known * tickets + ROUNDING)));
    }

    private static List<Integer> members(boolean[] panel) {
        return IntStream.range(0, panel.length).filter(i -> panel[i]).boxed().toList();
    }

    /** Deletion filter: leaves out each quota without which the others still conflict. */
    private List<Quota> conflict() {
        List<Quota> left = new ArrayList<>(quotas);
        for (Quota quota : quotas) {
            List<Quota> fewer = new ArrayList<>(left);
            fewer.remove(quota);
            Table smaller = Table.of(pool, table.seats(), fewer);
            if (new QuotaModel(smaller).feasible() == QuotaModel.Answer.NO) {
                left = fewer;
            }
        }
        return List.copyOf(left);
    }
}
