package eu.urne.engine.pabulib.internal;

import java.util.Arrays;
import java.util.Optional;

/** The parts of a file, in the order in which they must stand. */
enum Section {
    META,
    PROJECTS,
    VOTES;

    /** The section that a row begins: its name alone, perhaps with the empty cells a spreadsheet adds. */
    static Optional<Section> begunBy(Row row) {
        if (row.filled() != 1) {
            return Optional.empty();
        }
        String word = row.cell(0);
        return Arrays.stream(values())
                .filter(section -> section.name().equals(word))
                .findFirst();
    }
}
