package eu.urne.audit.tally;

import java.util.List;

/** What a count gives. */
public sealed interface Outcome {

    /**
     * A decision.
     *
     * @param selected ids in the order of selection
     * @param spent cents
     * @param left cents
     * @param ties the ties that mattered, in the order met
     * @param results one per option, in the order of the definition
     */
    record Decided(List<String> selected, long spent, long left, List<Tie> ties, List<OptionResult> results)
            implements Outcome {}

    /**
     * No decision: the tie-break is {@code report} and a tie matters.
     *
     * @param tie the tie at which counting stopped
     */
    record Undecided(Tie tie) implements Outcome {}
}
