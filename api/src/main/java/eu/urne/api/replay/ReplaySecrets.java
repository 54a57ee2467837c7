package eu.urne.api.replay;

import eu.urne.engine.KeyFiles;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.roll.Person;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the replayed voters keep secret. All of it follows from one key file, so that a replay which was interrupted
 * sends the same bytes again, as a tablet does.
 */
final class ReplaySecrets {

    private final byte[] secret;
    private final byte[] election;
    private final List<TokenSeed> seeds;

    /** The secrets of the voters of that election: another file has others, even under the same name. */
    ReplaySecrets(KeyFiles keys, ReplayedPoll poll) {
        this.secret = keys.getOrCreate("replay-" + poll.id());
        this.election = poll.digest().bytes();
        int voters = poll.choices().size();
        this.seeds = IntStream.range(0, voters)
                .parallel()
                .mapToObj(voter -> new TokenSeed(derive("token", voter)))
                .toList();
    }

    TokenSeed seed(int voter) {
        return seeds.get(voter);
    }

    byte[] sealing(int voter) {
        return derive("sealing", voter);
    }

    Person person(int voter) {
        return new Person(HexFormat.of().formatHex(Arrays.copyOf(derive("person", voter), 16)));
    }

    String staffKey() {
        return HexFormat.of().formatHex(derive("staff", 0));
    }

    private byte[] derive(String purpose, int number) {
        byte[] label = ("urne-replay-" + purpose + "\n").getBytes(StandardCharsets.US_ASCII);
        return TreeHash.sha256(
                label, secret, election, ByteBuffer.allocate(4).putInt(number).array());
    }
}
