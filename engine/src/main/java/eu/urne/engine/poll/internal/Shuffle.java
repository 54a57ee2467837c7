package eu.urne.engine.poll.internal;

import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.tally.Ballot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings opened choices into an order that says nothing of who cast them or when: it follows from the choices alone
 * (docs/formats/open-data.md, section 1).
 */
public final class Shuffle {

    private static final byte[] PREFIX = "urne-open-data-v1\n".getBytes(StandardCharsets.US_ASCII);

    private Shuffle() {}

    private record Keyed(byte[] key, Ballot choice) {}

    /** The same choices, however they were ordered, always in the same order. */
    public static List<Ballot> of(PollDefinition definition, List<Ballot> choices) {
        BallotCodec codec = new BallotCodec(definition);
        byte[] hash = definition.hash().bytes();
        Map<Ballot, byte[]> plaintexts = new HashMap<>();
        Map<Ballot, Long> seen = new HashMap<>();
        List<Keyed> keyed = new ArrayList<>(choices.size());
        for (Ballot choice : choices) {
            byte[] plaintext = plaintexts.computeIfAbsent(choice, codec::encode);
            byte[] number = ByteBuffer.allocate(Long.BYTES)
                    .putLong(seen.merge(choice, 1L, Long::sum))
                    .array();
            keyed.add(new Keyed(TreeHash.sha256(PREFIX, hash, plaintext, number), choice));
        }
        keyed.sort(Comparator.comparing(Keyed::key, Arrays::compareUnsigned));
        return keyed.stream().map(Keyed::choice).toList();
    }
}
