package eu.urne.audit.crypto;

import eu.urne.audit.json.StrictText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A byte string that cannot change and is equal to another with the same bytes. */
public final class Bytes {
    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /**
     * Takes a copy of bytes.
     *
     * @param bytes any bytes
     */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes.clone());
    }

    /** Gives a copy of the bytes. */
    public byte[] array() {
        return value.clone();
    }

    /** Gives the number of bytes. */
    public int length() {
        return value.length;
    }

    /** Writes lower-case hex. */
    public String hex() {
        return StrictText.hex(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(that.value, value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
