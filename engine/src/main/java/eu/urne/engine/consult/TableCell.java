package eu.urne.engine.consult;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a table.
 *
 * @param id of what is counted
 * @param count persons; null where it is withheld
 */
public record TableCell(
        String id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long count) {}
