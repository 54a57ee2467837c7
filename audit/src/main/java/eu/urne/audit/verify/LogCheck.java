package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.PollReport;
import eu.urne.audit.Progress;
import eu.urne.audit.RegisterReport;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tally.BallotBox;
import eu.urne.audit.tree.GrowingTree;
import eu.urne.audit.tree.TreeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Checks 4 to 12 over a whole log, bundle by bundle: workers read bundles and check what needs no other entry, this
 * takes them in order. Memory grows with ids, streams and tokens only, never with the entries themselves.
 */
public final class LogCheck {
    private final EvidenceFiles files;
    private final Checkpoint checkpoint;
    private final TreeShape shape;
    private final Findings findings;
    private final EntryWork work;
    private final EntrySequence sequence;
    private final PollBook polls;
    private final RegisterBook registers;
    private final History history;
    private final TileCheck tiles;
    private final GrowingTree tree = new GrowingTree();
    private final List<Digest128> bundleDigests = new ArrayList<>();

    /**
     * Prepares the checks.
     *
     * @param files the evidence
     * @param key the key of the log
     * @param checkpoint its checkpoint
     * @param findings takes what is wrong
     */
    public LogCheck(EvidenceFiles files, VerifierKey key, Checkpoint checkpoint, Findings findings) {
        this.files = files;
        this.checkpoint = checkpoint;
        this.shape = new TreeShape(checkpoint.size());
        this.findings = findings;
        KeyRing keys = new KeyRing(key);
        this.work = new EntryWork(keys);
        this.polls = new PollBook(key.name(), findings);
        this.registers = new RegisterBook(findings);
        this.sequence = new EntrySequence(keys, work, polls, registers, findings);
        this.history = new History(key, findings);
        this.tiles = new TileCheck(files, findings);
    }

    /**
     * Runs the checks.
     *
     * @param pipeline the workers
     * @param progress listens
     * @throws UnreadableEvidenceException if a file cannot be read
     */
    public void run(Pipeline pipeline, Progress progress) throws UnreadableEvidenceException {
        progress.begins("checkpoints", 1);
        history.read(files, checkpoint, pipeline);
        history.compare(tree);
        if (shape.size() == 0) {
            findings.file(Check.GENESIS, "checkpoint", "tells an empty log, which has no genesis");
        }
        progress.begins("entries", shape.size());
        long[] next = {0};
        pipeline.<Long, Bundle>run(
                () -> next[0] < shape.bundles() ? Optional.of(next[0]++) : Optional.empty(),
                number -> Bundle.read(number, shape, files, work),
                bundle -> take(bundle, progress));
        polls.end();
        if (tree.size() == shape.size()) {
            end();
        }
        openBallots(pipeline, progress);
    }

    private boolean take(Bundle bundle, Progress progress) throws UnreadableEvidenceException {
        for (Bundle.FileFault fault : bundle.faults()) {
            findings.file(fault.check(), fault.file(), fault.text());
        }
        Digest128 digest = bundle.digest();
        if (digest == null || bundle.entries().isEmpty()) {
            return false;
        }
        bundleDigests.add(digest);
        List<Bytes> leaves = new ArrayList<>();
        for (ReadEntry entry : bundle.entries()) {
            tree.append(entry.leaf().array());
            leaves.add(entry.leaf());
            history.compare(tree);
            sequence.accept(entry);
        }
        tiles.bundle(leaves, bundle.tile());
        progress.reached(tree.size());
        return true;
    }

    private void end() throws UnreadableEvidenceException {
        tiles.end();
        if (!Bytes.of(tree.root()).equals(checkpoint.root())) {
            findings.file(
                    Check.TREE, "checkpoint", "has another root than the tree of its " + tree.size() + " entries");
        }
    }

    private void openBallots(Pipeline pipeline, Progress progress) throws UnreadableEvidenceException {
        BallotOpening opening = new BallotOpening(polls, shape, files, bundleDigests);
        Map<Poll, BallotBox> boxes = opening.run(pipeline, progress);
        OutcomeCheck outcomes = new OutcomeCheck(findings);
        boxes.forEach(outcomes::check);
    }

    /** Gives the number of entries that were examined. */
    public long entries() {
        return tree.size();
    }

    /** Gives the origin of the log that the genesis says this one continues; empty if none. */
    public String replaces() {
        return sequence.replaces();
    }

    /** Gives the number of checkpoints of the history that are good by themselves. */
    public long checkpoints() {
        return history.count();
    }

    /** Gives the number of ballots in the log. */
    public long ballots() {
        return polls.ballots();
    }

    /** Gives the number of entries by type that no check covers. */
    public SortedMap<String, Long> notExamined() {
        return sequence.notExamined();
    }

    /** Gives what was found about each poll, in the order of definition. */
    public List<PollReport> polls() {
        return polls.polls().stream().map(Poll::report).toList();
    }

    /** Gives what was found about each register. */
    public List<RegisterReport> registers() {
        return registers.reports();
    }
}
