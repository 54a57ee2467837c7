package eu.urne.engine.log;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A log's private key. Signs entries and checkpoints; safe for use by many threads. */
public final class Signer {

    /** Length of the private key in bytes. */
    public static final int SEED_LENGTH = Ed25519.SECRET_KEY_SIZE;

    private final byte[] seed;
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    private final VerifierKey verifierKey;

    /**
     * A signer for the log of that origin.
     *
     * @param seed 32 bytes, the private key of RFC 8032 §5.1.5
     */
    public Signer(Origin origin, byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("a private key has 32 bytes, not " + seed.length);
        }
        this.seed = seed.clone();
        Ed25519.generatePublicKey(this.seed, 0, publicKey, 0);
        this.verifierKey = new VerifierKey(origin, publicKey);
    }

    /** The public half. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** The 64-byte Ed25519 signature of the message. */
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }
}
