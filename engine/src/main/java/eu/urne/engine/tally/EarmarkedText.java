package eu.urne.engine.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The canonical spelling of {@link Earmarked}: {@code earmarked:funded=0+3,minimum=parks/1+2/40%,rule=greedy}. */
final class EarmarkedText {

    private static final String START = "earmarked:";
    private static final String FUNDED = "funded=";
    private static final String MINIMUM = "minimum=";
    private static final String RULE = ",rule=";

    private EarmarkedText() {}

    static String of(Earmarked rule) {
        List<String> parameters = new ArrayList<>();
        if (!rule.funded().isEmpty()) {
            parameters.add(FUNDED + joined(rule.funded().stream().mapToInt(option -> option)));
        }
        rule.minimums().forEach(minimum -> parameters.add(MINIMUM + of(minimum)));
        return START + String.join(",", parameters) + RULE + rule.rule().text();
    }

    private static String of(Earmarked.Minimum minimum) {
        String unit = minimum.unit() == Earmarked.Unit.PERCENT_OF_BUDGET ? "%" : "";
        return minimum.category() + "/" + joined(minimum.options().stream()) + "/" + minimum.amount() + unit;
    }

    private static String joined(IntStream options) {
        return options.mapToObj(String::valueOf).collect(Collectors.joining("+"));
    }

    static Earmarked parse(String text) {
        int rule = text.indexOf(RULE);
        if (rule < 0 || !(Rule.parse(text.substring(rule + RULE.length())) instanceof Rule.OfMoney spending)) {
            throw RuleText.notCanonical(text);
        }
        List<Integer> funded = new ArrayList<>();
        List<Earmarked.Minimum> minimums = new ArrayList<>();
        for (String parameter : text.substring(START.length(), rule).split(",", -1)) {
            if (parameter.startsWith(FUNDED)) {
                indexes(text, parameter.substring(FUNDED.length())).stream().forEach(funded::add);
            } else if (parameter.startsWith(MINIMUM)) {
                minimums.add(minimum(text, parameter.substring(MINIMUM.length())));
            }
        }
        return new Earmarked(spending, funded, minimums);
    }

    private static Earmarked.Minimum minimum(String text, String parameter) {
        String[] parts = parameter.split("/", -1);
        if (parts.length != 3) {
            throw RuleText.notCanonical(text);
        }
        boolean percent = parts[2].endsWith("%");
        String amount = percent ? parts[2].substring(0, parts[2].length() - 1) : parts[2];
        return new Earmarked.Minimum(
                parts[0],
                indexes(text, parts[1]),
                RuleText.number(text, amount),
                percent ? Earmarked.Unit.PERCENT_OF_BUDGET : Earmarked.Unit.MONEY);
    }

    private static Indexes indexes(String text, String list) {
        return Indexes.of(Arrays.stream(list.split("\\+", -1))
                .mapToInt(digits -> RuleText.index(text, digits))
                .toArray());
    }
}
