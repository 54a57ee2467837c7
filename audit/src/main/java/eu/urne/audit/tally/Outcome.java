package eu.urne.audit.tally;

import java.util.List;
import java.util.Optional;

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
     * @param rounds one per selected option, in the order of selection
     * @param shares how the share came about, of {@link Rule.EqualShares} only
     */
    record Decided(
            List<String> selected,
            long spent,
            long left,
            List<Tie> ties,
            List<OptionResult> results,
            List<Round> rounds,
            Optional<Shares> shares)
            implements Outcome {}

    /**
     * How the share of the Method of Equal Shares came about.
     *
     * @param share what every voter had in the run that stands, cents
     * @param runs how many runs were made, the last that was too dear included
     * @param preference what the voters prefer, if the rule asks
     */
    record Shares(Fraction share, long runs, Optional<Preference> preference) {}

    /**
     * How many voters prefer which outcome.
     *
     * @param shares that of the shares
     * @param greedy that of greedy, which stands if these are more
     */
    record Preference(long shares, long greedy) {}

    /**
     * No decision: the tie-break is {@code report} and a tie matters.
     *
     * @param tie the tie at which counting stopped
     */
    record Undecided(Tie tie) implements Outcome {}
}
