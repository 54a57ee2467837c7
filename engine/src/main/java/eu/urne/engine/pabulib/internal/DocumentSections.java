package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbDocument;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The three sections as they are written. */
public final class DocumentSections {

    private DocumentSections() {}

    /** Reads all sections. */
    public static PbDocument read(Rows rows) throws PbException {
        Map<String, String> meta = MetaSection.read(rows).written();
        PbTable projects = table(rows, Section.PROJECTS);
        PbTable votes = table(rows, Section.VOTES);
        rows.requireEnd();
        return new PbDocument(rows.file(), meta, projects, votes);
    }

    private static PbTable table(Rows rows, Section section) throws PbException {
        Header header = rows.enter(section);
        PbTable.Builder table = new PbTable.Builder(header.names());
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            table.add(cells(row.get(), header.size()));
        }
        return table.build();
    }

    /** A cell for every column, and those beyond the columns up to the last that is not blank. */
    private static List<String> cells(Row row, int columns) {
        return IntStream.range(0, Math.max(columns, row.filled()))
                .mapToObj(row::cell)
                .toList();
    }
}
