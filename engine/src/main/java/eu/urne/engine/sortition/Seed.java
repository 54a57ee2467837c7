package eu.urne.engine.sortition;

import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What the public randomness makes of a frozen draw; all order and the one number follow from it (docs/formats/draw.md,
 * section 4).
 */
public record Seed(Hash hash) {

    private static final String PREFIX = "urne-draw-v1\n";

    /** How many different numbers two bytes have. */
    private static final int WIDTH = 1 << 16;

    /**
     * The seed of a draw.
     *
     * @param draw its id
     * @param values of the sources of the specification, in their order
     * @throws IllegalArgumentException in one sentence, if a value is not in its one form
     */
    public static Seed of(String draw, Pool pool, DrawSpec spec, List<String> values) {
        Codes.drawId(draw);
        List<PublicRandomness> sources = spec.randomness();
        if (values.size() != sources.size()) {
            throw new IllegalArgumentException("values: " + sources.size()
                    + " sources of randomness are named, but there are " + values.size() + " values");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii(PREFIX));
        bytes.write(draw.length());
        bytes.writeBytes(ascii(draw));
        bytes.writeBytes(pool.root().bytes());
        bytes.writeBytes(spec.hash().bytes());
        bytes.write(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).check(values.get(i));
            byte[] name = sources.get(i).name().getBytes(StandardCharsets.UTF_8);
            byte[] value = ascii(values.get(i));
            bytes.write(name.length);
            bytes.writeBytes(name);
            bytes.write(value.length >> 8);
            bytes.write(value.length);
            bytes.writeBytes(value);
        }
        return new Seed(Hash.of(TreeHash.sha256(bytes.toByteArray())));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The candidates in the order of the draw. */
    public List<Candidate> order(Collection<Candidate> candidates) {
        record Keyed(Hash key, Candidate candidate) {}
        byte[] seed = hash.bytes();
        return candidates.stream()
                .map(candidate ->
                        new Keyed(Hash.of(TreeHash.sha256(seed, candidate.leaf().bytes())), candidate))
                .sorted(Comparator.comparing((Keyed keyed) -> keyed.key().hex())
                        .thenComparing(keyed -> keyed.candidate().leaf().hex()))
                .map(Keyed::candidate)
                .toList();
    }

    /**
     * The number that the seed draws, each with the same chance.
     *
     * @param below from 1 to 10,000; the number is from 0 to one less
     */
    public int number(int below) {
        Codes.within("tickets", below, 1, PanelList.MOST_TICKETS);
        byte[] seed = hash.bytes();
        int limit = WIDTH - WIDTH % below;
        for (int counter = 0; ; counter++) {
            byte[] drawn = TreeHash.sha256(
                    seed, ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
            int number = Short.toUnsignedInt(ByteBuffer.wrap(drawn).getShort());
            if (number < limit) {
                return number % below;
            }
        }
    }
}
