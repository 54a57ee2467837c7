package eu.urne.audit.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The seed of a draw, from which everything follows (docs/formats/draw.md, section 4).
 *
 * @param hash 32 bytes
 */
public record Seed(Bytes hash) {
    private static final int NUMBERS = 1 << 16;

    /**
     * Computes the seed.
     *
     * @param draw draw id
     * @param poolRoot root of the pool
     * @param spec the spec
     * @param values the values of its sources, in their order
     */
    public static Seed of(String draw, Bytes poolRoot, DrawSpec spec, List<String> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("urne-draw-v1\n".getBytes(US_ASCII));
        byte[] id = draw.getBytes(US_ASCII);
        out.write(id.length);
        out.writeBytes(id);
        out.writeBytes(poolRoot.array());
        out.writeBytes(spec.hash().array());
        out.write(spec.sources().size());
        for (int i = 0; i < spec.sources().size(); i++) {
            byte[] name = spec.sources().get(i).name().getBytes(UTF_8);
            byte[] value = values.get(i).getBytes(US_ASCII);
            out.write(name.length);
            out.writeBytes(name);
            out.write(value.length >> 8);
            out.write(value.length);
            out.writeBytes(value);
        }
        return new Seed(Bytes.of(Sha256.hash(out.toByteArray())));
    }

    /**
     * Puts candidates in order.
     *
     * @param pool the pool
     * @return indexes into the pool
     */
    public List<Integer> order(Pool pool) {
        record Keyed(int index, byte[] key, byte[] leaf) {}
        byte[] seed = hash.array();
        return pool.indexes()
                .mapToObj(index -> {
                    byte[] leaf = pool.candidate(index).leaf().array();
                    return new Keyed(index, Sha256.hash(seed, leaf), leaf);
                })
                .sorted(Comparator.comparing(Keyed::key, Arrays::compareUnsigned)
                        .thenComparing(Keyed::leaf, Arrays::compareUnsigned))
                .map(Keyed::index)
                .toList();
    }

    /**
     * Draws a number without bias.
     *
     * @param tickets how many numbers there are, 1 to 10,000
     * @return a number from 0 to tickets - 1
     */
    public int number(int tickets) {
        int fair = tickets * (NUMBERS / tickets);
        int counter = 0;
        while (true) {
            byte[] count = ByteBuffer.allocate(Integer.BYTES).putInt(counter++).array();
            byte[] drawn = Sha256.hash(hash.array(), count);
            int x = (drawn[0] & 0xff) << 8 | (drawn[1] & 0xff);
            if (x < fair) {
                return x % tickets;
            }
        }
    }
}
