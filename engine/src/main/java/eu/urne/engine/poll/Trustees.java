package eu.urne.engine.poll;

import java.util.List;

/**
 * Who can open the ballots.
 *
 * @param keys public keys of the trustees: uncompressed P-256 points of 65 bytes; at present one, held by the engine
 * @param threshold how many must work together; at present 1
 */
public record Trustees(List<byte[]> keys, int threshold) {

    /** Checks that there is one key. */
    public Trustees {
        if (keys.size() != 1 || threshold != 1 || keys.getFirst().length != 65) {
            throw new IllegalArgumentException("trustees: one key of 65 bytes with threshold 1 is expected");
        }
    }

    /** The engine as the only trustee. */
    public static Trustees engine(byte[] publicKey) {
        return new Trustees(List.of(publicKey), 1);
    }

    /** The key that ballots are sealed to. */
    public byte[] pollKey() {
        return keys.getFirst();
    }
}
