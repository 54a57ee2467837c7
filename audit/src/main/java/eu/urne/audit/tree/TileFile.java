package eu.urne.audit.tree;

import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What stands in tiles and entry bundles (docs/formats/log.md, section 8). */
public final class TileFile {
    /** The most bytes of an entry with its length. */
    private static final int MAX_FRAME_BYTES = 65_537;

    private TileFile() {}

    /**
     * Gives the most bytes that a tile or bundle of any width may have.
     *
     * @param level a level, or {@link TilePath#ENTRIES}
     */
    public static int maxBytes(int level) {
        return TilePath.FULL * (level == TilePath.ENTRIES ? MAX_FRAME_BYTES : Sha256.LENGTH);
    }

    /**
     * Cuts a narrower tile or bundle from a wider one; what is cut off before stays as it is, to be found wrong.
     *
     * @param whole the bytes of the wider one
     * @param part the one wanted
     */
    public static byte[] first(byte[] whole, TilePath part) {
        if (part.level() != TilePath.ENTRIES) {
            return Arrays.copyOf(whole, Math.min(whole.length, part.width() * Sha256.LENGTH));
        }
        ByteBuffer rest = ByteBuffer.wrap(whole);
        for (int entry = 0; entry < part.width() && rest.remaining() >= Short.BYTES; entry++) {
            int length = Short.toUnsignedInt(rest.getShort());
            rest.position(rest.position() + Math.min(length, rest.remaining()));
        }
        return Arrays.copyOf(whole, rest.position());
    }

    /**
     * Splits a bundle into its entries, each a 16-bit length and so many bytes.
     *
     * @param bundle the bytes of the bundle
     * @param width how many entries it must have
     * @throws MalformedException if it has more or fewer, or is cut off
     */
    public static List<byte[]> entries(byte[] bundle, int width) throws MalformedException {
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

    /**
     * Splits a hash tile into its hashes.
     *
     * @param tile the bytes of the tile
     * @param width how many hashes it must have
     * @throws MalformedException if it has more or fewer
     */
    public static List<byte[]> hashes(byte[] tile, int width) throws MalformedException {
        if (tile.length != width * Sha256.LENGTH) {
            throw new MalformedException("has " + tile.length + " bytes instead of " + width + " hashes");
        }
        List<byte[]> hashes = new ArrayList<>(width);
        for (int from = 0; from < tile.length; from += Sha256.LENGTH) {
            hashes.add(Arrays.copyOfRange(tile, from, from + Sha256.LENGTH));
        }
        return hashes;
    }
}
