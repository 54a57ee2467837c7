package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The column names of a section.
 *
 * @param section whose columns they are
 * @param row the row they stand in
 * @param columns the places of the columns by their names in lower case
 */
record Header(Section section, Row row, Map<String, Integer> columns) {

    static Header of(Rows rows, Section section, Row row) throws PbException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int place = 0; place < row.filled(); place++) {
            String name =
                    rows.oddities().stripped(row.text(place), row.line(), "").toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && columns.put(name, place) != null) {
                throw rows.failure(row, name, "the section " + section + " has this column twice");
            }
        }
        return new Header(section, row, columns);
    }

    /** The columns as they are written, up to the last that has a name. */
    List<String> names() {
        return row.cells().subList(0, size()).stream().map(String::strip).toList();
    }

    /** How many cells a row should have. */
    int size() {
        return row.filled();
    }

    Optional<Integer> find(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    int require(Rows rows, String name) throws PbException {
        return find(name).orElseThrow(() -> rows.failure(row, name, "the section " + section + " lacks this column"));
    }
}
