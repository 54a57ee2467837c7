package eu.urne.audit.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A private key of Ed25519 (RFC 8032, pure), for those who sign something of their own: witnesses. */
public final class Ed25519Seed {
    /** Length of a private key in bytes. */
    public static final int LENGTH = Ed25519.SECRET_KEY_SIZE;

    private final byte[] seed;
    private final byte[] publicKey = new byte[Ed25519Key.LENGTH];

    /**
     * Takes a private key.
     *
     * @param seed 32 bytes (RFC 8032 section 5.1.5)
     * @throws IllegalArgumentException if it has another length
     */
    public Ed25519Seed(byte[] seed) {
        if (seed.length != LENGTH) {
            throw new IllegalArgumentException("a private key has " + LENGTH + " bytes, not " + seed.length);
        }
        this.seed = seed.clone();
        Ed25519.generatePublicKey(this.seed, 0, publicKey, 0);
    }

    /** Gives the public half. */
    public Ed25519Key publicKey() {
        return Ed25519Key.decode(publicKey).orElseThrow();
    }

    /**
     * Signs.
     *
     * @param message any bytes
     * @return 64 bytes
     */
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519Key.SIGNATURE_LENGTH];
        Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }
}
