package eu.urne.engine.pabulib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesOfFilesTest {

    private static final String MINIMUM = "budget;100\nmin_project_score_threshold;";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "greedy,greedy:minimum=2",
        "greedy-no-skip,greedy-no-skip:minimum=2",
        "greedy-threshold,greedy-threshold:minimum=2",
        "greedy-exclusive,'greedy-exclusive:minimum=2,conflicts=0-1'",
    })
    void theFilesOwnRuleRespectsItsMinimumAndItsConflicts(String rule, String text) throws PbException {
        PbFile file = read(PbTexts.PLAIN
                .replace("budget;100", MINIMUM + "2\ncomment;#1: Projects a and b are mutually exclusive.")
                .replace("rule;greedy", "rule;" + rule));

        assertThat(PbRules.of(file, file.ruleName()).text()).isEqualTo(text);
    }

    @Test
    void anotherRuleTakesTheMinimumOnlyIfItIsAboutIt() throws PbException {
        PbFile file = read(PbTexts.PLAIN.replace("budget;100", MINIMUM + "2").replace("rule;greedy", "rule;other"));

        assertThat(PbRules.of(file, "greedy").text()).isEqualTo("greedy");
        assertThat(PbRules.of(file, "greedy-threshold").text()).isEqualTo("greedy-threshold:minimum=2");
    }

    @Test
    void aMinimumBetweenTwoScoresIsTheHigherOne() throws PbException {
        PbFile file = read(PbTexts.PLAIN.replace("budget;100", MINIMUM + "1.5"));

        assertThat(PbRules.of(file, "greedy-threshold").text()).isEqualTo("greedy-threshold:minimum=2");
    }

    @Test
    void whatCannotBeCountedIsToldInASentence() throws PbException {
        PbFile file = read(PbTexts.PLAIN);
        PbFile odd = read(PbTexts.PLAIN.replace("budget;100", MINIMUM + "many"));

        assertThatThrownBy(() -> PbRules.of(file, "equalshares"))
                .hasMessageStartingWith("small.pb, field rule: the rule \"equalshares\" cannot be counted here;");
        assertThatThrownBy(() -> PbRules.of(file, "greedy-threshold"))
                .hasMessage(
                        "small.pb, field min_project_score_threshold: META lacks it, but greedy-threshold needs it.");
        assertThatThrownBy(() -> PbRules.of(odd, "greedy-threshold"))
                .hasMessage("small.pb, field min_project_score_threshold: \"many\" is not a score.");
    }

    @Test
    void aMissingRuleIsUnknown() throws PbException {
        assertThat(read(PbTexts.PLAIN.replace("rule;greedy\n", "")).ruleName()).isEqualTo("unknown");
    }

    private PbFile read(String text) throws PbException {
        return PbReader.read(PbTexts.file(folder, text));
    }
}
