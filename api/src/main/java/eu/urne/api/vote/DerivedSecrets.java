package eu.urne.api.vote;

import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.roll.CardCode;
import eu.urne.engine.roll.VotingCard;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the voters of a replay keep secret. All of it follows from one key, so that a replay which was interrupted sends
 * the same bytes again, as a tablet does.
 */
public final class DerivedSecrets {

    private final byte[] secret;
    private final byte[] context;

    /**
     * Secrets of one context.
     *
     * @param secret a key that only the replay has
     * @param context for what they are, such as a poll: another one has others
     */
    public DerivedSecrets(byte[] secret, byte[] context) {
        this.secret = secret.clone();
        this.context = context.clone();
    }

    /** The secrets of a part of this context. */
    public DerivedSecrets of(String part) {
        return new DerivedSecrets(secret, TreeHash.sha256(context, part.getBytes(StandardCharsets.UTF_8)));
    }

    /** 32 bytes for a purpose and a number. */
    public byte[] bytes(String purpose, int number) {
        byte[] label = ("urne-replay-" + purpose + "\n").getBytes(StandardCharsets.US_ASCII);
        return TreeHash.sha256(
                label, secret, context, ByteBuffer.allocate(4).putInt(number).array());
    }

    /** The seed of the card with that number. */
    public TokenSeed seed(int card) {
        return new TokenSeed(bytes("token", card));
    }

    /** Cards with a short code to type, so many. Making one takes the time of its Argon2. */
    public List<VotingCard> cards(PollId poll, int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(card -> VotingCard.of(poll, CardCode.of(Arrays.copyOf(bytes("code", card), 12))))
                .toList();
    }

    /** A staff key. */
    public String staffKey(int number) {
        return HexFormat.of().formatHex(bytes("staff", number));
    }
}
