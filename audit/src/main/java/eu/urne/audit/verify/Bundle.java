package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import java.util.ArrayList;
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
                for (byte[] entry : TileFile.entries(bytes.get(), bundles.width(number))) {
                    entries.add(work.read(bundles.index(next++), entry));
                }
            }
            return new Bundle(digest, entries, null);
        } catch (MalformedException e) {
            FileFault fault = new FileFault(Check.FILES, bundles.name(number), String.valueOf(e.getMessage()));
            return new Bundle(digest, entries, fault);
        }
    }
}
