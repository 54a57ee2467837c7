package eu.urne.engine.vault.internal;

import java.util.Arrays;

/** By what the same person is found again in all registers: 16 bytes that only the master key can make from a name. */
public record Identity(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity same && Arrays.equals(bytes, same.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Identity[…]";
    }
}
