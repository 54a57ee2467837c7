package eu.urne.engine.pabulib;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The section PROJECTS or VOTES as it is written. A row is kept as one line of CSV and taken apart when it is asked
 * for, so that a million votes need little more memory than their text.
 *
 * @param columns their names
 * @param lines the rows, {@code ;}-separated, cells quoted where they must be, without an end of line; a quoted cell
 *     may hold line ends
 */
public record PbTable(List<String> columns, List<String> lines) {

    /** Copies the lists. */
    public PbTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** Collects rows. */
    public static final class Builder {

        private final List<String> columns;
        private final List<String> lines = new ArrayList<>();
        private final RowText text = new RowText();

        /** A table of these columns without rows. */
        public Builder(List<String> columns) {
            this.columns = columns;
        }

        /** One more row. */
        public Builder add(List<String> cells) {
            lines.add(text.of(cells));
            return this;
        }

        /** The table so far. */
        public PbTable build() {
            return new PbTable(columns, lines);
        }
    }

    /** Writes rows as CSV. */
    static final class RowText {

        private final StringWriter line = new StringWriter();
        private final CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(line);

        /** The row without an end of line. */
        String of(List<String> cells) {
            line.getBuffer().setLength(0);
            csv.writeRecord(cells);
            return line.getBuffer().substring(0, line.getBuffer().length() - 1);
        }
    }

    /** How many rows there are. */
    public int size() {
        return lines.size();
    }

    /**
     * The cells of a row, as many as there are columns or more.
     *
     * @param row from 0 to {@code size() - 1}
     */
    public List<String> row(int row) {
        return CsvReader.builder()
                .fieldSeparator(';')
                .ofSingleCsvRecord(lines.get(row))
                .getFields();
    }

    /** The place of a column, whatever the case of its name. */
    public OptionalInt column(String name) {
        return IntStream.range(0, columns.size())
                .filter(place -> columns.get(place).equalsIgnoreCase(name))
                .findFirst();
    }

    /** The table with every row changed, and the columns too. */
    PbTable map(List<String> newColumns, UnaryOperator<List<String>> change) {
        Builder table = new Builder(newColumns);
        IntStream.range(0, size()).forEach(row -> table.add(change.apply(row(row))));
        return table.build();
    }
}
