package eu.urne.engine.vault.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;

/** A CSV file that is read line by line, with its encoding and delimiter detected. Lines are bounded. */
public final class CsvText {

    private static final int PEEK = 32_768;
    private static final int MAX_CELL = 16_384;
    private static final int MAX_CELLS = 500;
    private static final int MAX_LINE = 131_072;
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');
    private static final String SEPARATOR_LINE = "sep=";

    private final DetectedText text;
    private final char delimiter;
    private final Iterator<CsvRecord> records;
    private long line;
    private boolean goesOver;

    /**
     * Opens a file.
     *
     * @param known tells how many cells of a first line have names that are known: the delimiter is the one with the
     *     most
     * @throws UnreadableTextException in one sentence, if it is no such file
     */
    public CsvText(InputStream in, ToLongFunction<List<String>> known) throws IOException, UnreadableTextException {
        this.text = new DetectedText(in);
        BufferedReader reader = new BufferedReader(text, PEEK);
        reader.mark(PEEK);
        char[] peeked = new char[PEEK];
        int read = read(reader, peeked);
        reader.reset();
        String head = new String(peeked, 0, read);
        if (head.isBlank()) {
            throw new UnreadableTextException("the file is empty");
        }
        this.delimiter = delimiter(head, known);
        this.records = csv(delimiter).build(handler(), reader).iterator();
    }

    private static int read(Reader reader, char[] into) throws IOException {
        int total = 0;
        int read = 0;
        while (read >= 0 && total < into.length) {
            read = reader.read(into, total, into.length - total);
            total += Math.max(read, 0);
        }
        return total;
    }

    private static char delimiter(String head, ToLongFunction<List<String>> known) {
        char best = DELIMITERS.getFirst();
        long most = 0;
        for (char each : DELIMITERS) {
            long found = known.applyAsLong(firstLine(head, each));
            if (found > most) {
                best = each;
                most = found;
            }
        }
        return best;
    }

    private static List<String> firstLine(String head, char delimiter) {
        try {
            Iterator<CsvRecord> records = csv(delimiter).build(handler(), head).iterator();
            List<String> first = records.hasNext() ? records.next().getFields() : List.of();
            return isSeparatorLine(first) && records.hasNext() ? records.next().getFields() : first;
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    private static boolean isSeparatorLine(List<String> cells) {
        return cells.getFirst().startsWith(SEPARATOR_LINE);
    }

    private static CsvReader.CsvReaderBuilder csv(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MAX_LINE);
    }

    private static CsvRecordHandler handler() {
        return CsvRecordHandler.of(
                limits -> limits.maxFields(MAX_CELLS).maxFieldSize(MAX_CELL).maxRecordSize(MAX_LINE));
    }

    /**
     * The cells of the next line that is not empty; an empty list at the end.
     *
     * @throws IOException if the file breaks off
     * @throws UnreadableTextException in one sentence, if from here on the lines cannot be told apart
     */
    public List<String> next() throws IOException, UnreadableTextException {
        try {
            while (records.hasNext()) {
                CsvRecord row = records.next();
                boolean first = line == 0;
                line = row.getStartingLineNumber();
                goesOver =
                        row.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0);
                boolean blank = row.getFields().stream().allMatch(String::isBlank);
                if (!blank && !(first && isSeparatorLine(row.getFields()))) {
                    return row.getFields();
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new UnreadableTextException("behind line " + line + " a quotation mark is not closed or stands inside"
                    + " a cell, or a line is too long; from there on the lines cannot be told apart");
        }
        if (goesOver && text.quotes() % 2 != 0) {
            throw new UnreadableTextException("the quotation mark that is opened in line " + line + " is never closed");
        }
        return List.of();
    }

    /** The line in which the last cells began, from 1. */
    public long line() {
        return line;
    }

    /** The delimiter. */
    public String delimiter() {
        return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }

    /** The name of the encoding. */
    public String encoding() {
        return text.charset().name();
    }
}
