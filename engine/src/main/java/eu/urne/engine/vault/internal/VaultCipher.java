package eu.urne.engine.vault.internal;

import eu.urne.engine.store.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * What the vault's master key does (docs/vault.md, "Keys"): it wraps a key per person, and gives the identity by which
 * the same person is found again without being read. Each use has a key of its own, derived by HKDF-SHA256.
 */
public final class VaultCipher {

    private static final int KEY = 32;
    private static final int IDENTITY = 16;
    private static final byte[] CHECKED = "urne-vault-check-v1".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] wrapping;
    private final byte[] identifying;
    private final byte[] recognising;

    /** A cipher with this master key of 32 bytes. */
    public VaultCipher(byte[] master) {
        this.wrapping = derive(master, "urne-vault-wrap-v1");
        this.identifying = derive(master, "urne-vault-identity-v1");
        this.recognising = derive(master, "urne-vault-code-v1");
    }

    private static byte[] derive(byte[] master, String use) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(master, null, use.getBytes(StandardCharsets.US_ASCII)));
        byte[] key = new byte[KEY];
        hkdf.generateBytes(key, 0, key.length);
        return key;
    }

    /** Random bytes for ids and pseudonyms. */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** What only this master key recognises as its own. */
    public byte[] check() {
        return sealed(wrapping, CHECKED, CHECKED);
    }

    /** Whether a check was made with this master key. */
    public boolean made(byte[] check) {
        return check.length > AesGcm.NONCE && opened(wrapping, CHECKED, check) != null;
    }

    /**
     * The identity of a person: 16 bytes that are the same for the same text, and say nothing without the master key.
     */
    public byte[] identity(String text) {
        return Arrays.copyOf(hmac(identifying, text), IDENTITY);
    }

    /** What the vault keeps of a code: 32 bytes by which it is recognised, and which say nothing without the key. */
    public byte[] code(String text) {
        return hmac(recognising, text);
    }

    private static byte[] hmac(byte[] key, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key));
        mac.update(bytes, 0, bytes.length);
        byte[] whole = new byte[mac.getMacSize()];
        mac.doFinal(whole, 0);
        return whole;
    }

    /** A person's data under a key of its own. */
    public record Sealed(byte[] wrapped, byte[] data) {}

    /**
     * Seals data under a new key, and wraps this key.
     *
     * @param owner whose data they are, bound to both
     */
    public Sealed seal(byte[] owner, byte[] data) {
        byte[] key = random(KEY);
        return new Sealed(sealed(wrapping, owner, key), sealed(key, owner, data));
    }

    /**
     * Opens what {@link #seal} gave.
     *
     * @throws StoreException in one sentence, if it was changed, or sealed for another owner or with another key
     */
    public byte[] open(byte[] owner, byte[] wrapped, byte[] data) {
        byte[] key = opened(wrapping, owner, wrapped);
        byte[] plain = key == null ? null : opened(key, owner, data);
        if (plain == null) {
            throw new StoreException(
                    "the vault holds a row for " + HexFormat.of().formatHex(owner) + " that its key does not open");
        }
        return plain;
    }

    private static byte[] sealed(byte[] key, byte[] bound, byte[] plain) {
        byte[] nonce = random(AesGcm.NONCE);
        byte[] sealed = AesGcm.seal(key, nonce, bound, plain);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private static byte @Nullable [] opened(byte[] key, byte[] bound, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, AesGcm.NONCE);
        byte[] rest = Arrays.copyOfRange(sealed, Math.min(AesGcm.NONCE, sealed.length), sealed.length);
        return AesGcm.open(key, nonce, bound, rest).orElse(null);
    }
}
