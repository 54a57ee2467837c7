package eu.urne.audit.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.tally.Rule;
import eu.urne.audit.tally.TieBreak;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a poll without its options (docs/formats/events.md, section 2).
 *
 * @param poll poll id
 * @param title what is asked
 * @param eligibility who may vote
 * @param kind kind and limits of the ballots
 * @param budget what may be spent; null where nothing is spent
 * @param of id of the participatory budget to which the poll belongs; null for none
 * @param paper whether one can vote on paper
 * @param revote whether a token may vote again
 * @param rule how it is counted
 * @param tieBreak how ties are broken
 * @param pollKey the public key to which ballots are sealed, 65 bytes
 * @param before canonical bytes of the definition up to its first option
 * @param after canonical bytes behind its last option
 */
public record Definition(
        String poll,
        String title,
        String eligibility,
        BallotKind kind,
        @Nullable Budget budget,
        @Nullable String of,
        boolean paper,
        boolean revote,
        Rule rule,
        TieBreak tieBreak,
        Bytes pollKey,
        Bytes before,
        Bytes after) {
    private static final byte[] DOMAIN = "urne-definition-v1\n".getBytes(US_ASCII);

    /**
     * A budget.
     *
     * @param cents 0 to 2^53-1
     * @param currency three capital letters
     */
    public record Budget(long cents, String currency) {}

    /** Gives what may be spent in cents: 0 where there is no budget. */
    public long cents() {
        return budget == null ? 0 : budget.cents();
    }

    /** Starts the hash of the whole definition; the options' canonical bytes come next, then {@link #after}. */
    public MessageDigest startHash() {
        MessageDigest digest = Sha256.newDigest();
        digest.update(DOMAIN);
        digest.update(before.array());
        return digest;
    }
}
