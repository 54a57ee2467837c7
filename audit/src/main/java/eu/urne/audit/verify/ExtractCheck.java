package eu.urne.audit.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.audit.Check;
import eu.urne.audit.Progress;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.ballot.PollId;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.extract.EntryIndexes;
import eu.urne.audit.extract.ExtractFiles;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tree.SparseTree;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks 3 to 12 over the evidence of one poll (docs/formats/evidence.md, "Evidence of one poll"). */
public final class ExtractCheck {
    private static final int MAX_POLL_BYTES = 64;
    private static final int MAX_PROOF_BYTES = 1 << 30;
    private static final int TOLD_MISSING = 20;

    private final EvidenceFiles files;
    private final Checkpoint checkpoint;
    private final Findings findings;
    private final EntryChecks entries;
    private int examined;

    /**
     * Prepares the checks.
     *
     * @param files the evidence; its files can be listed
     * @param key the key of the log
     * @param checkpoint the checkpoint
     * @param findings takes what is wrong
     */
    public ExtractCheck(EvidenceFiles files, VerifierKey key, Checkpoint checkpoint, Findings findings) {
        this.files = files;
        this.checkpoint = checkpoint;
        this.findings = findings;
        this.entries = new EntryChecks(key, findings, false);
    }

    /** Tells whether files are the evidence of one poll. */
    public static boolean recognises(EvidenceFiles files) {
        return files.names().filter(names -> names.contains(ExtractFiles.POLL)).isPresent();
    }

    /**
     * Runs the checks.
     *
     * @param pipeline the workers
     * @param progress listens
     * @throws UnreadableEvidenceException if a file cannot be read
     */
    public Examined run(Pipeline pipeline, Progress progress) throws UnreadableEvidenceException {
        Optional<String> poll = poll();
        Optional<EntryIndexes> indexes = indexes();
        if (poll.isEmpty() || indexes.isEmpty()) {
            return Examined.NOTHING;
        }
        ExtractBundles bundles = new ExtractBundles(indexes.get(), files);
        compareNames(files.names().orElseThrow(), bundles);
        SparseTree tree = new SparseTree(checkpoint.size(), proof());
        progress.begins("entries", indexes.get().count());
        long[] next = {0};
        pipeline.<Long, Bundle>run(
                () -> next[0] < bundles.count() ? Optional.of(next[0]++) : Optional.empty(),
                bundle -> entries.read(bundle, bundles),
                bundle -> take(bundle, poll.get(), tree, progress));
        entries.end();
        if (examined == indexes.get().count()) {
            compareRoot(tree);
        }
        requireSeal(poll.get());
        entries.recount(bundles, files.name(), pipeline, progress);
        return entries.examined(examined, 0);
    }

    private Optional<String> poll() throws UnreadableEvidenceException {
        byte[] file = file(ExtractFiles.POLL, MAX_POLL_BYTES);
        String id = new String(file, 0, Math.max(0, file.length - 1), US_ASCII);
        if (!Arrays.equals((id + "\n").getBytes(US_ASCII), file) || !PollId.isValid(id)) {
            findings.file(Check.FILES, ExtractFiles.POLL, "is not a poll id and a newline");
            return Optional.empty();
        }
        return Optional.of(id);
    }

    private Optional<EntryIndexes> indexes() throws UnreadableEvidenceException {
        try {
            byte[] file = file(ExtractFiles.INDEXES, EntryIndexes.MAX_BYTES);
            return Optional.of(EntryIndexes.parse(file, checkpoint.size()));
        } catch (MalformedException e) {
            findings.file(Check.FILES, ExtractFiles.INDEXES, e.getMessage());
            return Optional.empty();
        }
    }

    private byte[] proof() throws UnreadableEvidenceException {
        return file(ExtractFiles.PROOF, MAX_PROOF_BYTES);
    }

    /** Reads a file; what is missing or too long is a finding, and nothing is read. */
    private byte[] file(String name, int maxBytes) throws UnreadableEvidenceException {
        try {
            return files.listed(name, maxBytes).orElse(new byte[0]);
        } catch (MalformedException e) {
            findings.file(Check.FILES, name, e.getMessage());
            return new byte[0];
        }
    }

    /** Check 3: exactly these names, in their order where the container has one. */
    private void compareNames(Set<String> names, ExtractBundles bundles) {
        Set<String> due = new TreeSet<>(Set.of(
                ExtractFiles.CHECKPOINT,
                ExtractFiles.INDEXES,
                ExtractFiles.POLL,
                ExtractFiles.PROOF,
                ExtractFiles.VKEY));
        for (long bundle = 0; bundle < bundles.count(); bundle++) {
            due.add(bundles.name(bundle));
        }
        for (String name : new TreeSet<>(names)) {
            if (!due.remove(name)) {
                findings.file(Check.FILES, name, "is no file of the evidence of one poll with these indexes");
            }
        }
        due.stream().limit(TOLD_MISSING).forEach(name -> findings.file(Check.FILES, name, "is missing"));
        if (due.size() > TOLD_MISSING) {
            findings.file(Check.FILES, "entries", (due.size() - TOLD_MISSING) + " further files are missing");
        }
        Iterator<String> sorted = new TreeSet<>(names).iterator();
        for (String name : names) {
            if (!name.equals(sorted.next())) {
                findings.file(Check.FILES, name, "does not lie in the order of the names");
                break;
            }
        }
    }

    private boolean take(Bundle bundle, String poll, SparseTree tree, Progress progress) {
        if (!entries.begin(bundle)) {
            return false;
        }
        for (ReadEntry entry : bundle.entries()) {
            if (examined == 0 && entry.index() > 0) {
                findings.entry(Check.GENESIS, entry.index(), "the extract does not begin with the genesis");
            }
            examined++;
            tree.leaf(entry.index(), entry.leaf().array());
            requireStream(entry, poll);
            entries.accept(entry);
        }
        progress.reached(examined);
        return true;
    }

    private void requireStream(ReadEntry read, String poll) {
        Entry entry = read.entry();
        if (entry == null) {
            return;
        }
        if (!ExtractFiles.holds(entry.stream(), poll)) {
            findings.entry(
                    Check.FILES,
                    read.index(),
                    "an entry of the stream '" + entry.stream() + "' does not belong into the evidence of the poll '"
                            + poll + "'");
        }
    }

    private void compareRoot(SparseTree tree) {
        Optional<byte[]> root = tree.root();
        if (root.isEmpty()) {
            findings.file(Check.TREE, ExtractFiles.PROOF, "has not as many hashes as these indexes need");
        } else if (!Arrays.equals(root.get(), checkpoint.root().array())) {
            findings.file(
                    Check.TREE, ExtractFiles.PROOF, "does not lead from these entries to the root of the checkpoint");
        }
    }

    /** Without its seal nothing shows that the entries of a poll are all there. */
    private void requireSeal(String id) {
        Poll poll = entries.polls().find(id);
        if (poll == null || poll.phase.compareTo(Poll.Phase.SEALED) < 0) {
            findings.file(Check.SEALS, ExtractFiles.POLL, "names the poll '" + id + "', which is not sealed here");
        }
    }
}
