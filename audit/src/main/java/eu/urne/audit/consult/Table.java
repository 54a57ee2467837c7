package eu.urne.audit.consult;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a question (docs/formats/consultations.md, section 4).
 *
 * @param question its id
 * @param answered answers that have a reply to it; nothing where they are few
 * @param cells figures
 * @param ranked figures of a ranking's options at any place; nothing elsewhere
 */
public record Table(
        String question,
        @Nullable Long answered,
        List<Cell> cells,
        @Nullable List<Cell> ranked) {}
