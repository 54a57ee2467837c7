package eu.urne.engine.tally;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The canonical spelling of rules: parameters in fixed order, those that say nothing left out. */
final class RuleText {

    private RuleText() {}

    static String of(Rule.Greedy rule) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (rule.minimum() != 0 || rule.form() == Rule.Form.THRESHOLD) {
            parameters.put("minimum", Long.toString(rule.minimum()));
        }
        if (!rule.conflicts().isEmpty()) {
            parameters.put(
                    "conflicts",
                    rule.conflicts().stream()
                            .map(conflict -> conflict.first() + "-" + conflict.second())
                            .collect(Collectors.joining("+")));
        }
        String list = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(","));
        return list.isEmpty() ? rule.id() : rule.id() + ":" + list;
    }

    static Rule parse(String text) {
        int colon = text.indexOf(':');
        String id = colon < 0 ? text : text.substring(0, colon);
        if (id.equals("mes")) {
            return EqualSharesText.parse(text);
        }
        if (text.equals("phragmen") || text.equals("phragmen-skip")) {
            return new Phragmen(text.equals("phragmen-skip"));
        }
        Rule.Form form = Arrays.stream(Rule.Form.values())
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no counting rule \"" + id + "\"."));
        long minimum = 0;
        List<Rule.Conflict> conflicts = List.of();
        for (String parameter :
                colon < 0 ? new String[0] : text.substring(colon + 1).split(",", -1)) {
            if (parameter.startsWith("minimum=")) {
                minimum = number(text, parameter.substring("minimum=".length()));
            } else if (parameter.startsWith("conflicts=")) {
                conflicts = Arrays.stream(
                                parameter.substring("conflicts=".length()).split("\\+", -1))
                        .map(pair -> conflict(text, pair))
                        .toList();
            }
        }
        Rule rule = new Rule.Greedy(form, minimum, conflicts);
        if (!rule.text().equals(text)) {
            throw notCanonical(text);
        }
        return rule;
    }

    private static Rule.Conflict conflict(String text, String pair) {
        int dash = pair.indexOf('-');
        if (dash < 0) {
            throw notCanonical(text);
        }
        return new Rule.Conflict(index(text, pair.substring(0, dash)), index(text, pair.substring(dash + 1)));
    }

    private static int index(String text, String digits) {
        long index = number(text, digits);
        if (index != (int) index) {
            throw notCanonical(text);
        }
        return (int) index;
    }

    private static long number(String text, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw notCanonical(text);
        }
    }

    static IllegalArgumentException notCanonical(String text) {
        return new IllegalArgumentException("\"" + text + "\" is not the canonical spelling of a counting rule.");
    }
}
