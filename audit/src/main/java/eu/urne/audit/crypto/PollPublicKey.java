package eu.urne.audit.crypto;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/** A point of P-256 other than infinity, that is a public key (FIPS 186-5; SEC 1 section 2.3.4). */
public final class PollPublicKey {
    /** Length of an uncompressed point in bytes: 04, x, y. */
    public static final int LENGTH = 65;

    private static final byte UNCOMPRESSED = 4;
    private static final ECCurve CURVE =
            CustomNamedCurves.getByName("secp256r1").getCurve();
    private static final ECPoint BASE = CustomNamedCurves.getByName("secp256r1").getG();
    private static final BigInteger ORDER =
            CustomNamedCurves.getByName("secp256r1").getN();

    private final Bytes encoded;
    private final ECPoint point;

    private PollPublicKey(Bytes encoded, ECPoint point) {
        this.encoded = encoded;
        this.point = point;
    }

    /**
     * Decodes a point.
     *
     * @param bytes 65 bytes: 04, x, y
     * @return the key, or empty if this is no uncompressed point of the curve
     */
    public static Optional<PollPublicKey> decode(byte[] bytes) {
        if (bytes.length != LENGTH || bytes[0] != UNCOMPRESSED) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PollPublicKey(Bytes.of(bytes), CURVE.decodePoint(bytes)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Computes the public key of a private one.
     *
     * @param scalar 32 bytes, big-endian
     * @return the key, or empty if the number is not from 1 to the group order less one
     */
    public static Optional<PollPublicKey> ofPrivate(byte[] scalar) {
        BigInteger number = new BigInteger(1, scalar);
        if (number.signum() == 0 || number.compareTo(ORDER) >= 0) {
            return Optional.empty();
        }
        ECPoint point = BASE.multiply(number).normalize();
        return Optional.of(new PollPublicKey(Bytes.of(point.getEncoded(false)), point));
    }

    /**
     * Computes a Diffie-Hellman secret (RFC 9180 section 4.1, DH): the x coordinate of the product.
     *
     * @param scalar a private key
     * @return 32 bytes
     */
    byte[] multiplyX(BigInteger scalar) {
        return point.multiply(scalar).normalize().getAffineXCoord().getEncoded();
    }

    /** Gives the 65 bytes of the point. */
    public Bytes encoded() {
        return encoded;
    }
}
