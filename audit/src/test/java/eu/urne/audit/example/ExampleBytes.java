package eu.urne.audit.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Hashes and encodings in their shortest form. */
public final class ExampleBytes {
    private ExampleBytes() {}

    /** SHA-256 over texts and byte strings joined. */
    public static byte[] sha256(Object... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(join(parts));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Joins texts, byte strings, Byte (u8), Short (u16) and Integer (u32). */
    public static byte[] join(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            switch (part) {
                case byte[] bytes -> out.writeBytes(bytes);
                case String text -> out.writeBytes(text.getBytes(UTF_8));
                case Byte u8 -> out.write(u8);
                case Short u16 ->
                    out.writeBytes(ByteBuffer.allocate(2).putShort(u16).array());
                case Integer u32 ->
                    out.writeBytes(ByteBuffer.allocate(4).putInt(u32).array());
                default -> throw new AssertionError("cannot join " + part);
            }
        }
        return out.toByteArray();
    }

    /** Lower-case hex. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Base64 with padding. */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
