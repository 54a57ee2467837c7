package eu.urne.audit.ballot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.crypto.PollPublicKey;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A sealed ballot (docs/formats/ballot.md, sections 3 and 4).
 *
 * @param poll poll id
 * @param token 32 bytes: the public key that signed
 * @param paper whether it was on paper, else with a card
 * @param seq 0 to 2^32-1
 * @param encapsulated 65 bytes, perhaps no point of the curve
 * @param sealed the sealed choice, up to 65,535 bytes
 * @param signature 64 bytes
 */
public record Ballot(
        String poll, Bytes token, boolean paper, long seq, Bytes encapsulated, Bytes sealed, Bytes signature) {
    private static final byte SUITE = 1;
    private static final String CARD = "card";
    private static final String PAPER = "paper";
    private static final byte[] DOMAIN = "urne-ballot-v1\n".getBytes(US_ASCII);
    private static final long MAX_SEQ = 0xffff_ffffL;
    private static final int MAX_SEALED = 0xffff;

    /**
     * Reads the data of {@code urne.poll.BallotCast.v1}; it verifies no signature.
     *
     * @param data the data
     * @throws MalformedException if it breaks the format
     */
    public static Ballot read(Json data) throws MalformedException {
        Members members =
                Members.exactly(data, "data", "authorisation", "ct", "enc", "poll", "seq", "sig", "suite", "token");
        members.integer("suite", SUITE, SUITE);
        String authorisation = members.text("authorisation");
        if (!authorisation.equals(CARD) && !authorisation.equals(PAPER)) {
            throw members.wrong("authorisation", "is neither 'card' nor 'paper'");
        }
        byte[] sealed = members.base64("ct");
        if (sealed.length > MAX_SEALED) {
            throw members.wrong("ct", "has more than 65,535 bytes");
        }
        return new Ballot(
                PollId.checked(members, "poll"),
                Bytes.of(members.hex("token", Ed25519Key.LENGTH)),
                authorisation.equals(PAPER),
                members.integer("seq", 0, MAX_SEQ),
                Bytes.of(members.base64("enc", PollPublicKey.LENGTH)),
                Bytes.of(sealed),
                Bytes.of(members.base64("sig", Ed25519Key.SIGNATURE_LENGTH)));
    }

    /** Gives the stream of the ballot. */
    public String stream() {
        return "ballot/" + poll + "/" + token.hex();
    }

    /** Tells whether the token signed this ballot (ballot.md, section 4). */
    public boolean isSigned() {
        return Ed25519Key.verifiesOnce(token.array(), join(DOMAIN, bytes()), signature.array());
    }

    /** Computes the id of the ballot: 64 hex digits (ballot.md, section 4). */
    public String id() {
        return StrictText.hex(Sha256.hash(DOMAIN, bytes(), signature.array()));
    }

    /**
     * Gives the info to which ballots of a poll are sealed (ballot.md, section 3).
     *
     * @param poll poll id
     * @param definitionHash hash of the whole definition
     */
    public static byte[] info(String poll, Bytes definitionHash) {
        byte[] id = poll.getBytes(US_ASCII);
        return join(new byte[] {SUITE, (byte) id.length}, id, definitionHash.array());
    }

    /** Gives the associated data of the sealing: token and seq (ballot.md, section 3). */
    public byte[] associated() {
        return ByteBuffer.allocate(Ed25519Key.LENGTH + Integer.BYTES)
                .put(token.array())
                .putInt((int) seq)
                .array();
    }

    private byte[] bytes() {
        byte[] id = poll.getBytes(US_ASCII);
        byte[] authorisation = (paper ? PAPER : CARD).getBytes(US_ASCII);
        int length =
                2 + id.length + Ed25519Key.LENGTH + 1 + authorisation.length + Integer.BYTES + PollPublicKey.LENGTH;
        return ByteBuffer.allocate(length + Short.BYTES + sealed.length())
                .put(SUITE)
                .put((byte) id.length)
                .put(id)
                .put(token.array())
                .put((byte) authorisation.length)
                .put(authorisation)
                .putInt((int) seq)
                .put(encapsulated.array())
                .putShort((short) sealed.length())
                .put(sealed.array())
                .array();
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer joined = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
