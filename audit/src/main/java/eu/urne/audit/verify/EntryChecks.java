package eu.urne.audit.verify;

import eu.urne.audit.Progress;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tally.BallotBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks 4, 5 and 7 to 12 of entries that come in the order of the log: all of them, or those of an extract. Memory
 * grows with ids, streams and tokens only, never with the entries themselves.
 */
final class EntryChecks {
    private final Findings findings;
    private final EntryWork work;
    private final EntrySequence sequence;
    private final PollBook polls;
    private final RegisterBook registers;
    private final CandidacyBook candidacies;
    private final CouncilBook councils;
    private final ConsultBook consultations;
    private final List<Digest128> bundleDigests = new ArrayList<>();

    /** The checks; {@code whole} says whether all streams of the log are there. */
    EntryChecks(VerifierKey key, Findings findings, boolean whole) {
        this.findings = findings;
        KeyRing keys = new KeyRing(key);
        this.work = new EntryWork(keys);
        this.polls = new PollBook(key.name(), findings);
        this.registers = new RegisterBook(findings);
        this.candidacies = new CandidacyBook(findings);
        this.councils = new CouncilBook(key.name(), polls, findings, whole);
        this.consultations = new ConsultBook(findings);
        this.sequence = new EntrySequence(keys, work, polls, registers, candidacies, councils, consultations, findings);
    }

    /** Reads a bundle and checks what needs no other entry. Any thread may do so. */
    Bundle read(long bundle, EntryBundles bundles) throws UnreadableEvidenceException {
        return Bundle.read(bundle, bundles, work);
    }

    /** Takes the next bundle, before its entries; tells whether it has entries. */
    boolean begin(Bundle bundle) {
        Bundle.FileFault fault = bundle.fault();
        if (fault != null) {
            findings.file(fault.check(), fault.file(), fault.text());
        }
        Digest128 digest = bundle.digest();
        if (digest == null || bundle.entries().isEmpty()) {
            return false;
        }
        bundleDigests.add(digest);
        return true;
    }

    /** Takes the next entry. */
    void accept(ReadEntry entry) {
        sequence.accept(entry);
    }

    /** Ends the entries: what a command has left half done is found. */
    void end() {
        polls.end();
        councils.end();
    }

    /** Opens the ballots of all polls whose keys are revealed, and counts again. */
    void recount(EntryBundles bundles, String evidence, Pipeline pipeline, Progress progress)
            throws UnreadableEvidenceException {
        BallotOpening opening = new BallotOpening(polls, bundles, bundleDigests, evidence);
        Map<Poll, BallotBox> boxes = opening.run(pipeline, progress);
        OutcomeCheck outcomes = new OutcomeCheck(findings);
        boxes.forEach(outcomes::check);
    }

    PollBook polls() {
        return polls;
    }

    /** Gives what was found out. */
    Examined examined(long entries, long checkpoints) {
        return new Examined(
                entries,
                checkpoints,
                polls.ballots(),
                sequence.replaces(),
                polls.polls().stream().map(Poll::report).toList(),
                polls.polls().stream().flatMap(poll -> poll.facts().stream()).toList(),
                registers.reports(),
                candidacies.reports(),
                councils.draws().reports(),
                councils.motions(),
                sequence.notExamined());
    }
}
