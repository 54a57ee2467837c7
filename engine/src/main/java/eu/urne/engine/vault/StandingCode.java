package eu.urne.engine.vault;

import eu.urne.engine.log.Crockford;
import eu.urne.engine.vault.internal.VaultCipher;
import java.nio.ByteBuffer;

/**
 * By what somebody stands for a council without coming to the desk: 60 random bits as 12 characters of Crockford's
 * base32, sent to one person of a register for one draw.
 */
public record StandingCode(String characters) {

    /** Characters of a code. */
    public static final int LENGTH = 12;

    private static final int GROUP = 4;

    /** Checks that there are 12 characters of the alphabet. */
    public StandingCode {
        if (!Crockford.isDigits(characters, LENGTH)) {
            throw new IllegalArgumentException("code: it has 12 characters of 0-9 and A-Z without I, L, O and U");
        }
    }

    /** A new one. */
    static StandingCode random() {
        long bits = ByteBuffer.wrap(VaultCipher.random(Long.BYTES)).getLong();
        return new StandingCode(Crockford.digits(bits, LENGTH));
    }

    /**
     * Reads what a person typed: case, spaces and hyphens do not matter, O is 0, I and L are 1.
     *
     * @throws IllegalArgumentException in one sentence, if that gives no code
     */
    public static StandingCode parse(String typed) {
        if (!typed.chars().allMatch(c -> c < 0x80)) { // upper case makes an I of more than one other letter
            throw new IllegalArgumentException("code: it has no letters but A-Z");
        }
        return new StandingCode(Crockford.plain(typed));
    }

    /** As it is printed: {@code XXXX-XXXX-XXXX}. */
    @Override
    public String toString() {
        return characters.substring(0, GROUP) + "-" + characters.substring(GROUP, 2 * GROUP) + "-"
                + characters.substring(2 * GROUP);
    }
}
