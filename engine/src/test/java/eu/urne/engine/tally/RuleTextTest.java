package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "greedy",
                "greedy:minimum=3",
                "greedy-no-skip",
                "greedy-no-skip:minimum=50",
                "greedy-threshold:minimum=0",
                "greedy-threshold:minimum=100",
                "greedy-exclusive",
                "greedy-exclusive:conflicts=0-3",
                "greedy-exclusive:minimum=30,conflicts=0-3+2-5",
                "earmarked:funded=0+7,rule=phragmen",
                "earmarked:minimum=parks and trees/1+2/4000,minimum=roads/3/25%,rule=greedy:minimum=3",
                "earmarked:funded=4,minimum=a/1/1,rule=mes:utility=cost,start=exact,voters=all,completion=next"
            })
    void readsBackWhatItWrites(String text) {
        assertThat(Rule.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mes2",
                "greedy:",
                "greedy:minimum=0",
                "greedy:minimum=007",
                "greedy:minimum=-1",
                "greedy:minimum=x",
                "greedy:minimum=1,minimum=1",
                "greedy:conflicts=0-1",
                "greedy-threshold",
                "greedy-exclusive:conflicts=3-0",
                "greedy-exclusive:conflicts=1-1",
                "greedy-exclusive:conflicts=1",
                "greedy-exclusive:conflicts=0-3,minimum=30",
                "greedy-exclusive:conflicts=0-99999999999",
                "greedy,minimum=3",
                "earmarked:rule=greedy",
                "earmarked:,rule=greedy",
                "earmarked:funded=0",
                "earmarked:funded=,rule=greedy",
                "earmarked:funded=1+0,rule=greedy",
                "earmarked:funded=0+0,rule=greedy",
                "earmarked:funded=0,rule=plurality",
                "earmarked:funded=0,rule=earmarked:funded=1,rule=greedy",
                "earmarked:minimum=a/1/0,rule=greedy",
                "earmarked:minimum=a/1/101%,rule=greedy",
                "earmarked:minimum=a//5,rule=greedy",
                "earmarked:minimum= /1/5,rule=greedy",
                "earmarked:minimum=a/1/5,minimum=a/2/5,rule=greedy",
                "earmarked:minimum=a/1+2/5,minimum=b/2/5,rule=greedy",
                "earmarked:minimum=a/1/5,funded=0,rule=greedy",
                "earmarked:minimum=a/1/5,rule=greedy-custom"
            })
    void refusesEveryOtherSpelling(String text) {
        assertThatThrownBy(() -> Rule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void conflictsHaveOneOrder() {
        Rule rule = Rule.Greedy.exclusive(
                List.of(new Rule.Conflict(5, 2), new Rule.Conflict(3, 0), new Rule.Conflict(2, 5)));

        assertThat(rule.text()).isEqualTo("greedy-exclusive:conflicts=0-3+2-5");
    }
}
