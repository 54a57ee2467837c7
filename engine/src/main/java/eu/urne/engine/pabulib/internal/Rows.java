package eu.urne.engine.pabulib.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks through the rows of a file, section by section; blank lines are odd and left out. */
public final class Rows implements AutoCloseable {

    private final PbText text;
    private final Oddities oddities;
    private final CloseableIterator<CsvRecord> records;

    /** The line that has no end, or 0 if each has one. */
    private final long openLine;

    private @Nullable Row held;
    private int lastLine;
    private int lastLength;

    /**
     * Starts at the first row.
     *
     * @param oddities is told what is odd about the rows
     */
    public Rows(PbText text, Oddities oddities) {
        this.text = text;
        this.oddities = oddities;
        this.openLine = text.endsWithLineEnd() ? 0 : text.text().lines().count();
        CsvReader.CsvReaderBuilder csv = CsvReader.builder()
                .fieldSeparator(';')
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true);
        // The parser that allows spaces round quotes is much slower than the other.
        if (text.hasSpacesRoundQuotes()) {
            csv.trimWhitespacesAroundQuotes(true);
        }
        this.records = csv.ofCsvRecord(text.text()).iterator();
    }

    /** Where to tell what is odd. */
    Oddities oddities() {
        return oddities;
    }

    /**
     * Enters a section: its title line and the line with its column names must come next.
     *
     * @param section the one to enter
     * @return the names of its columns
     * @throws PbException if something else comes next
     */
    Header enter(Section section) throws PbException {
        Row title = nextRow().orElseThrow(() -> missing(section));
        Optional<Section> begun = Section.begunBy(title);
        if (begun.isEmpty()) {
            throw failure(
                    title,
                    "",
                    "the section " + section + " must begin here, but there stands " + Decimals.quoted(title.cell(0)));
        }
        if (begun.get() != section) {
            throw misplaced(title, begun.get());
        }
        Row names =
                nextRow().orElseThrow(() -> failure(title, "", "the file ends before the column names of " + section));
        if (Section.begunBy(names).isPresent()) {
            throw failure(names, "", "the section " + section + " has no column names");
        }
        return Header.of(this, section, names);
    }

    /** The next row of the current section, or nothing where another section begins or the file ends. */
    Optional<Row> next() throws PbException {
        Optional<Row> row = nextRow();
        if (row.isPresent() && Section.begunBy(row.get()).isPresent()) {
            held = row.get();
            return Optional.empty();
        }
        return row;
    }

    /** Makes sure that nothing follows the last section. */
    void requireEnd() throws PbException {
        Optional<Row> row = nextRow();
        if (row.isPresent()) {
            throw misplaced(row.get(), Section.begunBy(row.get()).orElseThrow());
        }
    }

    /**
     * Whether the file breaks off: its last line has no end, and lacks cells or is not the last one announced.
     *
     * @param header of the last section
     * @param moreAnnounced whether the file should have more rows
     */
    boolean breaksOff(Header header, boolean moreAnnounced) {
        return !text.endsWithLineEnd() && (moreAnnounced || lastLength < header.size());
    }

    /** The line in which the last row begins. */
    int lastLine() {
        return lastLine;
    }

    /** The file's name for messages. */
    String file() {
        return text.file();
    }

    /** What is wrong with a cell of a row. */
    PbException failure(Row row, String field, String problem) {
        return failure(row.line(), field, problem);
    }

    /** What is wrong with a cell of the row that begins in a line. */
    PbException failure(int line, String field, String problem) {
        return new PbException(file(), line, field, perhapsCutOff(line, problem));
    }

    /** The problem; in a last line without an end also that it may be cut off. */
    String perhapsCutOff(int line, String problem) {
        return line == openLine ? problem + ", and the file seems to break off in this line" : problem;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to close", e);
        }
    }

    private Optional<Row> nextRow() throws PbException {
        if (held != null) {
            Row row = held;
            held = null;
            return Optional.of(row);
        }
        try {
            while (records.hasNext()) {
                CsvRecord csv = records.next();
                Row row = new Row(Math.toIntExact(csv.getStartingLineNumber()), csv.getFields());
                if (row.isBlank()) {
                    oddities.tell(Oddity.BLANK_LINE, row.line(), "", "the line is blank");
                } else {
                    lastLine = row.line();
                    lastLength = row.cells().size();
                    requireClosedQuotes(row);
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw new PbException(
                    file(),
                    lastLine + 1,
                    "",
                    "the row is no CSV: a quote in a cell is not doubled, or the row is too long");
        }
    }

    /** A quote that is never closed swallows the lines behind it; that shows by a section's name inside a cell. */
    private void requireClosedQuotes(Row row) throws PbException {
        for (String cell : row.cells()) {
            if (cell.indexOf('\n') >= 0
                    && cell.lines()
                            .map(String::strip)
                            .anyMatch(line -> line.equals("PROJECTS") || line.equals("VOTES"))) {
                throw failure(row, "", "a quoted cell of this row is never closed");
            }
        }
    }

    private PbException missing(Section section) {
        return new PbException(file(), lastLine, "", "the file ends before the section " + section);
    }

    private PbException misplaced(Row title, Section found) {
        return failure(
                title,
                "",
                "the section " + found + " is repeated or out of order; the order is META, PROJECTS," + " VOTES");
    }
}
