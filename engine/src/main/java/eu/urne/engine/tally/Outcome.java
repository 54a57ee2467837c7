package eu.urne.engine.tally;

import java.util.List;

/**
 * The result of a count with everything needed to explain it.
 *
 * @param selected ids of the chosen options in order of selection
 * @param spent what they cost together, in minor units
 * @param left what remains of the budget, in minor units
 * @param verdicts one for every option of the election, in declared order
 * @param ties the ties that mattered, in the order in which they arose
 */
public record Outcome(List<String> selected, long spent, long left, List<Verdict> verdicts, List<Tie> ties) {

    /** Copies the lists. */
    public Outcome {
        selected = List.copyOf(selected);
        verdicts = List.copyOf(verdicts);
        ties = List.copyOf(ties);
    }

    /** Whether counting came to its end; false if it stopped at a tie that was to be reported. */
    public boolean decided() {
        return verdicts.stream().noneMatch(verdict -> verdict.reason() instanceof Reason.Tied);
    }
}
