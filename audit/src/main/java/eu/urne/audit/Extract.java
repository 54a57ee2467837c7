package eu.urne.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.entry.EntryReader;
import eu.urne.audit.event.Event;
import eu.urne.audit.event.EventReader;
import eu.urne.audit.extract.EntryIndexes;
import eu.urne.audit.extract.ExtractArchive;
import eu.urne.audit.extract.ExtractFiles;
import eu.urne.audit.extract.ExtractScope;
import eu.urne.audit.extract.ExtractSubject;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.tree.GapHashes;
import eu.urne.audit.tree.GrowingTree;
import eu.urne.audit.tree.TreeHash;
import eu.urne.audit.tree.TreeShape;
import eu.urne.audit.verify.EvidenceFiles;
import eu.urne.audit.verify.ExtractCheck;
import eu.urne.audit.verify.LogBundles;
import eu.urne.audit.verify.Pipeline;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the evidence of one poll or one motion from that of its whole log (docs/formats/evidence.md). It reads the log
 * once, from genesis to end, and keeps indexes and hashes only. It verifies no signature; what it writes is to be
 * verified as anyone else's.
 */
public final class Extract {
    private static final int READERS = 4;

    private final ExtractSubject subject;
    private final ExtractScope scope;
    private final String name;
    private final EvidenceFiles files;
    private final GrowingTree tree = new GrowingTree();
    private final GapHashes gap = new GapHashes();
    private final List<byte[]> proof = new ArrayList<>();
    private final EntryIndexes indexes = new EntryIndexes();

    /**
     * An entry: its leaf hash, its bytes, its stream, and what it says where that {@linkplain ExtractScope matters}.
     */
    private record Leaf(
            byte[] hash,
            byte[] entry,
            @Nullable String stream,
            @Nullable Event event) {}

    /** A bundle as a worker has read it. */
    private record Read(List<Leaf> leaves, @Nullable String fault) {}

    private Extract(ExtractSubject subject, String name, EvidenceFiles files) {
        this.subject = subject;
        this.scope = new ExtractScope(subject);
        this.name = name;
        this.files = files;
    }

    /**
     * Writes the evidence of a poll or motion. The stream is flushed and stays open.
     *
     * @param source the evidence of the whole log; it is not closed
     * @param subject the poll or motion
     * @param out takes the archive
     * @param progress listens
     * @throws MalformedException if the evidence is wrong
     * @throws UnreadableEvidenceException if it cannot be read, or has no such poll or motion, or one that is not at
     *     its end
     * @throws IOException if the stream fails
     */
    public static void write(EvidenceSource source, ExtractSubject subject, OutputStream out, Progress progress)
            throws MalformedException, UnreadableEvidenceException, IOException {
        EvidenceFiles files = EvidenceFiles.of(source);
        if (ExtractCheck.recognises(files)) {
            throw new UnreadableEvidenceException(source.name() + " is the evidence of one poll or motion already");
        }
        new Extract(subject, source.name(), files).write(new ExtractArchive(out), progress);
    }

    private void write(ExtractArchive archive, Progress progress)
            throws MalformedException, UnreadableEvidenceException, IOException {
        byte[] vkey = files.required(ExtractFiles.VKEY, SignedNote.MAX_BYTES);
        byte[] note = files.required(ExtractFiles.CHECKPOINT, SignedNote.MAX_BYTES);
        Checkpoint checkpoint = checkpoint(note);
        archive.file(ExtractFiles.CHECKPOINT, note);
        progress.begins("entries", checkpoint.size());
        try (Pipeline pipeline = new Pipeline(READERS)) {
            LogBundles bundles = new LogBundles(new TreeShape(checkpoint.size()), files);
            copy(pipeline, bundles, archive, progress);
        }
        archive.endOfEntries();
        proof.addAll(gap.endOfTree(checkpoint.size()));
        if (!Bytes.of(tree.root()).equals(checkpoint.root())) {
            throw new MalformedException("checkpoint: has another root than the tree of the entries");
        }
        requireEnd();
        archive.file(ExtractFiles.INDEXES, indexes.text().getBytes(US_ASCII));
        archive.file(subject.file(), (subject.id() + "\n").getBytes(US_ASCII));
        archive.file(ExtractFiles.PROOF, proof);
        archive.file(ExtractFiles.VKEY, vkey);
        archive.end();
    }

    private static Checkpoint checkpoint(byte[] note) throws MalformedException {
        try {
            Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
            if (checkpoint.size() > Integer.MAX_VALUE) {
                throw new MalformedException("tells more entries than the 2^31-1 that are taken here");
            }
            return checkpoint;
        } catch (MalformedException e) {
            throw new MalformedException("checkpoint: " + e.getMessage());
        }
    }

    private void requireEnd() throws UnreadableEvidenceException {
        switch (scope.state()) {
            case UNKNOWN -> throw new UnreadableEvidenceException(name + " has no " + subject.words());
            case UNDECIDED -> throw notYet("decided");
            case UNSEALED -> throw notYet("sealed");
            case ENDED -> {}
        }
    }

    private UnreadableEvidenceException notYet(String ended) {
        return new UnreadableEvidenceException("the " + subject.words() + " is not " + ended
                + " yet, so nothing could show that its entries are all there");
    }

    private void copy(Pipeline pipeline, LogBundles bundles, ExtractArchive archive, Progress progress)
            throws MalformedException, UnreadableEvidenceException, IOException {
        long[] next = {0};
        List<String> faults = new ArrayList<>();
        try {
            pipeline.<Long, Read>run(
                    () -> next[0] < bundles.count() ? Optional.of(next[0]++) : Optional.empty(),
                    bundle -> read(bundles, bundle),
                    read -> {
                        Optional.ofNullable(read.fault).ifPresent(faults::add);
                        take(read.leaves, archive);
                        progress.reached(tree.size());
                        return faults.isEmpty();
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!faults.isEmpty()) {
            throw new MalformedException(faults.getFirst());
        }
    }

    private Read read(LogBundles bundles, long bundle) throws UnreadableEvidenceException {
        try {
            return new Read(bundles.entries(bundle).stream().map(Extract::leaf).toList(), null);
        } catch (MalformedException e) {
            return new Read(List.of(), bundles.name(bundle) + ": " + e.getMessage());
        }
    }

    private static Leaf leaf(byte[] bytes) {
        byte[] hash = TreeHash.leaf(bytes);
        try {
            Entry entry = EntryReader.read(bytes);
            return new Leaf(hash, bytes, entry.stream(), event(entry));
        } catch (MalformedException e) {
            return new Leaf(hash, bytes, null, null);
        }
    }

    /** What cannot be read names nothing; whoever verifies the extract is told. */
    private static @Nullable Event event(Entry entry) {
        try {
            return ExtractScope.matters(entry.stream()) ? EventReader.read(entry.type(), entry.data()) : null;
        } catch (MalformedException e) {
            return null;
        }
    }

    private void take(List<Leaf> leaves, ExtractArchive archive) throws UnreadableEvidenceException {
        for (Leaf leaf : leaves) {
            long index = tree.size();
            tree.append(leaf.hash);
            if (!scope.takes(leaf.stream, leaf.event)) {
                gap.append(index, leaf.hash);
                continue;
            }
            if (indexes.count() == EntryIndexes.MAX_COUNT) {
                throw new UnreadableEvidenceException(String.format(
                        Locale.ROOT, "the %s has more than %,d entries", subject.words(), EntryIndexes.MAX_COUNT));
            }
            proof.addAll(gap.end());
            indexes.add((int) index);
            archive.entry(leaf.entry);
        }
    }
}
