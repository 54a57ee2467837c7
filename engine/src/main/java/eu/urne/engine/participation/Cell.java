package eu.urne.engine.participation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one site, district or age band.
 *
 * @param id of it; {@code -} for persons of whom it is not known
 * @param district of a site; null for districts and age bands, and where there are no districts
 * @param admitted persons in the register; null where it is withheld
 * @param voters persons who were given a card; null where it is withheld
 */
public record Cell(
        String id,
        @Nullable String district,
        @Nullable Long admitted,
        @Nullable Long voters) {

    /** Refuses to withhold one of the two figures alone. */
    public Cell {
        if ((admitted == null) != (voters == null)) {
            throw new IllegalArgumentException("a cell has both figures or none: " + id);
        }
    }

    /** Whether the figures are withheld. */
    @JsonIgnore
    public boolean isWithheld() {
        return admitted == null;
    }
}
