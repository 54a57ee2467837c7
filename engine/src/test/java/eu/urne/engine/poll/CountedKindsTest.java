package eu.urne.engine.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.EngineJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

/** Which kinds of ballots a rule counts, and which parameters it takes: docs/formats/events.md, section 3. */
class CountedKindsTest {

    private static final List<BallotKind> KINDS = List.of(
            new BallotKind.Approval(3),
            new BallotKind.Favourite(),
            new BallotKind.Grades(4),
            new BallotKind.Knapsack(),
            new BallotKind.Motion(),
            new BallotKind.Points(5, 7),
            new BallotKind.Ranking(3));

    private static final String SHARES = "{'id':'mes','utility':'%s','start':'exact','voters':'all',"
            + "'completion':'none','then':'none','comparison':'none'}";

    private static CountingRule rule(String json) {
        return EngineJson.MAPPER.readValue(json.replace('\'', '"'), CountingRule.class);
    }

    private static PollDefinition definition(BallotKind kind, CountingRule rule) {
        int options = kind instanceof BallotKind.Motion ? 1 : 3;
        return TestPolls.definition(kind, rule, false, Trustees.engine(new byte[65]), options);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'id':'greedy'}; AFKPR
            {'id':'greedy-no-skip'}; AFKPR
            {'id':'greedy-threshold','threshold':3}; AFKPR
            {'id':'greedy-exclusive','conflicts':[]}; AFKPR
            {'id':'greedy-custom'}; AFKPR
            {'id':'greedy-per-cost'}; AFKPR
            {'id':'knapsack'}; K
            {'id':'points'}; P
            {'id':'borda'}; R
            {'id':'borda-per-cost'}; R
            cost; AFK
            cardinality; AFK
            sqrt-cost; AFK
            points; P
            borda; R
            {'id':'phragmen'}; AFK
            {'id':'phragmen-skip'}; AFK
            {'id':'plurality'}; F
            {'id':'approval-k','seats':3}; AF
            {'id':'majority-judgment'}; G
            {'id':'motion','majority':'simple','members':0,'quorum':0,'casting':'none'}; M
            """)
    void aPollIsDefinedWithTheKindsThatItsRuleCountsOnly(String json, String counted) {
        CountingRule rule = rule(json.startsWith("{") ? json : SHARES.formatted(json));
        for (BallotKind kind : KINDS) {
            if (counted.contains(kind.text().substring(0, 1))) {
                assertThatCode(() -> definition(kind, rule)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> definition(kind, rule))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("rule: it counts no ballots of the kind " + kind.text());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            'start':'floor'; start
            'step':1; step
            'completion':'add1'; step
            'completion':'add1','step':1,'stepPercent':1; step
            'completion':'add1','step':0; step
            'completion':'add1','stepPercent':0; stepPercent
            'start':'floor','completion':'add1','stepPercent':1; start
            'utility':'points','then':'phragmen'; then
            'utility':'sqrt-cost','comparison':'greedy'; comparison
            """)
    void sharesWhoseParametersDoNotFitTogetherAreRefused(String members, String named) {
        String json = SHARES.formatted("cost");
        for (String member : members.split(",", -1)) {
            String name = member.substring(0, member.indexOf(':'));
            json = json.replaceFirst(",?" + name + ":'?[a-z0-9-]*'?", "").replace("}", "," + member + "}");
        }
        String changed = json.replace("{,", "{");
        assertThatThrownBy(() -> rule(changed)).hasMessageContaining("rule: " + named);
    }

    @Test
    void everyParameterOfSharesStandsInTheDefinition() {
        for (String member : List.of("utility", "start", "voters", "completion", "then", "comparison")) {
            String json = SHARES.formatted("cost").replaceFirst(",'" + member + "':'[a-z0-9-]*'", "");
            assertThat(json).isNotEqualTo(SHARES.formatted("cost"));
            assertThatThrownBy(() -> rule(json)).isInstanceOf(JacksonException.class);
        }
    }

    @Test
    void seatsMembersAndTheChairsVoteAreChecked() {
        assertThatThrownBy(() -> definition(KINDS.getFirst(), rule("{'id':'approval-k','seats':4}")))
                .hasMessage("rule: seats is 4, but there are 3 options");
        assertThatThrownBy(() -> rule("{'id':'approval-k','seats':0}")).hasMessageContaining("rule: seats");
        assertThatThrownBy(() -> rule("{'id':'motion','majority':'absolute','members':0,'quorum':0,'casting':'none'}"))
                .hasMessageContaining("rule: members");
        assertThatThrownBy(() -> rule("{'id':'motion','majority':'unanimity','members':5,'quorum':0,'casting':'for'}"))
                .hasMessageContaining("rule: casting");
    }

    @Test
    void aMotionIsOneOption() {
        CountingRule rule = rule("{'id':'motion','majority':'simple','members':0,'quorum':0,'casting':'none'}");
        assertThatThrownBy(() ->
                        TestPolls.definition(new BallotKind.Motion(), rule, false, Trustees.engine(new byte[65]), 2))
                .hasMessage("options: a motion is one option, not 2");
    }
}
