package eu.urne.engine.sortition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What happens to seats for which a cell has no candidate left (docs/formats/draw.md, sections 3, 5 and 7). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Shortage.Empty.class, name = "EMPTY"),
    @JsonSubTypes.Type(value = Shortage.All.class, name = "ALL"),
    @JsonSubTypes.Type(value = Shortage.Cells.class, name = "CELLS")
})
public sealed interface Shortage {

    /** They stay empty. */
    record Empty() implements Shortage {}

    /** They go to the next of all cells together. */
    record All() implements Shortage {}

    /**
     * They go to the next of the first of these cells that has one.
     *
     * @param cells indexes of cells, none twice
     */
    record Cells(List<Integer> cells) implements Shortage {

        /** Checks that there is one, and none twice. */
        public Cells {
            cells = Codes.distinct("short", cells, 1, DrawSpec.MOST_CELLS);
        }
    }
}
