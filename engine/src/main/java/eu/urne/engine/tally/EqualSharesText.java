package eu.urne.engine.tally;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The canonical spelling of {@link EqualShares}: every parameter that counts, in fixed order. */
final class EqualSharesText {

    private EqualSharesText() {}

    static String of(EqualShares rule) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("utility", rule.utility().text());
        parameters.put("start", rule.share().start() == EqualShares.Start.FLOOR ? "floor" : "exact");
        parameters.put("voters", rule.share().blanks() ? "all" : "voting");
        parameters.put("completion", rule.completion().text());
        if (rule.completion().steps()) {
            parameters.put("step", step(rule.share().step()));
        }
        if (rule.then() != EqualShares.Then.NOTHING) {
            parameters.put("then", rule.then().text());
        }
        if (rule.comparison()) {
            parameters.put("comparison", "greedy");
        }
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(",", rule.id() + ":", ""));
    }

    static EqualShares parse(String text) {
        Map<String, String> parameters = RuleText.parameters(text);
        EqualShares rule = new EqualShares(
                RuleText.named(EqualShares.Utility.values(), parameters.getOrDefault("utility", ""), text),
                new EqualShares.Share(
                        "floor".equals(parameters.get("start")) ? EqualShares.Start.FLOOR : EqualShares.Start.EXACT,
                        step(parameters.getOrDefault("step", ""), text),
                        "all".equals(parameters.get("voters"))),
                RuleText.named(EqualShares.Completion.values(), parameters.getOrDefault("completion", ""), text),
                RuleText.named(EqualShares.Then.values(), parameters.getOrDefault("then", "nothing"), text),
                parameters.containsKey("comparison"));
        if (!rule.text().equals(text)) {
            throw RuleText.notCanonical(text);
        }
        return rule;
    }

    private static String step(EqualShares.Step step) {
        return step.amount() + (step.unit() == EqualShares.StepUnit.PERCENT_OF_BUDGET ? "%" : "");
    }

    private static EqualShares.Step step(String step, String text) {
        if (step.isEmpty()) {
            return EqualShares.Step.NONE;
        }
        boolean percent = step.endsWith("%");
        try {
            return new EqualShares.Step(
                    Long.parseLong(percent ? step.substring(0, step.length() - 1) : step),
                    percent ? EqualShares.StepUnit.PERCENT_OF_BUDGET : EqualShares.StepUnit.PER_VOTER);
        } catch (NumberFormatException e) {
            throw RuleText.notCanonical(text);
        }
    }
}
