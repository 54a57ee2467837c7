package eu.urne.api.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Ballot.Stance;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChoiceTextTest {

    private static PollDefinition poll(String kind, String limits, String rule, String... options) {
        StringBuilder all = new StringBuilder();
        for (String option : options) {
            all.append(all.isEmpty() ? "" : ",").append("{'cost':0,'id':'" + option + "','title':''}");
        }
        String json = "{'poll':'p','title':'','kind':'" + kind + "','limits':" + limits + ",'rule':" + rule
                + ",'tieBreak':'declared','eligibility':'','channels':['card'],'revote':false,'suite':1,"
                + "'trustees':{'keys':['" + "A".repeat(86) + "A='],'threshold':1},'options':[" + all + "]}";
        JsonNode definition = EngineJson.MAPPER.readTree(json.replace('\'', '"'));
        return PollDefinition.read(definition);
    }

    private static final PollDefinition GRADES =
            poll("GRADES", "{'grades':4}", "{'id':'majority-judgment'}", "a", "b", "c");
    private static final PollDefinition MOTION = poll(
            "MOTION", "{}", "{'id':'motion','majority':'simple','members':0,'quorum':0,'casting':'none'}", "lights");

    private static Ballot read(PollDefinition poll, String... typed) {
        Ballot choice = new ChoiceText(poll).choice(List.of(typed));
        new BallotCodec(poll).encode(choice);
        return choice;
    }

    @Test
    void everyOptionIsGivenAGradeInAnyOrder() {
        assertThat(read(GRADES, "c=2", "a=3", "b=0")).isEqualTo(Ballot.Grades.of(3, 0, 2));
    }

    @Test
    void anOptionWithoutAGradeIsAskedFor() {
        assertThatThrownBy(() -> read(GRADES, "a=3", "c=1")).hasMessage("--choose: \"b\" has no grade");
    }

    @Test
    void gradesAreThoseOfThePoll() {
        for (String wrong : List.of("b=4", "b", "b=", "b=-1", "b=01", "b=x")) {
            assertThatThrownBy(() -> read(GRADES, "a=3", wrong, "c=1"))
                    .hasMessage("--choose: \"" + wrong + "\" must be of the form id=grade, from 0, the worst, to 3");
        }
        assertThatThrownBy(() -> read(GRADES, "a=3", "b=1", "c=1", "d=1")).hasMessageContaining("no option \"d\"");
        assertThatThrownBy(() -> read(GRADES, "a=3", "b=1", "c=1", "a=1")).hasMessageContaining("stands twice");
    }

    @Test
    void aMotionIsAnsweredInOneWord() {
        assertThat(read(MOTION, "for")).isEqualTo(new Ballot.Motion(Stance.FOR));
        assertThat(read(MOTION, "against")).isEqualTo(new Ballot.Motion(Stance.AGAINST));
        assertThat(read(MOTION, "abstain")).isEqualTo(new Ballot.Motion(Stance.ABSTAIN));
        for (List<String> wrong : List.of(List.of("lights"), List.of("for", "against"), List.of("FOR"))) {
            assertThatThrownBy(() -> new ChoiceText(MOTION).choice(wrong))
                    .hasMessage("--choose: must be for, against or abstain");
        }
    }

    @Test
    void nothingTypedIsABlankBallot() {
        assertThat(read(GRADES)).isEqualTo(new Ballot.Blank());
        assertThat(read(MOTION)).isEqualTo(new Ballot.Blank());
    }
}
