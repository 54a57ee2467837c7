package eu.urne.engine.poll;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;

/** The key pair of a poll whose only trustee is the engine: P-256, for HPKE. */
public final class PollKey {

    private final AsymmetricCipherKeyPair pair;
    private final byte[] secret;

    /**
     * The key that follows from 32 secret bytes by DeriveKeyPair of RFC 9180 §7.1.3.
     *
     * @param secret from a secure random source
     */
    public PollKey(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("the secret of a poll key has 32 bytes, not " + secret.length);
        }
        this.pair = Suite1.hpke().deriveKeyPair(secret);
        this.secret = Suite1.hpke().serializePrivateKey(pair.getPrivate());
    }

    /** The public key: an uncompressed point of 65 bytes. */
    public byte[] publicKey() {
        HPKE hpke = Suite1.hpke();
        return hpke.serializePublicKey(pair.getPublic());
    }

    /** The private scalar, 32 bytes, as it is revealed at the end. */
    public byte[] scalar() {
        return secret.clone();
    }
}
