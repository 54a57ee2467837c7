package eu.urne.engine.poll;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The secret of a voting token: the private key of RFC 8032 §5.1.5. Never leaves the card and the tablet. */
public final class TokenSeed {

    /** Length in bytes. */
    public static final int LENGTH = Ed25519.SECRET_KEY_SIZE;

    private final byte[] seed;
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    private final Token token;

    /** A seed of 32 bytes. */
    public TokenSeed(byte[] seed) {
        if (seed.length != LENGTH) {
            throw new IllegalArgumentException("a token seed has 32 bytes, not " + seed.length);
        }
        this.seed = seed.clone();
        Ed25519.generatePublicKey(this.seed, 0, publicKey, 0);
        this.token = Token.of(publicKey);
    }

    /** The public half. */
    public Token token() {
        return token;
    }

    /** The secret bytes, for printing on a card. */
    public byte[] bytes() {
        return seed.clone();
    }

    byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }
}
