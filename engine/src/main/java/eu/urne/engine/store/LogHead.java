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
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The growing end of one log: its tree and latest checkpoint. The writer's thread grows it within a transaction and
 * publishes it after the commit; everybody else sees what was published last.
 */
final class LogHead {

    private static final int CATCH_UP_PAGE = 1_024;

    /** What a commit has made visible. */
    private record Published(MerkleTree tree, SizedNote checkpoint) {}

    private final LogName name;
    private final Signer signer;
    private final EntryCodec codec;
    private final LogReader reader;
    private final BatchWriter sink;
    private MerkleTree tree;
    private boolean following;
    private volatile Published published;

    /** Loads the end of the stored log; an empty one is at size 0. */
    LogHead(LogName name, Signer signer, LogReader reader, BatchWriter sink) {
        this.name = name;
        this.signer = signer;
        this.codec = new EntryCodec(signer);
        this.reader = reader;
        this.sink = sink;
        this.tree = loadTree();
        this.published = loadPublished();
    }

    private MerkleTree loadTree() {
        long size = reader.size(name);
        long fullTiles = size / 256;
        List<byte[]> lastLeaves = reader.range(name, fullTiles * 256, (int) (size % 256)).stream()
                .map(entry -> TreeHash.leaf(entry.sealed()))
                .toList();
        return MerkleTree.load(reader.tiles(name, this::keepTile), fullTiles, lastLeaves);
    }

    private void keepTile(int level, long number, byte[] bytes) {
        if (!following) { // whoever wrote the entries has kept the tile with them
            sink.insertTile(name, level, number, bytes);
        }
    }

    private Published loadPublished() {
        if (tree.size() == 0) {
            return new Published(tree, new SizedNote(0, ""));
        }
        SizedNote note = reader.checkpointCovering(name, tree.size())
                .filter(found -> found.size() == tree.size())
                .orElseThrow(() -> new StoreException(
                        "the last checkpoint of the log " + signer.verifierKey().origin() + LogPresence.NOT_WHOLE));
        return matching(note);
    }

    /** What the tree and a note of its size show, if they belong together. */
    private Published matching(SizedNote note) {
        Checkpoint checkpoint = verified(note);
        if (checkpoint.size() != tree.size() || !Arrays.equals(checkpoint.root(), tree.root(tree.size()))) {
            throw new StoreException(
                    "the entries of the log " + checkpoint.origin() + " do not match its last checkpoint");
        }
        return new Published(tree, note);
    }

    /**
     * Grows by what another node has committed, and publishes it. Writer only, while nothing of its own is under way.
     *
     * @return whether there was anything
     * @throws StoreException in one sentence, if the entries do not go on from those that this node knows
     */
    boolean catchUp() {
        SizedNote last = reader.lastCheckpoint(name).orElse(published.checkpoint);
        if (last.size() <= published.checkpoint.size()) {
            return false;
        }
        following = true;
        try {
            while (tree.size() < last.size()) {
                int missing = (int) Math.min(CATCH_UP_PAGE, last.size() - tree.size());
                reader.range(name, tree.size(), missing).forEach(entry -> tree.append(TreeHash.leaf(entry.sealed())));
            }
        } finally {
            following = false;
        }
        published = matching(last);
        return true;
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

    /** Root of the tree as it stood at a size, published or not. Writer only. */
    byte[] growingRoot(long size) {
        return tree.root(size);
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
    void reload() {
        tree = loadTree();
        published = loadPublished();
    }

    SizedNote checkpoint() {
        return published.checkpoint;
    }

    Receipt receipt(long index, SizedNote checkpoint) {
        return new Receipt(index, published.tree.inclusionProof(index, checkpoint.size()), checkpoint.note(), "");
    }

    byte[] root(long size) {
        return published.tree.root(size);
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
        return genesis(at, Optional.empty());
    }

    /** The same, of a log that continues another one. */
    PendingEntry genesis(long at, Optional<ReplacedLog> replaces) {
        String cause = "genesis:" + name.name().toLowerCase(Locale.ROOT);
        var data = JsonNodeFactory.instance.objectNode();
        data.put("origin", signer.verifierKey().origin().name());
        data.put("format", 1);
        data.put("key", signer.verifierKey().toString());
        replaces.ifPresent(old -> data.putObject("replaces")
                .put("checkpoint", old.checkpoint())
                .put("origin", old.origin().name()));
        UUID id = Entry.id(cause, 0);
        var entry = new Entry(id, name.stream(), 0, "urne.log.LogCreated.v1", at, "node", cause, Map.of(), data);
        return PendingEntry.of(name, entry, codec.seal(entry), Guard.Terms.NONE);
    }
}
