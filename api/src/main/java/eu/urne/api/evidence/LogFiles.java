package eu.urne.api.evidence;

import eu.urne.engine.log.Tile;
import eu.urne.engine.log.TilePath;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoredEntry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a published log (docs/formats/log.md, section 8). */
public final class LogFiles {

    /** Highest level of tiles; one above could not fill in 2^63 entries. */
    private static final int MAX_LEVEL = 7;

    private static final Pattern TILE =
            Pattern.compile("tile/(entries|[0-7])/([0-9x/]{3,64})(?:\\.p/([1-9][0-9]{0,2}))?");

    private final SequencedLog log;
    private final LogName name;

    /** The files of this log. */
    public LogFiles(SequencedLog log, LogName name) {
        this.log = log;
        this.name = name;
    }

    /** The file {@code vkey}: the verifier key string and a newline. */
    public byte[] verifierKey() {
        return (log.verifierKey(name) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Number of full tiles of a level of the tree of a size; the entry bundles are those of level 0. */
    static long fullTiles(int level, long size) {
        return level > MAX_LEVEL - 1 ? 0 : size >> (Tile.HEIGHT * (level + 1));
    }

    /** Number of hashes in the partial tile of a level of the tree of a size; 0 where there is none. */
    static int partialWidth(int level, long size) {
        return (int) ((size >> (Tile.HEIGHT * level)) % Tile.WIDTH);
    }

    /**
     * A hash tile of the published tree.
     *
     * @throws IllegalArgumentException if the tree has no such tile of that width
     */
    byte[] tile(int level, long number, int width) {
        return log.tile(name, level, number, width);
    }

    /**
     * An entry bundle.
     *
     * @param width number of entries, 1 to 256, that exist
     */
    byte[] entries(long number, int width) {
        List<StoredEntry> entries = log.reader().range(name, number * Tile.WIDTH, width);
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        entries.forEach(entry -> append(entry, bundle));
        return bundle.toByteArray();
    }

    /** Appends an entry to a bundle: its length in 16 bits and its bytes. */
    static void append(StoredEntry entry, ByteArrayOutputStream bundle) {
        bundle.write(entry.sealed().length >> 8);
        bundle.write(entry.sealed().length);
        bundle.writeBytes(entry.sealed());
    }

    /**
     * The tile or bundle of that name, full or partial; empty if the published tree has none.
     *
     * @param path begins with {@code tile/}
     */
    public Optional<byte[]> read(String path) {
        Matcher matcher = TILE.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean bundle = matcher.group(1).equals("entries");
        int level = bundle ? 0 : Integer.parseInt(matcher.group(1));
        int width = matcher.group(3) == null ? Tile.WIDTH : Integer.parseInt(matcher.group(3));
        if (width > Tile.WIDTH || (matcher.group(3) != null && width == Tile.WIDTH)) {
            return Optional.empty();
        }
        try {
            long number = TilePath.parseNumber(matcher.group(2));
            boolean isThere = has(log.checkpoint(name), level, number, width)
                    || has(log.latestCheckpoint(name), level, number, width); // another node may have shown it
            if (!isThere) {
                return Optional.empty();
            }
            return Optional.of(bundle ? entries(number, width) : tile(level, number, width));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean has(SizedNote checkpoint, int level, long number, int width) {
        long hashes = checkpoint.size() >> (Tile.HEIGHT * level);
        return number <= hashes / Tile.WIDTH && number * Tile.WIDTH + width <= hashes;
    }

    /** Whether the name is that of a full tile or bundle, which never changes. */
    public static boolean isFull(String path) {
        return !path.contains(".p/");
    }
}
