package eu.urne.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.EveryRuleTamperedTest.Family;
import eu.urne.audit.cli.AuditCli;
import eu.urne.audit.example.ExampleArchive;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.MemoryEvidence;
import eu.urne.audit.record.Explanation;
import eu.urne.audit.record.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why options won or lost, in words. */
class ExplanationTest {

    @TempDir
    private Path folder;

    private static PollFacts facts(ExampleLog log, String poll) throws UnreadableEvidenceException {
        Verification verification = Verification.of(new MemoryEvidence(log.files()));
        verification.run();
        return verification.facts(poll).orElseThrow();
    }

    private static PollFacts facts(Family family) throws UnreadableEvidenceException {
        return facts(EveryRuleTamperedTest.write(family, new ExampleLog("vote.example.org")), "town");
    }

    private static Family family(String rule) {
        return EveryRuleTamperedTest.families()
                .filter(family -> family.toString().contains(rule))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("eu.urne.audit.EveryRuleTamperedTest#families")
    void everyWinnerHasItsRoundAndEveryLoserItsReason(Family family) throws Exception {
        PollFacts facts = facts(family);
        for (Language language : Language.values()) {
            List<String> lines = Explanation.ofAll(facts, language);

            for (int round = 1; round <= family.selected().size(); round++) {
                String winner = "(" + family.selected().get(round - 1) + ")";
                String start = (language == Language.FRENCH ? "Tour " + round + " : " : "Round " + round + ": ");
                assertThat(lines).anyMatch(line -> line.startsWith(start) && line.contains(winner));
            }
            facts.options().stream()
                    .filter(option -> !family.selected().contains(option.id()))
                    .forEach(option -> assertThat(lines)
                            .anyMatch(line -> line.startsWith("  ") && line.contains("(" + option.id() + ")")));
        }
    }

    @Test
    void equalSharesTellWhoPaidWhat() throws Exception {
        List<String> lines = Explanation.ofAll(facts(family("completion=none")), Language.ENGLISH);

        assertThat(lines)
                .anyMatch(line -> line.startsWith("Everybody starts with a share of "))
                .anyMatch(line -> line.contains(" voters pay "));
    }

    @Test
    void loserIsComparedRoundByRound() throws Exception {
        List<String> lines = Explanation.ofOne(facts(family("greedy-per-cost")), "b", Language.ENGLISH);

        assertThat(lines).filteredOn(line -> line.startsWith("Round ")).hasSize(3);
        assertThat(lines.getLast().replace('\u00a0', ' '))
                .contains("(b)", "costs more than the 0.00 EUR that were left");
    }

    @Test
    void commandExplainsAndTellsWhatItCannot() throws Exception {
        ExampleLog log = new ExampleElection().play().log();
        Path zip = Files.write(folder.resolve("evidence.zip"), ExampleArchive.stored(log.files()));
        String poll = "favourite";

        assertThat(run(zip.toString())).startsWith("2 ").contains("has 4 polls: name one with --poll");
        assertThat(run(zip.toString(), "--poll", poll, "--lang", "fr"))
                .startsWith("0 ")
                .contains("Tour 1 : ");
        assertThat(run(zip.toString(), "--poll", poll, "--option", "nothing"))
                .startsWith("2 ")
                .contains("the poll '" + poll + "' has no option 'nothing'");
        assertThat(run(zip.toString(), "--poll", "no")).startsWith("2 ").contains("has no poll 'no'");
        assertThat(run(zip.toString(), "--poll", poll, "--lang", "de")).contains("which is not fr or en");
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        String[] all = new String[arguments.length + 1];
        all[0] = "explain";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int code = AuditCli.run(writer, writer, all);
        return code + " " + out;
    }
}
