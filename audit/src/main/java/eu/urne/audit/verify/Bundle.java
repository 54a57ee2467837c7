package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.TilePath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that a worker has read (docs/formats/log.md, section 8).
 *
 * @param digest digest of its bytes, to know it again; null if it is missing
 * @param entries its entries; none if it is missing or wrong
 * @param fault what is wrong with the file; null if nothing
 */
record Bundle(
        @Nullable Digest128 digest,
        List<ReadEntry> entries,
        @Nullable FileFault fault) {
    /** The most bytes of a bundle. */
    static final int MAX_BYTES = TilePath.FULL * 65_537;

    /** Something wrong with a file. */
    record FileFault(Check check, String file, String text) {}

    /** Reads a bundle and what its entries show by themselves. */
    static Bundle read(long number, EntryBundles bundles, EntryWork work) throws UnreadableEvidenceException {
        Digest128 digest = null;
        List<ReadEntry> entries = new ArrayList<>();
        try {
            Optional<byte[]> bytes = bundles.read(number);
            if (bytes.isPresent()) {
                digest = Digest128.of(bytes.get());
                long next = number * TilePath.FULL;
                for (byte[] entry : split(bytes.get(), bundles.width(number))) {
                    entries.add(work.read(bundles.index(next++), entry));
                }
            }
            return new Bundle(digest, entries, null);
        } catch (MalformedException e) {
            FileFault fault = new FileFault(Check.FILES, bundles.name(number), String.valueOf(e.getMessage()));
            return new Bundle(digest, entries, fault);
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
