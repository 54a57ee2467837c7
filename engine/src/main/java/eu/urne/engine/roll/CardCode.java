package eu.urne.engine.roll;

import eu.urne.engine.log.Crockford;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TokenSeed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The short code of a voting card: 60 bits as 12 characters of Crockford's base32, from which the token's seed follows
 * by Argon2id (docs/formats/ballot.md, section 1). For people who cannot scan the QR code.
 */
public record CardCode(String characters) {

    /** Characters of a code. */
    public static final int LENGTH = 12;

    private static final int GROUP = 4;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /** Checks that there are 12 characters of the alphabet. */
    public CardCode {
        if (!Crockford.isDigits(characters, LENGTH)) {
            throw new IllegalArgumentException("a card code has 12 characters of 0-9 and A-Z without I, L, O and U");
        }
    }

    /**
     * The code made of random bytes.
     *
     * @param random 12 bytes from a secure source, of which five bits each are used
     */
    public static CardCode of(byte[] random) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            characters.append(Crockford.digit(random[i]));
        }
        return new CardCode(characters.toString());
    }

    /**
     * Reads what a person typed: case and hyphens do not matter, O is 0, I and L are 1.
     *
     * @throws IllegalArgumentException in one sentence, if that gives no code
     */
    public static CardCode parse(String typed) {
        if (!typed.chars().allMatch(c -> c < 0x80)) { // upper case makes an I of more than one other letter
            throw new IllegalArgumentException("a card code has no letters but A-Z");
        }
        return new CardCode(Crockford.plain(typed));
    }

    /** The seed of the card's token in that poll. Takes some hundredths of a second and 19 MiB, on purpose. */
    public TokenSeed seed(PollId poll) {
        return new TokenSeed(derived("urne-card-v1\n" + poll));
    }

    /**
     * The 32 bytes that follow from the code by Argon2id for one purpose.
     *
     * @param label what for, in ASCII
     */
    public byte[] derived(String label) {
        byte[] salt = TreeHash.sha256(label.getBytes(StandardCharsets.US_ASCII));
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(Arrays.copyOf(salt, 16))
                .build());
        byte[] bytes = new byte[TokenSeed.LENGTH];
        argon2.generateBytes(characters.getBytes(StandardCharsets.US_ASCII), bytes);
        return bytes;
    }

    /** As it is printed: {@code XXXX-XXXX-XXXX}. */
    @Override
    public String toString() {
        return characters.substring(0, GROUP) + "-" + characters.substring(GROUP, 2 * GROUP) + "-"
                + characters.substring(2 * GROUP);
    }
}
