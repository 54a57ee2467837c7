package eu.urne.api.bench;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbRules;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** How long it takes to read a published election and to count it by each rule for approval ballots. */
public final class TallyBench {

    private final LongSupplier nanos;
    private final int tries;

    /**
     * A bench.
     *
     * @param nanos a clock in nanoseconds
     * @param tries how often each measurement is repeated, 1 or more; the median is told
     */
    public TallyBench(LongSupplier nanos, int tries) {
        if (tries < 1) {
            throw new IllegalArgumentException("no measurement is made " + tries + " times");
        }
        this.nanos = nanos;
        this.tries = tries;
    }

    /**
     * Measures one file.
     *
     * @return a line for reading and for each rule: what, median and best in milliseconds
     * @throws PbException if the file cannot be read
     */
    public List<String> measure(Path path) throws PbException {
        List<String> lines = new ArrayList<>();
        long[] reading = new long[tries];
        PbFile file = PbReader.read(path);
        for (int i = 0; i < tries; i++) {
            long start = nanos.getAsLong();
            file = PbReader.read(path);
            reading[i] = nanos.getAsLong() - start;
        }
        lines.add(line("read", reading));
        for (Rule rule : rules(file)) {
            lines.add(line(rule.text(), counting(file.election(), rule)));
        }
        return lines;
    }

    private static List<Rule> rules(PbFile file) {
        return List.of(
                Rule.Greedy.plain(),
                EqualShares.plain(Utility.COST),
                EqualShares.add1(Utility.COST, PbRules.unit(file)),
                Phragmen.stopping());
    }

    private long[] counting(Election election, Rule rule) {
        Tally.count(election, rule, TieBreak.Fixed.COST_VOTES_ID);
        long[] times = new long[tries];
        for (int i = 0; i < tries; i++) {
            long start = nanos.getAsLong();
            Tally.count(election, rule, TieBreak.Fixed.COST_VOTES_ID);
            times[i] = nanos.getAsLong() - start;
        }
        return times;
    }

    private static String line(String what, long[] nanos) {
        long[] sorted = java.util.Arrays.stream(nanos).sorted().toArray();
        return what + ": median " + sorted[sorted.length / 2] / 1000 + " us, best " + sorted[0] / 1000 + " us";
    }
}
