package eu.urne.api.tablet;

import eu.urne.api.web.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random values by which tablets are known; the database has their hashes. */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** So many random bytes as lower-case hex digits. */
    static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** SHA-256 as lower-case hex digits; enough for what is random and not chosen by a person. */
    static String hash(String secret) {
        return Sha256.hex(secret);
    }

    /** Whether a secret has this hash, in a time that does not tell how far it is right. */
    static boolean fits(String secret, String hash) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
