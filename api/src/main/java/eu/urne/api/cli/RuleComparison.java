package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What several rules make of one file.
 *
 * @param file what was counted
 * @param columns one for each rule, in the order in which they were told
 */
record RuleComparison(PbFile file, List<Column> columns) {

    /** The rules are called A to Z. */
    private static final int MOST = 26;

    /** The count by one rule. */
    record Column(Rule rule, Outcome outcome, Measures measures) {}

    /**
     * Counts a file by each rule.
     *
     * @param names as {@link #names} gives them
     * @throws IllegalArgumentException if there is no such rule, or it cannot count these ballots; the message is a
     *     sentence
     */
    static RuleComparison of(PbFile file, List<String> names, RuleChoice choice, TieBreak tieBreak) throws PbException {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(column(file, name, choice, tieBreak));
        }
        return new RuleComparison(file, columns);
    }

    private static Column column(PbFile file, String name, RuleChoice choice, TieBreak tieBreak) throws PbException {
        try {
            Rule rule = choice.of(name, file);
            Outcome outcome = Tally.count(file.election(), rule, tieBreak);
            return new Column(rule, outcome, Measures.of(file, outcome));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * The names of rules in the arguments of {@code --compare}: separated by {@code ;}, or by commas where no rule of
     * the argument has parameters, which contain commas themselves.
     *
     * @throws IllegalArgumentException if there are none or too many; the message is a sentence
     */
    static List<String> names(List<String> arguments) {
        List<String> names = arguments.stream()
                .flatMap(argument -> Arrays.stream(argument.split(argument.contains(":") ? ";" : "[;,]", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty() || names.size() > MOST) {
            throw new IllegalArgumentException("--compare needs 1 to " + MOST + " rules.");
        }
        return names;
    }
}
