package eu.urne.audit.verify;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.extract.EntryIndexes;
import eu.urne.audit.extract.ExtractFiles;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import java.util.Optional;

/** The bundles of the evidence of one poll (docs/formats/evidence.md). */
final class ExtractBundles implements EntryBundles {
    private final EntryIndexes indexes;
    private final EvidenceFiles files;

    ExtractBundles(EntryIndexes indexes, EvidenceFiles files) {
        this.indexes = indexes;
        this.files = files;
    }

    @Override
    public long count() {
        return ((long) indexes.count() + TilePath.FULL - 1) / TilePath.FULL;
    }

    @Override
    public String name(long bundle) {
        return ExtractFiles.bundle(bundle);
    }

    @Override
    public int width(long bundle) {
        return (int) Math.min(TilePath.FULL, indexes.count() - bundle * TilePath.FULL);
    }

    @Override
    public long index(long number) {
        return indexes.index((int) number);
    }

    @Override
    public int number(int index) {
        return indexes.number(index);
    }

    @Override
    public Optional<byte[]> read(long bundle) throws MalformedException, UnreadableEvidenceException {
        return files.listed(name(bundle), TileFile.maxBytes(TilePath.ENTRIES));
    }
}
