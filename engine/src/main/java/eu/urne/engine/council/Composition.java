package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.urne.engine.sortition.DrawSpec;
import eu.urne.engine.sortition.DrawSpec.Cell;
import eu.urne.engine.sortition.PanelList;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Quota;
import eu.urne.engine.sortition.Shortage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who is to be among the members: what of a draw's specification is known at its announcement. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Composition.Strata.class, name = "STRATA"),
    @JsonSubTypes.Type(value = Composition.Quotas.class, name = "QUOTAS")
})
public sealed interface Composition {

    /** The ids of the attributes that it needs. */
    Set<String> attributes();

    /**
     * So many seats for each cell; without attributes one cell with everybody.
     *
     * @param by ids of attributes
     * @param shortage what happens to seats that a cell cannot fill
     */
    record Strata(
            List<String> by,
            List<Cell> cells,
            @JsonProperty("short") Shortage shortage) implements Composition {

        /** Copies the lists. */
        public Strata {
            by = List.copyOf(by);
            cells = List.copyOf(cells);
        }

        @Override
        public Set<String> attributes() {
            return new TreeSet<>(by);
        }

        /** Seats of all cells. */
        public long seats() {
            return cells.stream().mapToLong(Cell::seats).sum();
        }

        /** The specification with these sources of randomness. */
        public DrawSpec.Strata with(List<PublicRandomness> randomness) {
            return new DrawSpec.Strata(by, cells, randomness, shortage);
        }
    }

    /** At least and at most so many members with a value. */
    record Quotas(List<Quota> quotas) implements Composition {

        /** Checks that no value has two quotas. */
        public Quotas {
            quotas = DrawSpec.Quotas.checked(quotas);
        }

        @Override
        public Set<String> attributes() {
            Set<String> all = new TreeSet<>();
            quotas.forEach(quota -> all.add(quota.attribute()));
            return all;
        }

        /** The specification with these panels and sources of randomness. */
        public DrawSpec.Quotas with(int seats, PanelList panels, List<PublicRandomness> randomness) {
            return new DrawSpec.Quotas(panels.frozen(), quotas, randomness, seats);
        }
    }
}
