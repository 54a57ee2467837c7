package eu.urne.engine.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64 of RFC 4648 §4 with padding; reading accepts exactly what writing gives. */
public final class Base64Strict {

    private Base64Strict() {}

    /** Text of the bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Bytes of the text.
     *
     * @throws IllegalArgumentException if the text is not exactly what {@link #encode} would write
     */
    public static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Arrays.equals(Base64.getEncoder().encode(bytes), text.getBytes(StandardCharsets.ISO_8859_1))) {
            throw new IllegalArgumentException("not strict base64");
        }
        return bytes;
    }
}
