package eu.urne.engine.consult;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the answers to a question (docs/formats/consultations.md, section 4).
 *
 * @param question its id
 * @param answered answers that have a reply to it; null where they are few
 * @param cells of the options, steps or bands, in their order; of a ranking, who has each first
 * @param ranked of a ranking: who has each option at any place; null elsewhere
 */
public record QuestionTable(
        String question,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long answered,
        List<TableCell> cells,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TableCell> ranked) {

    /** Copies the lists. */
    public QuestionTable {
        cells = List.copyOf(cells);
        ranked = ranked == null ? null : List.copyOf(ranked);
    }
}
