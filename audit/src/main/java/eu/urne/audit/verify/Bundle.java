package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeShape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that a worker has read (docs/formats/log.md, section 8).
 *
 * @param number its number
 * @param digest digest of its bytes, to know it again
 * @param entries its entries; none if it is missing or wrong
 * @param tile the hash tile of level 0 with the same number; null if it is missing or wrong
 * @param faults what is wrong with the two files
 */
record Bundle(
        long number,
        @Nullable Digest128 digest,
        List<ReadEntry> entries,
        @Nullable Bytes tile,
        List<FileFault> faults) {
    /** The most bytes of a bundle. */
    static final int MAX_BYTES = TilePath.FULL * 65_537;

    /** Something wrong with a file. */
    record FileFault(Check check, String file, String text) {}

    /** Reads a bundle and the tile beside it. */
    static Bundle read(long number, TreeShape shape, EvidenceFiles files, EntryWork work)
            throws UnreadableEvidenceException {
        List<FileFault> faults = new ArrayList<>();
        TilePath path = shape.tile(TilePath.ENTRIES, number);
        Optional<byte[]> bytes = demanded(path, files, faults);
        Bytes tile =
                demanded(shape.tile(0, number), files, faults).map(Bytes::of).orElse(null);
        List<ReadEntry> entries = new ArrayList<>();
        if (bytes.isEmpty()) {
            return new Bundle(number, null, entries, tile, faults);
        }
        byte[] raw = bytes.get();
        try {
            long index = number * TilePath.FULL;
            for (byte[] entry : split(raw, path.width())) {
                entries.add(work.read(index++, entry));
            }
        } catch (MalformedException e) {
            faults.add(new FileFault(Check.FILES, path.name(), e.getMessage()));
        }
        return new Bundle(number, Digest128.of(raw), entries, tile, faults);
    }

    private static Optional<byte[]> demanded(TilePath path, EvidenceFiles files, List<FileFault> faults)
            throws UnreadableEvidenceException {
        try {
            return files.demanded(path);
        } catch (MalformedException e) {
            faults.add(new FileFault(Check.FILES, path.name(), e.getMessage()));
            return Optional.empty();
        }
    }

    /** Cuts the first entries from a bundle; what is cut off before stays as it is, to be found wrong. */
    static byte[] first(byte[] bundle, int width) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        for (int entry = 0; entry < width && rest.remaining() >= Short.BYTES; entry++) {
            int length = Short.toUnsignedInt(rest.getShort());
            rest.position(rest.position() + Math.min(length, rest.remaining()));
        }
        return Arrays.copyOf(bundle, rest.position());
    }

    /** Splits a bundle into its entries, each a 16-bit length and so many bytes. */
    static List<byte[]> split(byte[] bundle, int width) throws MalformedException {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>(width);
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Short.BYTES ? rest.capacity() : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                throw new MalformedException("is cut off inside entry " + entries.size() + " of the bundle");
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        if (entries.size() != width) {
            throw new MalformedException("holds " + entries.size() + " entries instead of " + width);
        }
        return entries;
    }
}
