package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A vote that may be given.
 *
 * @param seat whose vote it is
 * @param by the seat that holds its proxy; null where the member is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MotionBallot(int seat, @Nullable Integer by) {}
