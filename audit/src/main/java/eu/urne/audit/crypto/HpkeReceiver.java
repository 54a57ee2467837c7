package eu.urne.audit.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens what is sealed to one key and one info (RFC 9180, base mode, one message): DHKEM(P-256, HKDF-SHA256),
 * HKDF-SHA256, AES-128-GCM.
 */
public final class HpkeReceiver {
    /** How many bytes a sealed message is longer than the message. */
    public static final int TAG_BYTES = 16;

    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final byte MODE_BASE = 0;
    private static final byte[] NONE = {};
    private static final Hkdf KEM = new Hkdf(Hkdf.join("KEM".getBytes(US_ASCII), new byte[] {0, 0x10}));
    private static final Hkdf HPKE = new Hkdf(Hkdf.join("HPKE".getBytes(US_ASCII), new byte[] {0, 0x10, 0, 1, 0, 1}));

    private final BigInteger privateKey;
    private final byte[] publicKey;
    private final byte[] keyScheduleContext;

    private HpkeReceiver(BigInteger privateKey, byte[] publicKey, byte[] info) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.keyScheduleContext = Hkdf.join(
                new byte[] {MODE_BASE}, HPKE.extract(NONE, "psk_id_hash", NONE), HPKE.extract(NONE, "info_hash", info));
    }

    /**
     * Makes a receiver.
     *
     * @param scalar the private key, 32 bytes, big-endian
     * @param info the info that both sides know
     * @return the receiver, or empty if the number is no private key
     */
    public static Optional<HpkeReceiver> of(byte[] scalar, byte[] info) {
        return PollPublicKey.ofPrivate(scalar)
                .map(key -> new HpkeReceiver(
                        new BigInteger(1, scalar), key.encoded().array(), info));
    }

    /**
     * Opens a message (RFC 9180 sections 4.1 Decap, 5.1 KeySchedule, 5.2 Open with sequence number 0).
     *
     * @param encapsulated the encapsulated key, 65 bytes
     * @param associated the associated data
     * @param sealed the sealed message
     * @return the message, or empty if it is not one sealed to this key, info and associated data
     */
    public Optional<byte[]> open(byte[] encapsulated, byte[] associated, byte[] sealed) {
        if (sealed.length < TAG_BYTES) {
            return Optional.empty();
        }
        return PollPublicKey.decode(encapsulated).flatMap(point -> {
            byte[] secret = HPKE.extract(sharedSecret(point), "secret", NONE);
            byte[] key = HPKE.expand(secret, "key", keyScheduleContext, KEY_BYTES);
            byte[] nonce = HPKE.expand(secret, "base_nonce", keyScheduleContext, NONCE_BYTES);
            return decrypt(key, nonce, associated, sealed);
        });
    }

    private byte[] sharedSecret(PollPublicKey ephemeral) {
        byte[] pseudoRandom = KEM.extract(NONE, "eae_prk", ephemeral.multiplyX(privateKey));
        byte[] context = Hkdf.join(ephemeral.encoded().array(), publicKey);
        return KEM.expand(pseudoRandom, "shared_secret", context, Sha256.LENGTH);
    }

    private static Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] associated, byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            GCMParameterSpec parameters = new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce);
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), parameters);
            cipher.updateAAD(associated);
            return Optional.of(cipher.doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }
}
