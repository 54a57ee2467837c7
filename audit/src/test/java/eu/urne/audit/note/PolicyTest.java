package eu.urne.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.witness.ExampleWitness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies: who must have cosigned. */
class PolicyTest {
    private final ExampleKey log = new ExampleKey("vote.example.org", "log");
    private final ExampleWitness first = new ExampleWitness("w1.example");
    private final ExampleWitness second = new ExampleWitness("w2.example");
    private final ExampleWitness third = new ExampleWitness("w3.example");
    private final String keys = "log " + log.vkey() + " https://vote.example.org/log/\n"
            + "witness X1 " + first.vkey() + " http://127.0.0.1:1/\n"
            + "\twitness  X2\t" + second.vkey() + " \n"
            + "witness Ÿ " + third.vkey() + "\n";

    private SignedNote note(ExampleWitness... witnesses) throws MalformedException {
        String text = "vote.example.org\n7\nAAAA\n";
        byte[] note = log.note(text);
        for (ExampleWitness witness : witnesses) {
            note = ExampleBytes.join(note, witness.line(text, 1_700_000_000));
        }
        return SignedNote.parse(note);
    }

    private boolean reached(String rule, ExampleWitness... witnesses) throws MalformedException {
        return Policy.parse(keys + rule).judge(note(witnesses)).reached();
    }

    @Test
    void oneWitnessIsEnoughWhereOneIsNamed() throws Exception {
        assertThat(reached("quorum X1\n", first)).isTrue();
        assertThat(reached("quorum X1\n", second, third)).isFalse();
    }

    @Test
    void groupsCountTheirMembers() throws Exception {
        String two = "group g 2 X1 X2 Ÿ\nquorum g\n";

        assertThat(reached(two, first)).isFalse();
        assertThat(reached(two, first, third)).isTrue();
        assertThat(reached("group g any X1 X2\ngroup h all g Ÿ\nquorum h", second))
                .isFalse();
        assertThat(reached("group g any X1 X2\ngroup h all g Ÿ\nquorum h", second, third))
                .isTrue();
    }

    @Test
    void withoutQuorumNobodyNeedsToCosign() throws Exception {
        assertThat(reached("# nobody\n\nquorum none")).isTrue();
    }

    @Test
    void theOneWhoCosignedTwiceCountsOnce() throws Exception {
        assertThat(reached("group g 2 X1 X2 Ÿ\nquorum g\n", first, first)).isFalse();
    }

    @Test
    void verdictNamesWhoCosigned() throws Exception {
        assertThat(Policy.parse(keys + "quorum X1").judge(note(third, first)).cosigned())
                .isEqualTo(List.of("X1", "Ÿ"));
    }

    @Test
    void badCosignatureOfAKnownWitnessIsAnError() throws Exception {
        SignedNote note = SignedNote.parse(ExampleBytes.join(
                log.note("vote.example.org\n7\nAAAA\n"), first.line("vote.example.org\n8\nAAAA\n", 1_700_000_000)));
        Policy policy = Policy.parse(keys + "quorum none");

        assertThatThrownBy(() -> policy.judge(note))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("has a bad cosignature of the witness w1.example+");
    }

    @Test
    void logOfTheOriginIsFound() throws Exception {
        Policy policy = Policy.parse(keys + "quorum X1");

        assertThat(policy.log("vote.example.org").orElseThrow().toString()).isEqualTo(log.vkey());
        assertThat(policy.log("other.example.org")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quorum X9 | is not a policy: line 5 names 'X9', which no line before it defines",
                "group g all X1 X1 | is not a policy: line 5 lists 'X1' a second time",
                "group none all X1 | is not a policy: line 5 defines 'none', which is taken",
                "group X2 all X1 | is not a policy: line 5 defines 'X2', which is taken",
                "group g 3 X1 X2 | is not a policy: line 5 demands '3' of 2 members, not all, any or a number from 1",
                "group g 0 X1 X2 | is not a policy: line 5 demands '0' of 2 members, not all, any or a number from 1",
                "group g all none | is not a policy: line 5 names 'none', which no line before it defines",
                "witness X3 abc | is not a policy: line 5 is not a verifier key: it has not the form name+id+base64",
                "quorums X1 | is not a policy: line 5 begins with 'quorums' instead of log, witness, group or quorum",
                "quorum X1 X2 | is not a policy: line 5 has not the form 'quorum <name>'",
                "# nothing | is not a policy: it has no line 'quorum'"
            })
    void wrongLineIsNamed(String line, String message) {
        assertThatThrownBy(() -> Policy.parse(keys + line + "\n")).hasMessage(message);
    }

    @Test
    void keyIsNamedOnce() {
        assertThatThrownBy(() -> Policy.parse(keys + "witness again " + first.vkey() + "\nquorum X1"))
                .hasMessage("is not a policy: line 5 names the key of another line again");
    }

    @Test
    void keyOfALogIsNoneOfAWitness() {
        assertThatThrownBy(() -> Policy.parse("witness X1 " + log.vkey() + "\nquorum X1"))
                .hasMessage("is not a policy: line 1 is not a verifier key of type cosignature/v1");
    }
}
