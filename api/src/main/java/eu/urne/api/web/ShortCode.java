package eu.urne.api.web;

import eu.urne.engine.log.Crockford;
import java.security.SecureRandom;

/**
 * What a person reads at the desk and types on a device to make it known: 40 random bits as 8 characters of Crockford's
 * base32. Short, because it is valid for minutes and wrong ones are counted.
 */
public record ShortCode(String characters) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 8;
    private static final int GROUP = 4;

    /** Checks that there are 8 characters of the alphabet. */
    public ShortCode {
        if (!Crockford.isDigits(characters, LENGTH)) {
            throw new IllegalArgumentException("code: must have 8 characters of 0-9 and A-Z without I, L, O and U");
        }
    }

    /** A new one. */
    public static ShortCode random() {
        return new ShortCode(Crockford.digits(RANDOM.nextLong(), LENGTH));
    }

    /**
     * Reads what a person typed: case, spaces and hyphens do not matter, O is 0, I and L are 1.
     *
     * @throws IllegalArgumentException in one sentence, if that gives no code
     */
    public static ShortCode parse(String typed) {
        if (!typed.chars().allMatch(c -> c < 0x80)) { // upper case makes an I of more than one other letter
            throw new IllegalArgumentException("code: it has no letters but A-Z");
        }
        return new ShortCode(Crockford.plain(typed));
    }

    /** What the database has instead of the code. */
    public String hash() {
        return Sha256.hex(characters);
    }

    /** As it is shown: {@code XXXX-XXXX}. */
    @Override
    public String toString() {
        return characters.substring(0, GROUP) + "-" + characters.substring(GROUP);
    }
}
