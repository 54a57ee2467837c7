package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.util.List;
import java.util.Optional;

/**
 * A published election and its count.
 *
 * @param file what was read
 * @param rule by what it was counted
 * @param tieBreak how ties were broken
 * @param outcome the count
 * @param official how it compares to the city's; empty if the rule was not the city's, the city's winners are unknown,
 *     or the count stopped at a tie
 */
record FileCount(PbFile file, Rule rule, TieBreak tieBreak, Outcome outcome, Optional<Official> official) {

    private static final String UNKNOWN = "unknown";
    private static final String ASSUMED = "greedy";

    /**
     * The winners here against those announced.
     *
     * @param matches whether they are the same
     * @param missing announced, but not chosen here
     * @param extra chosen here, but not announced
     */
    record Official(boolean matches, List<String> missing, List<String> extra) {

        static Official of(List<String> announced, List<String> chosen) {
            List<String> missing =
                    announced.stream().filter(id -> !chosen.contains(id)).toList();
            List<String> extra =
                    chosen.stream().filter(id -> !announced.contains(id)).toList();
            return new Official(missing.isEmpty() && extra.isEmpty(), missing, extra);
        }
    }

    /**
     * Counts a file.
     *
     * @param choice the rule to count by, if it is told
     */
    static FileCount of(PbFile file, RuleChoice choice, TieBreak tieBreak) throws PbException {
        String told = choice.name();
        String own = file.ruleName();
        String name = told != null ? told : own.equals(UNKNOWN) ? ASSUMED : own;
        Rule rule = choice.of(name, file);
        Outcome outcome = Tally.count(file.election(), rule, tieBreak);
        Optional<Official> official = name.equals(own) && outcome.decided()
                ? file.officialWinners().map(winners -> Official.of(winners, outcome.selected()))
                : Optional.empty();
        return new FileCount(file, rule, tieBreak, outcome, official);
    }
}
