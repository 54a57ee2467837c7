package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.tally.Fraction;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A comparison as one line of JSON, its keys in the order of the components. */
record ComparisonLine(String file, String budget, long voters, List<ByRule> rules) {

    /** Shares as exact fractions, or null without voters; sums of money as exact decimals. */
    record ByRule(
            String rule,
            List<String> selected,
            String spent,
            String left,
            long votersWithWinner,
            @Nullable String shareWithWinner,
            @Nullable String exclusionRatio,
            String moneyWon,
            @Nullable String moneyPerVoter,
            Map<String, String> moneyByCategory,
            Map<String, String> moneyByDistrict) {

        private static ByRule of(PbFile file, RuleComparison.Column column) {
            Measures measures = column.measures();
            return new ByRule(
                    column.rule().text(),
                    column.outcome().selected(),
                    file.money(column.outcome().spent()),
                    file.money(column.outcome().left()),
                    measures.withWinner(),
                    text(measures.inclusion()),
                    text(measures.exclusion()),
                    new BigDecimal(measures.moneyWon(), file.moneyScale()).toPlainString(),
                    text(measures.moneyPerVoter().map(amount -> Measures.inCurrency(file, amount))),
                    money(file, measures.byCategory()),
                    money(file, measures.byDistrict()));
        }

        private static @Nullable String text(Optional<Fraction> number) {
            return number.map(Fraction::toString).orElse(null);
        }

        private static Map<String, String> money(PbFile file, SortedMap<String, Long> groups) {
            Map<String, String> money = new LinkedHashMap<>();
            groups.forEach((group, minor) -> money.put(group, file.money(minor)));
            return money;
        }
    }

    static String of(RuleComparison comparison) {
        PbFile file = comparison.file();
        return TallyLine.MAPPER.writeValueAsString(new ComparisonLine(
                file.name(),
                file.money(file.election().budget()),
                file.election().voters(),
                comparison.columns().stream()
                        .map(column -> ByRule.of(file, column))
                        .toList()));
    }
}
