package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A published election and its count.
 *
 * @param file what was read
 * @param rule by what it was counted
 * @param byOwnRule whether that is what the file's rule means for it
 * @param tieBreak how ties were broken
 * @param outcome the count
 * @param official how it compares to the city's; empty if the rule was not the city's, the city's winners are unknown,
 *     or the count stopped at a tie
 */
record FileCount(
        PbFile file, Rule rule, boolean byOwnRule, TieBreak tieBreak, Outcome outcome, Optional<Official> official) {

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
        boolean byOwnRule = isOwn(rule, file);
        Optional<Official> official = byOwnRule && outcome.decided()
                ? file.officialWinners().map(winners -> Official.of(winners, outcome.selected()))
                : Optional.empty();
        return new FileCount(file, rule, byOwnRule, tieBreak, outcome, official);
    }

    /** A name for the rule by which this count can be repeated without further options. */
    String publishedRule() {
        return byOwnRule ? file.ruleName() : rule.text();
    }

    private static boolean isOwn(Rule rule, PbFile file) {
        try {
            return new RuleChoice().of(file.ruleName(), file).text().equals(rule.text());
        } catch (PbException | IllegalArgumentException e) {
            return false; // the file names no rule that can be counted here
        }
    }

    /** Which winner an option is, from 1; empty if it is none. */
    Optional<Integer> place(int option) {
        int place = outcome.selected().indexOf(file.projects().get(option).id());
        return place < 0 ? Optional.empty() : Optional.of(place + 1);
    }

    /** The options by index: the winners in order of selection, then the others in the file's order. */
    List<Integer> ranking() {
        Map<String, Integer> places = new HashMap<>();
        outcome.selected().forEach(id -> places.put(id, places.size()));
        return IntStream.range(0, file.projects().size())
                .boxed()
                .sorted(Comparator.comparingInt(option ->
                        places.getOrDefault(file.projects().get(option).id(), Integer.MAX_VALUE)))
                .toList();
    }
}
