package eu.urne.audit.extract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The indexes of the entries of an extract (docs/formats/evidence.md, "Evidence of one poll"), ascending. They are kept
 * as runs without gap. An entry has an index in the log and a number in the extract, both from 0.
 */
public final class EntryIndexes {
    /** The most entries of an extract. */
    public static final int MAX_COUNT = 4_194_304;

    /** The most bytes of the file. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int FIRST_RUNS = 16;

    /** First index of each run. */
    private int[] starts = new int[FIRST_RUNS];

    /** Number in the extract of the first entry of each run. */
    private int[] numbers = new int[FIRST_RUNS];

    private int runs;
    private int count;

    /**
     * Reads the file.
     *
     * @param file its bytes
     * @param size number of entries of the log, at most 2^31-1
     * @throws MalformedException if it is not exactly what the format demands
     */
    public static EntryIndexes parse(byte[] file, long size) throws MalformedException {
        EntryIndexes indexes = new EntryIndexes();
        Stream<String> lines = new String(file, US_ASCII).lines();
        for (String line : (Iterable<String>) lines::iterator) {
            int dash = line.indexOf('-');
            long first = number(dash < 0 ? line : line.substring(0, dash), line);
            long last = dash < 0 ? first : number(line.substring(dash + 1), line);
            boolean behind = indexes.count == 0 || first > indexes.last();
            if (!behind || last < first || last >= size) {
                throw new MalformedException("has the line '" + StrictText.printable(line, 40)
                        + "', which does not follow the one before it within a log of " + size + " entries");
            }
            if (indexes.count + last - first >= MAX_COUNT) {
                throw new MalformedException(String.format(Locale.ROOT, "tells more than %,d entries", MAX_COUNT));
            }
            indexes.add((int) first, (int) (last - first + 1));
        }
        if (indexes.count == 0 || !Arrays.equals(indexes.text().getBytes(US_ASCII), file)) {
            throw new MalformedException("is not written in the one way: longest runs, one a line");
        }
        return indexes;
    }

    private static long number(String digits, String line) throws MalformedException {
        return StrictText.decimal(digits)
                .orElseThrow(() -> new MalformedException(
                        "has the line '" + StrictText.printable(line, 40) + "', which is no run of indexes"));
    }

    /**
     * Adds an index.
     *
     * @param index above all before it
     */
    public void add(int index) {
        add(index, 1);
    }

    private void add(int first, int length) {
        if (count == 0 || first > last() + 1) {
            if (runs == starts.length) {
                starts = Arrays.copyOf(starts, 2 * runs);
                numbers = Arrays.copyOf(numbers, 2 * runs);
            }
            starts[runs] = first;
            numbers[runs] = count;
            runs++;
        }
        count += length;
    }

    private int last() {
        return index(count - 1);
    }

    /** Gives the number of entries, at least 1 once read from a file. */
    public int count() {
        return count;
    }

    /**
     * Gives the index of an entry.
     *
     * @param number its number in the extract, below {@link #count}
     */
    public int index(int number) {
        int run = run(numbers, number);
        return starts[run] + number - numbers[run];
    }

    /**
     * Gives the number of an entry in the extract.
     *
     * @param index one of the indexes
     */
    public int number(int index) {
        int run = run(starts, index);
        return numbers[run] + index - starts[run];
    }

    private int run(int[] firsts, int value) {
        int found = Arrays.binarySearch(firsts, 0, runs, value);
        return found < 0 ? -found - 2 : found;
    }

    /** Writes the file: one line a run. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int run = 0; run < runs; run++) {
            int length = (run + 1 < runs ? numbers[run + 1] : count) - numbers[run];
            text.append(starts[run]);
            if (length > 1) {
                text.append('-').append(starts[run] + length - 1);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
