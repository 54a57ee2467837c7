package eu.urne.engine.tally;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        Rule rule =
                switch (id) {
                    case "earmarked" -> EarmarkedText.parse(text);
                    case "mes" -> EqualSharesText.parse(text);
                    case "phragmen" -> Phragmen.stopping();
                    case "phragmen-skip" -> Phragmen.skipping();
                    case "plurality" -> MostVotes.plurality();
                    case "approval-k" -> MostVotes.approval(index(text, parameter(text, "seats")));
                    case "majority-judgment" -> new MajorityJudgment(index(text, parameter(text, "grades")));
                    case "motion" -> motion(text);
                    default -> greedy(text, id);
                };
        if (!rule.text().equals(text)) {
            throw notCanonical(text);
        }
        return rule;
    }

    private static Rule motion(String text) {
        return new CouncilMotion(
                named(CouncilMotion.Majority.values(), parameter(text, "majority"), text),
                number(text, parameter(text, "members")),
                number(text, parameter(text, "quorum")),
                named(CouncilMotion.Casting.values(), parameter(text, "casting"), text));
    }

    private static Rule greedy(String text, String id) {
        int colon = text.indexOf(':');
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
        return new Rule.Greedy(form, minimum, conflicts);
    }

    /** The parameters by name; what has no name stands under "". */
    static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : text.substring(text.indexOf(':') + 1).split(",", -1)) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, Math.max(0, equals)), parameter.substring(equals + 1));
        }
        return parameters;
    }

    private static String parameter(String text, String name) {
        return parameters(text).getOrDefault(name, "");
    }

    /** The constant whose name is spelt so, in lower case with hyphens. */
    static <E extends Enum<E>> E named(E[] values, String name, String text) {
        return Arrays.stream(values)
                .filter(value ->
                        value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst()
                .orElseThrow(() -> notCanonical(text));
    }

    private static Rule.Conflict conflict(String text, String pair) {
        int dash = pair.indexOf('-');
        if (dash < 0) {
            throw notCanonical(text);
        }
        return new Rule.Conflict(index(text, pair.substring(0, dash)), index(text, pair.substring(dash + 1)));
    }

    static int index(String text, String digits) {
        long index = number(text, digits);
        if (index != (int) index) {
            throw notCanonical(text);
        }
        return (int) index;
    }

    static long number(String text, String digits) {
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
