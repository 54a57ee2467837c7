package eu.urne.engine.pabulib;

import eu.urne.engine.pabulib.internal.ConflictsInComment;
import eu.urne.engine.pabulib.internal.Decimals;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of the format, with the parameters that a file gives them. */
public final class PbRules {

    private static final String MINIMUM = "min_project_score_threshold";

    private PbRules() {}

    /**
     * The rule of a name, for a file. The format lets {@code min_project_score_threshold} stand beside any rule, so a
     * file's own rule always respects it; another rule takes it only if it is {@code greedy-threshold}.
     *
     * @param file where the parameters come from
     * @param name as in META's {@code rule}
     * @return a rule for {@link PbFile#election()}
     * @throws PbException if there is no such rule here, or the file lacks what it needs
     */
    public static Rule of(PbFile file, String name) throws PbException {
        if (name.equals("equalshares/add1") || name.equals("equalshares/add1-comparison")) {
            EqualShares rule = EqualShares.add1(EqualShares.Utility.COST, unit(file));
            return name.equals("equalshares/add1") ? rule : rule.compared();
        }
        Rule.Form form = Arrays.stream(Rule.Form.values())
                .filter(candidate -> candidate.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new PbException(file.name(), 0, "rule", unsupported(name)));
        boolean respectsMinimum = form == Rule.Form.THRESHOLD || name.equals(file.ruleName());
        List<Rule.Conflict> conflicts = form == Rule.Form.EXCLUSIVE ? conflicts(file) : List.of();
        return new Rule.Greedy(form, respectsMinimum ? minimum(file, form) : 0, conflicts);
    }

    /**
     * One unit of a file's currency, by which the share of Equal Shares rises.
     *
     * @return in minor units of {@link PbFile#moneyScale()}
     */
    public static long unit(PbFile file) {
        return BigDecimal.ONE.movePointRight(file.moneyScale()).longValueExact();
    }

    private static List<Rule.Conflict> conflicts(PbFile file) throws PbException {
        Map<String, Integer> indexes = new HashMap<>();
        for (PbProject project : file.projects()) {
            indexes.put(project.id(), indexes.size());
        }
        try {
            return ConflictsInComment.of(file.meta().getOrDefault("comment", ""), indexes);
        } catch (IllegalArgumentException e) {
            throw new PbException(file.name(), 0, "comment", "it " + e.getMessage());
        }
    }

    private static String unsupported(String name) {
        return "the rule " + Decimals.quoted(name) + " cannot be counted here; the rules are "
                + Arrays.stream(Rule.Form.values()).map(Rule.Form::id).collect(Collectors.joining(", "))
                + ", equalshares/add1, equalshares/add1-comparison";
    }

    private static long minimum(PbFile file, Rule.Form form) throws PbException {
        String text = file.meta().getOrDefault(MINIMUM, "");
        if (text.isEmpty()) {
            if (form == Rule.Form.THRESHOLD) {
                throw new PbException(file.name(), 0, MINIMUM, "META lacks it, but greedy-threshold needs it");
            }
            return 0;
        }
        try {
            BigDecimal units = Decimals.parse(text).movePointRight(file.pointsScale());
            return units.signum() < 0
                    ? 0
                    : units.setScale(0, RoundingMode.CEILING).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new PbException(file.name(), 0, MINIMUM, Decimals.quoted(text) + " is not a score");
        }
    }
}
