package eu.urne.audit.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.audit.Check;
import eu.urne.audit.Progress;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.extract.EntryIndexes;
import eu.urne.audit.extract.ExtractFiles;
import eu.urne.audit.extract.ExtractScope;
import eu.urne.audit.extract.ExtractSubject;
import eu.urne.audit.extract.ExtractSubject.OfMotion;
import eu.urne.audit.extract.ExtractSubject.OfPoll;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tree.SparseTree;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks 3 to 13 over the evidence of one poll or motion (docs/formats/evidence.md, "Evidence of one poll"). */
public final class ExtractCheck {
    private static final int MAX_SUBJECT_BYTES = 82;
    private static final int MAX_PROOF_BYTES = 1 << 30;
    private static final int TOLD_MISSING = 20;

    private final EvidenceFiles files;
    private final Checkpoint checkpoint;
    private final Findings findings;
    private final EntryChecks entries;
    private int examined;
    private String subject = "";

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

    /** Tells of what it is, as in {@link eu.urne.audit.Report#subject}; empty where the files do not say. */
    public String subject() {
        return subject;
    }

    /** Tells whether files are the evidence of one poll or motion. */
    public static boolean recognises(EvidenceFiles files) {
        return files.names()
                .filter(names -> names.contains(OfPoll.FILE) || names.contains(OfMotion.FILE))
                .isPresent();
    }

    /**
     * Runs the checks.
     *
     * @param pipeline the workers
     * @param progress listens
     * @throws UnreadableEvidenceException if a file cannot be read
     */
    public Examined run(Pipeline pipeline, Progress progress) throws UnreadableEvidenceException {
        Optional<ExtractSubject> read = readSubject();
        Optional<EntryIndexes> indexes = indexes();
        if (read.isEmpty() || indexes.isEmpty()) {
            return Examined.NOTHING;
        }
        ExtractSubject of = read.get();
        subject = of.file() + " " + of.id();
        ExtractScope scope = new ExtractScope(of);
        ExtractBundles bundles = new ExtractBundles(indexes.get(), files);
        compareNames(files.names().orElseThrow(), of.file(), bundles);
        SparseTree tree = new SparseTree(checkpoint.size(), proof());
        progress.begins("entries", indexes.get().count());
        long[] next = {0};
        pipeline.<Long, Bundle>run(
                () -> next[0] < bundles.count() ? Optional.of(next[0]++) : Optional.empty(),
                bundle -> entries.read(bundle, bundles),
                bundle -> take(bundle, of, scope, tree, progress));
        entries.end();
        if (examined == indexes.get().count()) {
            compareRoot(tree);
        }
        requireEnd(of, scope);
        entries.recount(bundles, files.name(), pipeline, progress);
        return entries.examined(examined, 0);
    }

    private Optional<ExtractSubject> readSubject() throws UnreadableEvidenceException {
        boolean motion = files.names().orElseThrow().contains(OfMotion.FILE);
        String name = motion ? OfMotion.FILE : OfPoll.FILE;
        byte[] file = file(name, MAX_SUBJECT_BYTES);
        String id = new String(file, 0, Math.max(0, file.length - 1), US_ASCII);
        try {
            if (!Arrays.equals((id + "\n").getBytes(US_ASCII), file)) {
                throw new MalformedException("is not one line");
            }
            return Optional.of(ExtractSubject.parse(name, id));
        } catch (MalformedException e) {
            findings.file(
                    Check.FILES,
                    name,
                    motion
                            ? "is not a council's id, '/', a motion's id and a newline"
                            : "is not a poll id and a newline");
            return Optional.empty();
        }
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
    private void compareNames(Set<String> names, String subject, ExtractBundles bundles) {
        Set<String> due = new TreeSet<>(
                Set.of(ExtractFiles.CHECKPOINT, ExtractFiles.INDEXES, subject, ExtractFiles.PROOF, ExtractFiles.VKEY));
        for (long bundle = 0; bundle < bundles.count(); bundle++) {
            due.add(bundles.name(bundle));
        }
        for (String name : new TreeSet<>(names)) {
            if (!due.remove(name)) {
                findings.file(
                        Check.FILES, name, "is no file of the evidence of one " + subject + " with these indexes");
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

    private boolean take(
            Bundle bundle, ExtractSubject subject, ExtractScope scope, SparseTree tree, Progress progress) {
        if (!entries.begin(bundle)) {
            return false;
        }
        for (ReadEntry entry : bundle.entries()) {
            if (examined == 0 && entry.index() > 0) {
                findings.entry(Check.GENESIS, entry.index(), "the extract does not begin with the genesis");
            }
            examined++;
            tree.leaf(entry.index(), entry.leaf().array());
            requireStream(entry, subject, scope);
            entries.accept(entry);
        }
        progress.reached(examined);
        return true;
    }

    private void requireStream(ReadEntry read, ExtractSubject subject, ExtractScope scope) {
        Entry entry = read.entry();
        if (entry != null && !scope.takes(entry.stream(), read.event())) {
            findings.entry(
                    Check.FILES,
                    read.index(),
                    "an entry of the stream '" + entry.stream() + "' does not belong into the evidence of the "
                            + subject.words());
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

    /** Without its end nothing shows that the entries are all there. */
    private void requireEnd(ExtractSubject subject, ExtractScope scope) {
        boolean poll = subject instanceof OfPoll;
        if (scope.state() != ExtractScope.State.ENDED) {
            findings.file(
                    poll ? Check.SEALS : Check.COUNCILS,
                    subject.file(),
                    "names the " + subject.words() + ", which is not " + (poll ? "sealed" : "decided") + " here");
        }
    }
}
