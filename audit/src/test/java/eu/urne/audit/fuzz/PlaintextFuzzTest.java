package eu.urne.audit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.ballot.Choice;
import eu.urne.audit.ballot.ChoiceReader;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.tally.Ballot;
import java.util.Arrays;
import java.util.Optional;

/** docs/formats/ballot.md, section 2: the first byte chooses a poll, the rest is what was sealed. */
class PlaintextFuzzTest {

    @FuzzTest
    void bothSeeTheSameChoice(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        SmallPoll poll = SmallPoll.ALL.get(Byte.toUnsignedInt(bytes[0]) % SmallPoll.ALL.size());
        byte[] plaintext = Arrays.copyOfRange(bytes, 1, bytes.length);
        BallotCodec codec = new BallotCodec(poll.definition());
        Optional<Ballot> engine = codec.decode(plaintext);
        Choice audit = new ChoiceReader(poll.kind(), poll.costs(), poll.budget()).read(plaintext);

        assertThat(engine.map(SmallPoll::choice).orElse(new Choice.Null())).isEqualTo(poll.comparable(audit));
        engine.ifPresent(choice -> assertThat(codec.encode(choice)).isEqualTo(plaintext));
    }
}
