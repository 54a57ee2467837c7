package eu.urne.engine.participation.internal;

import eu.urne.engine.participation.Cell;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cells whose sum is known.
 *
 * @param cells in the order in which they are told
 * @param withheld ids of those that are not told: none, or at least two that are not small together, unless all are
 */
public record Margin(List<Counted> cells, Set<String> withheld) {

    /** Withholds the small cells, and as many of the others, smallest first, as hide them. */
    public static Margin of(List<Counted> cells) {
        Set<String> withheld = small(cells);
        while (!withheld.isEmpty() && (withheld.size() < 2 || isSmall(cells, withheld))) {
            Optional<Counted> next = smallestBut(cells, withheld);
            if (next.isEmpty()) {
                break;
            }
            withheld.add(next.get().id());
        }
        return new Margin(cells, withheld);
    }

    /** Ids of the cells that are small by themselves. */
    static Set<String> small(Collection<Counted> cells) {
        Set<String> small = new HashSet<>();
        cells.stream().filter(Counted::isSmall).forEach(cell -> small.add(cell.id()));
        return small;
    }

    /** Whether some cells are small together. */
    static boolean isSmall(Collection<Counted> cells, Set<String> some) {
        return cells.stream()
                .filter(cell -> some.contains(cell.id()))
                .reduce(new Counted("", 0, 0), Counted::plus)
                .isSmall();
    }

    /** The smallest cell that is not among some. */
    static Optional<Counted> smallestBut(Collection<Counted> cells, Set<String> some) {
        return cells.stream().filter(cell -> !some.contains(cell.id())).min(Counted.SMALLEST);
    }

    /**
     * What is told.
     *
     * @param district of the sites that the cells are; null where they are none, or there are no districts
     */
    public List<Cell> cells(@Nullable String district) {
        return cells.stream().map(cell -> told(cell, district, withheld)).toList();
    }

    /** What is told of a cell. */
    static Cell told(Counted cell, @Nullable String district, Set<String> withheld) {
        return withheld.contains(cell.id())
                ? new Cell(cell.id(), district, null, null)
                : new Cell(cell.id(), district, cell.admitted(), cell.voters());
    }
}
