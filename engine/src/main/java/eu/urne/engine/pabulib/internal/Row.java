package eu.urne.engine.pabulib.internal;

import java.util.List;

/**
 * A row of a section.
 *
 * @param line the line it begins in, from 1
 * @param cells what the row holds, spaces round the cells still there
 */
record Row(int line, List<String> cells) {

    /** The cell of a column as it is written; "" where the row is too short. */
    String text(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** The cell of a column without the spaces round it; "" where the row is too short. */
    String cell(int column) {
        return text(column).strip();
    }

    boolean isBlank() {
        return filled() == 0;
    }

    /** How many cells there are up to the last one that is not blank. */
    int filled() {
        int filled = cells.size();
        while (filled > 0 && cells.get(filled - 1).isBlank()) {
            filled--;
        }
        return filled;
    }
}
