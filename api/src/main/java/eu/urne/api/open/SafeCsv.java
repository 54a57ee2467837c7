package eu.urne.api.open;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV by RFC 4180 that a spreadsheet shows as it is: a text that it would take for a formula begins with an apostrophe.
 * All other texts stand unchanged.
 */
public final class SafeCsv {

    /** What spreadsheets begin formulas with, also in full width, or with what they skip. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final CsvWriter csv;

    /** Writes to here; left open. */
    public SafeCsv(Writer out) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    /** The names of the columns. */
    public void header(String... columns) {
        csv.writeRecord(columns);
    }

    /** A new row, to be filled and ended. */
    public Row row() {
        return new Row();
    }

    /** Everything written so far reaches the writer. */
    public void flush() {
        try {
            csv.flush();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A row, cell by cell. */
    public final class Row {

        private final List<String> cells = new ArrayList<>();

        private Row() {}

        /** A text, made safe. */
        public Row text(String text) {
            cells.add(safe(text));
            return this;
        }

        /** A whole number. */
        public Row number(long number) {
            cells.add(Long.toString(number));
            return this;
        }

        /** An amount of cents, with two decimals. */
        public Row cents(long cents) {
            cells.add(BigDecimal.valueOf(cents, 2).toPlainString());
            return this;
        }

        /** Nothing. */
        public Row none() {
            cells.add("");
            return this;
        }

        /** Writes the row. */
        public void end() {
            csv.writeRecord(cells);
        }
    }

    private static String safe(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
