package eu.urne.engine.moving;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.TileStore;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.moving.Finding.Kind;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One log while its entries go by in order: their numbers and keys, the tree computed anew, and the signed checkpoints
 * and kept tiles that are held against it.
 */
final class LogTrack {

    private static final int PAGE = 512;

    private final LogName log;
    private final StoredLog store;
    private final Findings findings;
    private final KeyTerms keys = new KeyTerms();
    private final MerkleTree tree;
    private final Pages<SizedNote> checkpoints;
    private long nextIndex;
    private String cause = "";
    private int numberInCommand;
    private long wrongRoots;
    private SizedNote last = new SizedNote(0, "");

    LogTrack(LogName log, StoredLog store, Findings findings) {
        this.log = log;
        this.store = store;
        this.findings = findings;
        this.tree = MerkleTree.empty(new Tiles());
        this.checkpoints =
                new Pages<>(after -> store.checkpoints(log, after == null ? Long.MIN_VALUE : after.size(), PAGE));
    }

    /** Full tiles are compared when the tree has filled them; none is read, because the tree only grows. */
    private final class Tiles implements TileStore {
        @Override
        public byte[] read(int level, long number) {
            throw new IllegalStateException("a growing tree reads no full tile");
        }

        @Override
        public void write(int level, long number, byte[] bytes) {
            Optional<byte[]> kept = store.tile(log, level, number);
            String name = new TileRow(log, level, number, bytes).name();
            if (kept.isEmpty()) {
                findings.add(Kind.TILE, name + " is missing");
            } else if (!Arrays.equals(kept.get(), bytes)) {
                findings.add(Kind.TILE, name + " has other hashes than its entries");
            }
        }
    }

    KeyTerms keys() {
        return keys;
    }

    /** The last checkpoint that covers all entries; of size 0 before the end, or if there is none. */
    SizedNote last() {
        return last;
    }

    long size() {
        return tree.size();
    }

    byte[] root(long size) {
        return tree.root(size);
    }

    /** Takes the next entry of this log, of which nothing but its signature is left to be checked. */
    void pass(ReadEntry read) {
        EntryRow row = read.row();
        if (row.index() != nextIndex) {
            findings.add(Kind.ENTRY, row.name() + " stands where index " + nextIndex + " is due");
        }
        nextIndex = row.index() + 1;
        read.wrong().forEach(wrong -> findings.add(Kind.ENTRY, row.name() + " " + wrong));
        Entry entry = read.entry();
        if (entry != null) {
            checkId(row, entry);
            learnKeys(row, entry);
        }
        tree.append(read.leaf());
        checkpointsAt(tree.size());
    }

    private void checkId(EntryRow row, Entry entry) {
        numberInCommand = entry.cause().equals(cause) ? numberInCommand + 1 : 0;
        cause = entry.cause();
        UUID id = Entry.id(cause, numberInCommand);
        if (!id.equals(entry.id())) {
            findings.add(
                    Kind.ENTRY,
                    row.name() + " has the id " + entry.id() + ", its command and its number in it give " + id);
        }
    }

    private void learnKeys(EntryRow row, Entry entry) {
        if (row.index() == 0 && !entry.type().equals("urne.log.LogCreated.v1")) {
            findings.add(Kind.ENTRY, row.name() + " is no genesis");
        }
        if (KeyTerms.isAboutKeys(entry)) {
            try {
                keys.accept(row.index(), entry);
            } catch (IllegalArgumentException e) {
                findings.add(Kind.ENTRY, row.name() + " of type " + entry.type() + " cannot be: " + e.getMessage());
            }
        }
    }

    /** Whether the entry is signed by a key that is in force there. Called by several threads, between two pages. */
    Optional<String> wrongSignature(ReadEntry read) {
        VerifierKey genesis = keys.genesis();
        if (read.entry() == null || genesis == null) {
            return Optional.empty(); // told already
        }
        Optional<VerifierKey> key = keys.inForce(read.key(), read.row().index());
        if (key.isEmpty()) {
            return Optional.of(read.row().name() + " names the key " + read.key() + ", which is not in force there");
        }
        byte[] prefix = ("urne-entry-v1\n" + genesis.origin() + "\n").getBytes(US_ASCII);
        byte[] message = Arrays.copyOf(prefix, prefix.length + read.unsigned().length);
        System.arraycopy(read.unsigned(), 0, message, prefix.length, read.unsigned().length);
        return key.get().verifies(message, read.signature())
                ? Optional.empty()
                : Optional.of(read.row().name() + " has a signature that is wrong");
    }

    private void checkpointsAt(long size) {
        for (SizedNote note = checkpoints.peek(); note != null && note.size() <= size; note = checkpoints.peek()) {
            checkpoints.next();
            check(note);
        }
    }

    private void check(SizedNote note) {
        @Nullable VerifierKey genesis = keys.genesis();
        if (genesis == null) {
            return; // told already
        }
        String name = "the checkpoint of " + note.size() + " entries of the " + EntryRow.word(log) + " log";
        try {
            Checkpoint checkpoint = Checkpoint.verify(note.note(), genesis);
            if (checkpoint.size() != note.size() || note.size() < 1) {
                findings.add(Kind.CHECKPOINT, name + " is one of " + checkpoint.size() + " by its note");
            } else if (!Arrays.equals(checkpoint.root(), tree.root(note.size()))) {
                if (wrongRoots++ == 0) {
                    findings.add(Kind.CHECKPOINT, name + " was signed over other entries than those that are there");
                }
            } else {
                last = note;
            }
        } catch (IllegalArgumentException e) {
            findings.add(Kind.CHECKPOINT, name + " is not valid: " + e.getMessage());
        }
    }

    /** Looks at what stands behind the last entry. */
    void end() {
        String word = EntryRow.word(log);
        if (tree.size() == 0) {
            findings.add(Kind.ENTRY, "the " + word + " log has no entries, not even its genesis");
        }
        while (checkpoints.hasNext()) {
            findings.add(
                    Kind.CHECKPOINT,
                    "a checkpoint of " + checkpoints.next().size() + " entries was signed, the " + word + " log has "
                            + tree.size());
        }
        if (wrongRoots > 1) {
            findings.add(Kind.CHECKPOINT, "so were " + (wrongRoots - 1) + " more checkpoints of the " + word + " log");
        }
        if (wrongRoots == 0 && tree.size() > 0 && last.size() != tree.size()) {
            findings.add(
                    Kind.CHECKPOINT,
                    "the last checkpoint of the " + word + " log covers " + last.size() + " of its " + tree.size()
                            + " entries");
        }
        for (int level = 0; level <= store.topLevel(log); level++) {
            for (long number : store.tiles(log, level, tree.size() >> (8 * (level + 1)), PAGE)) {
                findings.add(
                        Kind.TILE,
                        new TileRow(log, level, number, new byte[0]).name() + " is of entries that are not there");
            }
        }
    }
}
