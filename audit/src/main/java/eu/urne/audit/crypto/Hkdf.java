package eu.urne.audit.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The labelled HKDF-SHA256 of HPKE (RFC 9180 section 4; RFC 5869). */
final class Hkdf {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] VERSION = "HPKE-v1".getBytes(US_ASCII);
    private static final byte[] ZERO_KEY = new byte[Sha256.LENGTH];
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Hkdf::newMac);

    private final byte[] suite;

    /** Takes the suite id that stands in every label: of the KEM or of HPKE. */
    Hkdf(byte[] suite) {
        this.suite = suite.clone();
    }

    /** LabeledExtract(salt, label, ikm) = Extract(salt, "HPKE-v1" + suite + label + ikm). */
    byte[] extract(byte[] salt, String label, byte[] keyMaterial) {
        return hmac(salt, VERSION, suite, label.getBytes(US_ASCII), keyMaterial);
    }

    /** LabeledExpand(prk, label, info, length) for at most 32 bytes, so that one round of Expand is enough. */
    byte[] expand(byte[] key, String label, byte[] info, int length) {
        byte[] lengthBytes = {(byte) (length >> 8), (byte) length};
        byte[] block = hmac(key, lengthBytes, VERSION, suite, label.getBytes(US_ASCII), info, new byte[] {1});
        return Arrays.copyOf(block, length);
    }

    /** Joins byte strings. */
    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = MAC.get();
            mac.init(new SecretKeySpec(key.length == 0 ? ZERO_KEY : key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC takes any key", e);
        }
    }

    private static Mac newMac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
