package eu.urne.api.bench;

import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.Draw;
import eu.urne.engine.sortition.DrawSpec;
import eu.urne.engine.sortition.Drawn;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Quota;
import eu.urne.engine.sortition.Seed;
import eu.urne.engine.sortition.Shortage;
import eu.urne.engine.sortition.Slip;
import eu.urne.engine.sortition.search.PanelSearch;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Draws among invented candidates: by strata, and by a list of panels for overlapping quotas. */
final class DrawBench {

    private static final String DRAW = "bench";
    private static final String THROWN = "3 6 1 1 5 2 4 6 6 2";
    private static final List<PublicRandomness> DICE = List.of(new PublicRandomness.Dice(10, "ten dice", 6));
    private static final int DISTRICTS = 8;
    private static final int[] VALUES = {2, 5, 8, 4, 6, 3};
    private static final double NANOS_PER_MS = 1e6;

    /** Nanoseconds by the clock and of this thread's CPU. */
    private record Start(long clock, long cpu) {
        private static Start now() {
            return new Start(
                    System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }
    }

    private final int tries;
    private final PrintWriter out;

    DrawBench(int tries, PrintWriter out) {
        this.tries = tries;
        this.out = out;
    }

    /** Prints a table for each kind of draw. */
    void run(int tickets) {
        out.println("| draw | try | ms | ms of CPU |");
        out.println("|---|---|---|---|");
        Pool pool = districts(600);
        List<DrawSpec.Cell> cells = IntStream.range(0, DISTRICTS)
                .mapToObj(i -> new DrawSpec.Cell(35, List.of("d" + i)))
                .toList();
        DrawSpec.Strata spec = new DrawSpec.Strata(List.of("district"), cells, DICE, new Shortage.Empty());
        for (int i = 1; i <= tries; i++) {
            Start start = Start.now();
            Drawn drawn = Draw.byStrata(pool, spec, Seed.of(DRAW, pool, spec, List.of(THROWN)));
            row(drawn.members().size() + " of " + pool.size() + " in 8 strata, root and seed included", i, start);
        }
        for (int i = 1; i <= tries; i++) {
            quotas(i, tickets);
        }
        out.flush();
    }

    private void quotas(int number, int tickets) {
        SplittableRandom random = new SplittableRandom(number);
        double[][] shares = shares(random, 0.5, 1);
        Pool pool = biased(random, shares, 500);
        List<Quota> quotas = quotas(shares, 75);
        Start start = Start.now();
        PanelSearch.Found found = PanelSearch.find(pool, 75, quotas, tickets, number);
        switch (found) {
            case PanelSearch.Panels panels -> {
                row(
                        "list of " + tickets + " tickets, 75 of 500, quotas of six attributes; least chance "
                                + panels.least() + ", bound " + panels.bound(),
                        number,
                        start);
                DrawSpec.Quotas spec = new DrawSpec.Quotas(panels.list().frozen(), quotas, DICE, 75);
                Start drawing = Start.now();
                Draw.byQuotas(pool, spec, panels.list(), Seed.of(DRAW, pool, spec, List.of(THROWN)));
                row("the draw from this list, every panel checked", number, drawing);
            }
            case PanelSearch.Conflict conflict -> row(conflict.sentence(), number, start);
            case PanelSearch.Unsettled unsettled -> row("unsettled", number, start);
        }
    }

    private void row(String what, int number, Start start) {
        Start now = Start.now();
        out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f |%n",
                what,
                number,
                (now.clock - start.clock) / NANOS_PER_MS,
                (now.cpu - start.cpu) / NANOS_PER_MS);
        out.flush();
    }

    private static Pool districts(int size) {
        return new Pool(IntStream.range(0, size)
                .mapToObj(i -> candidate(i, Map.of("district", "d" + i % DISTRICTS)))
                .toList());
    }

    /** Shares of each value in the population, or how much likelier people with it stand. */
    private static double[][] shares(SplittableRandom random, double least, double more) {
        double[][] shares = new double[VALUES.length][];
        for (int a = 0; a < VALUES.length; a++) {
            shares[a] = random.doubles(VALUES[a], least, least + more).toArray();
        }
        return shares;
    }

    /** Candidates whose attributes are not distributed as in the population: some stand five times as often. */
    private static Pool biased(SplittableRandom random, double[][] shares, int size) {
        double[][] stand = shares(random, 0.4, 1.6);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Map<String, String> attributes = new TreeMap<>();
            for (int a = 0; a < VALUES.length; a++) {
                attributes.put("a" + a, "v" + chosen(random, shares[a], stand[a]));
            }
            candidates.add(candidate(i, attributes));
        }
        return new Pool(candidates);
    }

    private static int chosen(SplittableRandom random, double[] shares, double[] stand) {
        double all = 0;
        for (int v = 0; v < shares.length; v++) {
            all += shares[v] * stand[v];
        }
        double left = random.nextDouble() * all;
        int value = 0;
        while (value < shares.length - 1 && left >= shares[value] * stand[value]) {
            left -= shares[value] * stand[value];
            value++;
        }
        return value;
    }

    /** From the population's share of the seats rounded down to the same rounded up. */
    private static List<Quota> quotas(double[][] shares, int seats) {
        List<Quota> quotas = new ArrayList<>();
        for (int a = 0; a < VALUES.length; a++) {
            double all = Arrays.stream(shares[a]).sum();
            for (int v = 0; v < VALUES[a]; v++) {
                int least = (int) Math.floor(seats * shares[a][v] / all);
                quotas.add(new Quota("a" + a, least, least + 1, "v" + v));
            }
        }
        return quotas;
    }

    private static Candidate candidate(int number, Map<String, String> attributes) {
        Hash salt = Hash.of(TreeHash.sha256(
                ByteBuffer.allocate(Integer.BYTES).putInt(number).array()));
        return new Slip(attributes, DRAW, "candidacy-" + number, salt).candidate();
    }
}
