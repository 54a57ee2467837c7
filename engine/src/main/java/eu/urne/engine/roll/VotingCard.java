package eu.urne.engine.roll;

import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TokenSeed;
import java.util.Base64;

/**
 * A card as it is printed: whoever holds it can vote once. Exists on paper and in the process that makes it, nowhere
 * else.
 */
public record VotingCard(PollId poll, CardCode code, TokenSeed seed) {

    /** The card with that code. */
    public static VotingCard of(PollId poll, CardCode code) {
        return new VotingCard(poll, code, code.seed(poll));
    }

    /** Text of the QR code. */
    public String qrText() {
        return "urne:card:1:" + poll + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(seed.bytes());
    }
}
