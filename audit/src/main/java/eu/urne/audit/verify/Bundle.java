package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeShape;
import java.util.ArrayList;
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
            for (byte[] entry : TileFile.entries(raw, path.width())) {
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
}
