package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts every worked example of docs/rules.md. */
class RulesDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "rules.md");
    private static final Pattern BLOCK = Pattern.compile("```tally\n(.*?)```", Pattern.DOTALL);

    record Example(Map<String, String> lines) {

        static Example of(String block) {
            Map<String, String> lines = new HashMap<>();
            block.lines().forEach(line -> lines.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
            return new Example(lines);
        }

        String line(String name) {
            return lines.getOrDefault(name, "");
        }

        @Override
        public String toString() {
            return line("rule");
        }

        Election election() {
            List<Option> options = Arrays.stream(line("options").split(", ", -1))
                    .map(option -> new Option(
                            option.substring(0, option.lastIndexOf(' ')),
                            Long.parseLong(option.substring(option.lastIndexOf(' ') + 1))))
                    .toList();
            List<String> ids = options.stream().map(Option::id).toList();
            List<Ballot> ballots = new ArrayList<>();
            for (String ballot : line("ballots").split(" \\| ", -1)) {
                ballots.add(ballot(ballot, ids));
            }
            assertThat(ballots).hasSize(5);
            return new Election(options, Long.parseLong(line("budget")), options.size(), WeightedBallot.group(ballots));
        }

        private Ballot ballot(String text, List<String> ids) {
            if (text.equals("-")) {
                return new Ballot.Blank();
            }
            if (line("rule").startsWith("motion")) {
                return new Ballot.Motion(
                        switch (text) {
                            case "for" -> Ballot.Stance.FOR;
                            case "against" -> Ballot.Stance.AGAINST;
                            default -> Ballot.Stance.ABSTAIN;
                        });
            }
            String[] parts = text.split(text.contains(" > ") ? " > " : " ", -1);
            if (text.contains(":")) {
                return new Ballot.Points(
                        Indexes.of(Arrays.stream(parts)
                                .mapToInt(part -> ids.indexOf(part.split(":", 2)[0]))
                                .toArray()),
                        Amounts.of(Arrays.stream(parts)
                                .mapToLong(part -> Long.parseLong(part.split(":", 2)[1]))
                                .toArray()));
            }
            if (line("rule").startsWith("majority-judgment")) {
                return Ballot.Grades.of(
                        Arrays.stream(parts).mapToInt(Integer::parseInt).toArray());
            }
            int[] named = Arrays.stream(parts).mapToInt(ids::indexOf).toArray();
            return text.contains(" > ") ? Ballot.Ranking.of(named) : Ballot.Approval.of(named);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleComesOutAsTheDocumentSays(Example example) {
        Outcome outcome =
                Tally.count(example.election(), Rule.parse(example.line("rule")), TieBreak.parse(example.line("ties")));

        assertThat(String.join(", ", outcome.selected())).isEqualTo(example.line("selected"));
    }

    @Test
    void everyRuleHasAnExample() throws IOException {
        TreeSet<String> shown = new TreeSet<>();
        examples().forEach(example -> shown.add(example.line("rule").split(":", 2)[0]));
        TreeSet<String> known = new TreeSet<>(List.of(
                "mes",
                "earmarked",
                "phragmen",
                "phragmen-skip",
                "plurality",
                "approval-k",
                "majority-judgment",
                "motion"));
        Arrays.stream(Rule.Form.values()).map(Rule.Form::id).forEach(known::add);

        assertThat(shown).isEqualTo(known);
    }

    static Stream<Example> examples() throws IOException {
        return BLOCK
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult block) -> Example.of(block.group(1)))
                .toList()
                .stream();
    }
}
