package eu.urne.api.replay;

import eu.urne.api.vote.DerivedSecrets;
import eu.urne.engine.KeyFiles;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.roll.Person;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** What the replayed voters keep secret, made from one key file and the election's file. */
final class ReplaySecrets {

    private final DerivedSecrets derived;
    private final List<TokenSeed> seeds;

    /** The secrets of the voters of that election: another file has others, even under the same name. */
    ReplaySecrets(KeyFiles keys, ReplayedPoll poll) {
        this.derived = new DerivedSecrets(
                keys.getOrCreate("replay-" + poll.id()), poll.digest().bytes());
        this.seeds = IntStream.range(0, poll.choices().size())
                .parallel()
                .mapToObj(derived::seed)
                .toList();
    }

    TokenSeed seed(int voter) {
        return seeds.get(voter);
    }

    byte[] sealing(int voter) {
        return derived.bytes("sealing", voter);
    }

    Person person(int voter) {
        return new Person(HexFormat.of().formatHex(Arrays.copyOf(derived.bytes("person", voter), 16)));
    }

    String staffKey() {
        return derived.staffKey(0);
    }
}
