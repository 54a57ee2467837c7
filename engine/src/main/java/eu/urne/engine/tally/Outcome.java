package eu.urne.engine.tally;

import java.util.List;
import java.util.Optional;

/**
 * The result of a count with everything needed to explain it.
 *
 * @param selected ids of the chosen options in order of selection
 * @param spent what they cost together, in minor units
 * @param left what remains of the budget, in minor units
 * @param verdicts one for every option of the election, in declared order
 * @param ties the ties that mattered, in the order in which they arose
 * @param shares how the share came about, if the rule is {@link EqualShares}
 */
public record Outcome(
        List<String> selected,
        long spent,
        long left,
        List<Verdict> verdicts,
        List<Tie> ties,
        Optional<SharesCourse> shares) {

    /** Copies the lists. */
    public Outcome {
        selected = List.copyOf(selected);
        verdicts = List.copyOf(verdicts);
        ties = List.copyOf(ties);
    }

    /** An outcome of a rule without shares. */
    public Outcome(List<String> selected, long spent, long left, List<Verdict> verdicts, List<Tie> ties) {
        this(selected, spent, left, verdicts, ties, Optional.empty());
    }

    /** Whether counting came to its end; false if it stopped at a tie that was to be reported. */
    public boolean decided() {
        return verdicts.stream().noneMatch(verdict -> verdict.reason() instanceof Reason.Tied);
    }
}
