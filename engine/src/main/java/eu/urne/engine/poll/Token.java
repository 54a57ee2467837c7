package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.Characters;
import java.util.HexFormat;

/** The public key of a voting token, as 64 lower-case hex digits (docs/formats/ballot.md, section 1). */
public record Token(@JsonValue String hex) implements Comparable<Token> {

    /** Checks the digits. */
    @JsonCreator
    public Token {
        if (!Characters.areHex(hex, 64)) {
            throw new IllegalArgumentException("token: \"" + hex + "\" is not 64 lower-case hex digits");
        }
    }

    /** The token with these 32 bytes. */
    public static Token of(byte[] publicKey) {
        return new Token(HexFormat.of().formatHex(publicKey));
    }

    /** The 32 bytes of the public key. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Token other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
