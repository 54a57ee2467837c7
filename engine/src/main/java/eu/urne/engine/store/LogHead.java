package eu.urne.engine.store;

import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.Receipt;
import eu.urne.engine.log.Signer;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.store.LogReader.SizedNote;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The growing end of one log: its tree and latest checkpoint. The writer's thread grows it within a transaction and
 * publishes it after the commit; everybody else sees what was published last.
 */
final class LogHead {

    /** What a commit has made visible. */
    private record Published(MerkleTree tree, SizedNote checkpoint) {}

    private final LogName name;
    private final Signer signer;
    private final EntryCodec codec;
    private MerkleTree tree;
    private volatile Published published;

    /** Loads the end of the stored log; an empty one is at size 0. */
    LogHead(LogName name, Signer signer, LogReader reader, LogReader.TileSink sink) {
        this.name = name;
        this.signer = signer;
        this.codec = new EntryCodec(signer);
        this.tree = loadTree(reader, sink);
        this.published = loadPublished(reader);
    }

    private MerkleTree loadTree(LogReader reader, LogReader.TileSink sink) {
        long size = reader.size(name);
        long fullTiles = size / 256;
        List<byte[]> lastLeaves = reader.range(name, fullTiles * 256, 256).stream()
                .map(entry -> TreeHash.leaf(entry.sealed()))
                .toList();
        return MerkleTree.load(reader.tiles(name, sink), fullTiles, lastLeaves);
    }

    private Published loadPublished(LogReader reader) {
        if (tree.size() == 0) {
            return new Published(tree, new SizedNote(0, ""));
        }
        SizedNote note = reader.checkpointCovering(name, tree.size())
                .filter(found -> found.size() == tree.size())
                .orElseThrow(() -> new StoreException(
                        "the last checkpoint of the log " + signer.verifierKey().origin() + " is missing"));
        Checkpoint checkpoint = verified(note);
        if (checkpoint.size() != tree.size() || !Arrays.equals(checkpoint.root(), tree.root(tree.size()))) {
            throw new StoreException(
                    "the entries of the log " + checkpoint.origin() + " do not match its last checkpoint");
        }
        return new Published(tree, note);
    }

    private Checkpoint verified(SizedNote note) {
        try {
            return Checkpoint.verify(note.note(), signer.verifierKey());
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "the log in the database does not belong to the key of "
                            + signer.verifierKey().origin() + ": " + e.getMessage(),
                    e);
        }
    }

    LogName name() {
        return name;
    }

    Signer signer() {
        return signer;
    }

    EntryCodec codec() {
        return codec;
    }

    /** Index that the next entry gets. Writer only. */
    long nextIndex() {
        return tree.size();
    }

    /** Writer only. */
    void grow(byte[] leaf) {
        tree.append(leaf);
    }

    /** Whether the transaction under way has added entries. Writer only. */
    boolean hasGrown() {
        return tree.size() > published.checkpoint.size();
    }

    /** Signs the tree as it stands. Writer only. */
    SizedNote sign() {
        long size = tree.size();
        String note = new Checkpoint(signer.verifierKey().origin(), size, tree.root(size)).sign(signer);
        return new SizedNote(size, note);
    }

    /** Makes visible what has been committed. Writer only. */
    void publish(SizedNote checkpoint) {
        published = new Published(tree, checkpoint);
    }

    /** Forgets a transaction that failed, and returns to what the database holds. Writer only. */
    void reload(LogReader reader, LogReader.TileSink sink) {
        tree = loadTree(reader, sink);
        published = loadPublished(reader);
    }

    SizedNote checkpoint() {
        return published.checkpoint;
    }

    Receipt receipt(long index, SizedNote checkpoint) {
        return new Receipt(index, published.tree.inclusionProof(index, checkpoint.size()), checkpoint.note(), "");
    }

    List<byte[]> consistencyProof(long oldSize, long size) {
        return published.tree.consistencyProof(oldSize, size);
    }

    List<byte[]> proof(long[] indexes, long size) {
        return published.tree.inclusionProof(indexes, size);
    }

    byte[] tile(int level, long number, int width) {
        return published.tree.tile(level, number, width);
    }

    /** Entry 0: origin, format version, first key (docs/formats/log.md, section 4). */
    PendingEntry genesis(long at) {
        String cause = "genesis:" + name.name().toLowerCase(Locale.ROOT);
        var data = JsonNodeFactory.instance.objectNode();
        data.put("origin", signer.verifierKey().origin().name());
        data.put("format", 1);
        data.put("key", signer.verifierKey().toString());
        UUID id = Entry.id(cause, 0);
        var entry = new Entry(id, name.stream(), 0, "urne.log.LogCreated.v1", at, "node", cause, Map.of(), data);
        return PendingEntry.of(name, entry, codec.seal(entry), Guard.Terms.NONE);
    }
}
