package eu.urne.api.desk;

import eu.urne.api.web.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random values of the desk. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PSEUDONYM_BYTES = 8;
    private static final int TOKEN_BYTES = 24;
    private static final int READABLE_LENGTH = 15;
    private static final String READABLE = "0123456789abcdefghjkmnpqrstvwxyz";

    private Secrets() {}

    /** 16 random hex digits. */
    static String pseudonym() {
        return HexFormat.of().formatHex(random(PSEUDONYM_BYTES));
    }

    /** 192 random bits in 32 characters of A-Z a-z 0-9 - _. */
    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(TOKEN_BYTES));
    }

    /** What is kept of a value that only a browser has. */
    static String hash(String value) {
        return Sha256.hex(value);
    }

    /** 75 random bits in fifteen characters that are hard to confuse, with dashes. */
    static String readable() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < READABLE_LENGTH; at++) {
            text.append(at > 0 && at % 5 == 0 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
