package eu.urne.api.bench;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbRules;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Time and memory of reading published elections and of counting them by each rule that fits their ballots. */
final class TallyBench {

    /** A measurement is not repeated beyond this time. */
    private static final long ENOUGH_NANOS = 20_000_000_000L;

    /** Where a single run of plain Equal Shares takes this long, hundreds of them for add1 are left out. */
    private static final long LONG_NANOS = 5_000_000_000L;

    /** With more projects than this almost every share buys others, and add1 makes thousands of runs: left out too. */
    private static final int MANY_PROJECTS = 5_000;

    private static final int LARGEST = 10;
    private static final long SEED = 2026;

    private static final List<GeneratedElection> GENERATED = List.of(
            new GeneratedElection(10_000, 200, SEED),
            new GeneratedElection(100_000, 200, SEED),
            new GeneratedElection(1_000_000, 200, SEED),
            new GeneratedElection(10_000, 100, SEED),
            new GeneratedElection(10_000, 1_000, SEED),
            new GeneratedElection(10_000, 10_000, SEED));

    private final LongSupplier nanos;
    private final int tries;
    private final PrintWriter out;

    /**
     * A bench.
     *
     * @param nanos a clock in nanoseconds
     * @param tries how often each measurement is made at most, 1 or more
     * @param out gets a table in Markdown
     */
    TallyBench(LongSupplier nanos, int tries, PrintWriter out) {
        if (tries < 1) {
            throw new IllegalArgumentException("no measurement is made " + tries + " times");
        }
        this.nanos = nanos;
        this.tries = tries;
        this.out = out;
    }

    /** Work that is measured. */
    private interface Work {
        Object run() throws PbException;
    }

    /** The ten largest {@code .pb} files of a folder. */
    static List<Path> largest(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.toString().endsWith(".pb"))
                    .sorted(Comparator.comparingLong(
                                    (Path path) -> path.toFile().length())
                            .reversed())
                    .limit(LARGEST)
                    .toList();
        }
    }

    /** Begins the table. */
    void begin() {
        out.println("| election | voters | projects | what | best ms | median ms | peak heap MB |");
        out.println("|---|---|---|---|---|---|---|");
    }

    /** Measures elections made here, growing with voters and with projects; their files go into the folder. */
    void measureGenerated(Path folder) throws IOException, PbException {
        for (GeneratedElection election : GENERATED) {
            Path path = election.write(folder);
            measure(path);
            Files.delete(path);
        }
    }

    /** Measures one file: a row for reading and one for each rule that fits. */
    void measure(Path path) throws IOException, PbException {
        PbFile file = PbReader.read(path);
        row(file, String.format(Locale.ROOT, "read %.1f MB", Files.size(path) / 1e6), () -> PbReader.read(path));
        count(file, "greedy", Rule.Greedy.plain());
        for (Utility utility : List.of(Utility.COST, Utility.CARDINALITY, Utility.POINTS, Utility.BORDA)) {
            String name = "mes/" + utility.name().toLowerCase(Locale.ROOT);
            long plain = count(file, name, EqualShares.plain(utility));
            if (plain < LONG_NANOS && file.projects().size() <= MANY_PROJECTS) {
                count(file, name + "/add1", EqualShares.add1(utility, PbRules.unit(file)));
            } else {
                tell(file, name + "/add1", "left out", "", "");
            }
        }
        count(file, "phragmen", Phragmen.stopping());
    }

    /** Measures a rule, if it fits the ballots; gives its best time in nanoseconds, 0 if it does not fit. */
    private long count(PbFile file, String name, Rule rule) throws PbException {
        try {
            return row(file, name, () -> Tally.count(file.election(), rule, TieBreak.Fixed.COST_VOTES_ID));
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** Writes the row of a measurement and gives its best time in nanoseconds. */
    private long row(PbFile file, String what, Work work) throws PbException {
        long peak = peak(work);
        long[] times = times(work);
        tell(file, what, milliseconds(times[0]), milliseconds(times[times.length / 2]), Math.round(peak / 1e6) + "");
        return times[0];
    }

    private void tell(PbFile file, String what, String best, String median, String peak) {
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %s | %s | %s | %s |%n",
                file.name(),
                file.election().voters(),
                file.projects().size(),
                what,
                best,
                median,
                peak);
        out.flush();
    }

    private static String milliseconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.1f", nanoseconds / 1e6);
    }

    /** Also the first run, which is not timed. */
    private static long peak(Work work) throws PbException {
        Peak peak = new Peak();
        work.run();
        return peak.bytes();
    }

    /** In ascending order. */
    private long[] times(Work work) throws PbException {
        LongStream.Builder times = LongStream.builder();
        long begun = nanos.getAsLong();
        for (int i = 0; i < tries && nanos.getAsLong() - begun < ENOUGH_NANOS; i++) {
            long start = nanos.getAsLong();
            work.run();
            times.add(nanos.getAsLong() - start);
        }
        return times.build().sorted().toArray();
    }
}
