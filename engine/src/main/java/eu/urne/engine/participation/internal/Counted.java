package eu.urne.engine.participation.internal;

import eu.urne.engine.participation.Suppression;
import java.util.Comparator;

/**
 * A cell before it is decided what is told of it.
 *
 * @param id of the site, district or age band
 */
public record Counted(String id, long admitted, long voters) {

    /** The cells that are told of the least persons come first. */
    static final Comparator<Counted> SMALLEST = Comparator.comparingLong(Counted::voters)
            .thenComparingLong(Counted::admitted)
            .thenComparing(Counted::id);

    /** The same cell with the persons of another one. */
    public Counted plus(Counted other) {
        return new Counted(id, admitted + other.admitted, voters + other.voters);
    }

    /** Whether it could single out somebody. */
    boolean isSmall() {
        return admitted < Suppression.LEAST || voters < Suppression.LEAST;
    }
}
