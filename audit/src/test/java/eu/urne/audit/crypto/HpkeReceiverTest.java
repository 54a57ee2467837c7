package eu.urne.audit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.Test;

/** Opens what another implementation of RFC 9180 has sealed, and nothing else. */
class HpkeReceiverTest {
    private static final HPKE SEAL =
            new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);

    private final AsymmetricCipherKeyPair pair = SEAL.generatePrivateKey();

    private byte[][] seal(byte[] info, byte[] associated, byte[] message) throws InvalidCipherTextException {
        return SEAL.seal(pair.getPublic(), info, associated, message, null, null, null);
    }

    private HpkeReceiver receiver(byte[] info) {
        return HpkeReceiver.of(SEAL.serializePrivateKey(pair.getPrivate()), info)
                .orElseThrow();
    }

    @Property(tries = 60)
    void messageOfTheCounterpartIsOpened(
            @ForAll @Size(max = 100) byte[] info,
            @ForAll @Size(max = 50) byte[] associated,
            @ForAll @Size(max = 300) byte[] message)
            throws Exception {
        byte[][] sealed = seal(info, associated, message);

        assertThat(receiver(info).open(sealed[1], associated, sealed[0])).contains(message);
    }

    @Property(tries = 60)
    void messageWithOneBitChangedIsNotOpened(@ForAll @IntRange(min = 0, max = 799) int bit) throws Exception {
        byte[] info = {1, 2, 3};
        byte[] associated = {4, 5};
        byte[][] sealed = seal(info, associated, new byte[19]);
        byte[] all = Hkdf.join(sealed[1], sealed[0]);
        all[bit / 8] ^= (byte) (1 << (bit % 8));
        byte[] encapsulated = Arrays.copyOf(all, 65);
        byte[] message = Arrays.copyOfRange(all, 65, all.length);

        assertThat(receiver(info).open(encapsulated, associated, message)).isEmpty();
    }

    @Test
    void messageForAnotherInfoOrOtherAssociatedDataIsNotOpened() throws Exception {
        byte[][] sealed = seal(new byte[] {1}, new byte[] {2}, new byte[5]);

        assertThat(receiver(new byte[] {9}).open(sealed[1], new byte[] {2}, sealed[0]))
                .isEmpty();
        assertThat(receiver(new byte[] {1}).open(sealed[1], new byte[] {9}, sealed[0]))
                .isEmpty();
    }

    @Test
    void compressedHybridAndInfinitePointsAreRefused() throws Exception {
        byte[][] sealed = seal(new byte[0], new byte[0], new byte[5]);
        byte[] hybrid = sealed[1].clone();
        hybrid[0] = (byte) (6 + (hybrid[64] & 1));
        byte[] compressed = Arrays.copyOf(sealed[1], 33);
        compressed[0] = (byte) (2 + (sealed[1][64] & 1));

        assertThat(PollPublicKey.decode(sealed[1])).isPresent();
        assertThat(PollPublicKey.decode(hybrid)).isEmpty();
        assertThat(PollPublicKey.decode(compressed)).isEmpty();
        assertThat(PollPublicKey.decode(new byte[] {0})).isEmpty();
        assertThat(PollPublicKey.decode(new byte[65])).isEmpty();
    }

    @Test
    void messageShorterThanItsTagIsRefused() throws Exception {
        byte[][] sealed = seal(new byte[0], new byte[0], new byte[0]);

        assertThat(receiver(new byte[0]).open(sealed[1], new byte[0], new byte[15]))
                .isEmpty();
    }

    @Test
    void numbersOutsideTheGroupAreNoPrivateKeys() {
        byte[] large = new byte[32];
        Arrays.fill(large, (byte) 0xff);

        assertThat(HpkeReceiver.of(new byte[32], new byte[0])).isEmpty();
        assertThat(HpkeReceiver.of(large, new byte[0])).isEmpty();
    }
}
