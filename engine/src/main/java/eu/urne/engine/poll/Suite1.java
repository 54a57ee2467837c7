package eu.urne.engine.poll;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Sealing and opening of ballots in suite 1: HPKE base mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-128-GCM
 * (RFC 9180; docs/formats/ballot.md, section 3).
 */
public final class Suite1 {

    private Suite1() {}

    static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
    }

    /**
     * Seals a choice for the poll and signs it with the token of a voting card.
     *
     * @param plaintext as {@link BallotCodec} encodes it
     * @param secret 32 fresh random bytes; the same bytes give the same ballot, so that a tablet can seal again after a
     *     crash
     */
    public static SealedBallot seal(
            PollTerms terms, Hash definition, TokenSeed seed, long seq, byte[] plaintext, byte[] secret) {
        return seal(terms, definition, seed, SealedBallot.CARD, seq, plaintext, secret);
    }

    static SealedBallot seal(
            PollTerms terms,
            Hash definition,
            TokenSeed seed,
            String authorisation,
            long seq,
            byte[] plaintext,
            byte[] secret) {
        HPKE hpke = hpke();
        AsymmetricCipherKeyPair ephemeral = hpke.deriveKeyPair(secret);
        HPKEContextWithEncapsulation context = hpke.setupBaseS(
                hpke.deserializePublicKey(terms.trustees().pollKey()), info(terms.poll(), definition), ephemeral);
        try {
            byte[] ct = context.seal(aad(seed.token(), seq), plaintext);
            return SealedBallot.sign(seed, terms.poll(), authorisation, seq, context.getEncapsulation(), ct);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("AES-GCM encrypts everything", e);
        }
    }

    /** Opens the ballots of one poll with its revealed key; safe for use by many threads. */
    public static final class Opener {

        private final AsymmetricCipherKeyPair key;
        private final byte[] info;

        /**
         * An opener for the ballots of this poll.
         *
         * @param scalar the revealed private key, 32 bytes
         * @throws IllegalArgumentException if it is not the private key of the definition
         */
        public Opener(PollTerms terms, Hash definition, byte[] scalar) {
            byte[] publicKey = terms.trustees().pollKey();
            this.key = hpke().deserializePrivateKey(scalar, publicKey);
            this.info = info(terms.poll(), definition);
            ECPrivateKeyParameters secret = (ECPrivateKeyParameters) key.getPrivate();
            ECPoint expected = secret.getParameters().getG().multiply(secret.getD());
            if (!((ECPublicKeyParameters) key.getPublic()).getQ().equals(expected)) {
                throw new IllegalArgumentException("the revealed key is not that of the poll " + terms.poll());
            }
        }

        /** The plaintext; empty if the ballot was not sealed for this poll, token and number. */
        public Optional<byte[]> open(SealedBallot ballot) {
            try {
                return Optional.of(hpke().setupBaseR(ballot.enc(), key, info)
                        .open(aad(ballot.token(), ballot.seq()), ballot.ct()));
            } catch (InvalidCipherTextException | RuntimeException e) { // enc may be no point of the curve
                return Optional.empty();
            }
        }
    }

    private static byte[] info(PollId poll, Hash definition) {
        byte[] id = poll.value().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.write(1);
        info.write(id.length);
        info.writeBytes(id);
        info.writeBytes(definition.bytes());
        return info.toByteArray();
    }

    private static byte[] aad(Token token, long seq) {
        return ByteBuffer.allocate(36).put(token.bytes()).putInt((int) seq).array();
    }
}
