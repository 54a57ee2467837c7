package eu.urne.engine.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of a Merkle tree by RFC 6962 §2.1, over SHA-256; a hash is 32 bytes. */
public final class TreeHash {

    /** Length of a hash in bytes. */
    public static final int LENGTH = 32;

    private TreeHash() {}

    /** SHA-256 of the joined parts. */
    public static byte[] sha256(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** Root of the tree without leaves. */
    public static byte[] empty() {
        return sha256();
    }

    /** Hash of the leaf with these bytes. */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = digest();
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    /** Hash of the node over two subtrees. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = digest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
