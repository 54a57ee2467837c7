package eu.urne.projections;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import java.util.List;

/**
 * The declared outcome of a poll.
 *
 * @param outcome as declared; in JSON its members stand beside {@code scores}
 * @param scores why each option won or lost, in order of the definition
 */
public record OutcomeView(@JsonUnwrapped OutcomeDeclared outcome, List<OptionVerdict> scores) {}
