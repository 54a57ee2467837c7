package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.urne.engine.log.TreeHash;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A ballot as it leaves the tablet: encrypted to the poll key and signed by its token (docs/formats/ballot.md, section
 * 4).
 *
 * @param suite how it is sealed; 1
 * @param token public key of the token that signs
 * @param authorisation how the token is authorised: {@code card} or {@code paper}
 * @param seq number of the token's vote, 0 to 2^32-1; the highest counts
 * @param enc encapsulated key of HPKE, 65 bytes
 * @param ct ciphertext of the choice, up to 65,535 bytes
 * @param sig Ed25519 signature by the token, 64 bytes
 */
public record SealedBallot(
        int suite, PollId poll, Token token, String authorisation, long seq, byte[] enc, byte[] ct, byte[] sig) {

    /** Length of {@code enc} in bytes. */
    public static final int ENC_LENGTH = 65;

    /** Authorisation of ballots with a voting card. */
    public static final String CARD = "card";

    private static final byte[] PREFIX = "urne-ballot-v1\n".getBytes(StandardCharsets.US_ASCII);

    /** Checks sizes and ranges, naming the field. */
    public SealedBallot {
        require(suite == 1, "suite must be 1");
        require(isKnown(authorisation), "authorisation must be card or paper");
        require(seq >= 0 && seq <= 0xFFFF_FFFFL, "seq must be from 0 to 2^32-1");
        require(enc.length == ENC_LENGTH, "enc must have 65 bytes, not " + enc.length);
        require(ct.length >= 16 && ct.length <= 32_767, "ct must have 16 to 32,767 bytes, not " + ct.length);
        require(sig.length == Ed25519.SIGNATURE_SIZE, "sig must have 64 bytes, not " + sig.length);
    }

    private static boolean isKnown(String authorisation) {
        return authorisation.equals(CARD) || authorisation.equals(PaperBallot.AUTHORISATION);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** Signs the sealed choice with the token of this seed. */
    static SealedBallot sign(TokenSeed seed, PollId poll, String authorisation, long seq, byte[] enc, byte[] ct) {
        SealedBallot unsigned = new SealedBallot(1, poll, seed.token(), authorisation, seq, enc, ct, new byte[64]);
        byte[] sig = seed.sign(unsigned.signedBytes());
        return new SealedBallot(1, poll, seed.token(), authorisation, seq, enc, ct, sig);
    }

    /** Whether it was on paper. */
    @JsonIgnore
    public boolean isOnPaper() {
        return authorisation.equals(PaperBallot.AUTHORISATION);
    }

    /** Whether the token has signed it. */
    @JsonIgnore
    public boolean isSignedByToken() {
        byte[] message = signedBytes();
        return Ed25519.verify(sig, 0, token.bytes(), 0, message, 0, message.length);
    }

    /** The ballot's id: hash of all its bytes. It is the id of the command that casts it. */
    public Hash id() {
        return Hash.of(TreeHash.sha256(signedBytes(), sig));
    }

    private byte[] signedBytes() {
        byte[] pollBytes = poll.value().getBytes(StandardCharsets.US_ASCII);
        byte[] authorisationBytes = authorisation.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + ct.length);
        bytes.writeBytes(PREFIX);
        bytes.write(suite);
        bytes.write(pollBytes.length);
        bytes.writeBytes(pollBytes);
        bytes.writeBytes(token.bytes());
        bytes.write(authorisationBytes.length);
        bytes.writeBytes(authorisationBytes);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) seq).array());
        bytes.writeBytes(enc);
        bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) ct.length).array());
        bytes.writeBytes(ct);
        return bytes.toByteArray();
    }
}
