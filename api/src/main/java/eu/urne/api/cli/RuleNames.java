package eu.urne.api.cli;

import eu.urne.engine.tally.Rule;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The rules that need no parameters, for the help and for what is said about an unknown one. */
final class RuleNames implements Iterable<String> {

    private static final List<String> ALL = Stream.concat(
                    Arrays.stream(Rule.Form.values()).map(Rule.Form::id),
                    Stream.of(
                            "mes",
                            "phragmen",
                            "phragmen-skip",
                            "plurality",
                            "equalshares/add1",
                            "equalshares/add1-comparison"))
            .toList();

    static boolean has(String name) {
        return ALL.contains(name);
    }

    /** What is said of a name that is none of them. */
    static String refusal(String name) {
        return "the rule \"" + name + "\" cannot be counted here; the rules are " + String.join(", ", ALL);
    }

    @Override
    public Iterator<String> iterator() {
        return ALL.iterator();
    }
}
