package eu.urne.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.Policy;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tree.TreeShape;
import eu.urne.audit.verify.EvidenceFiles;
import eu.urne.audit.verify.Examined;
import eu.urne.audit.verify.ExtractCheck;
import eu.urne.audit.verify.FileCheck;
import eu.urne.audit.verify.Findings;
import eu.urne.audit.verify.LogCheck;
import eu.urne.audit.verify.Pipeline;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the evidence of one log, or of one poll or motion in it: all thirteen checks of docs/formats/evidence.md.
 *
 * <pre>{@code
 * try (EvidenceSource source = EvidenceSource.open("evidence.zip")) {
 *     Report report = Verification.of(source).withKey(VerifierKey.parse(key)).run();
 * }
 * }</pre>
 */
public final class Verification {
    private static final int MAX_FILE_BYTES = 65_535;
    private static final int SITE_WORKERS = 8;

    private final EvidenceSource source;
    private final @Nullable VerifierKey given;
    private final @Nullable Policy policy;
    private final Progress progress;
    private final Findings findings = new Findings();
    private @Nullable VerifierKey key;
    private @Nullable Checkpoint checkpoint;
    private String ownNote = "";
    private String subject = "";
    private Examined examined = Examined.NOTHING;
    private List<String> cosigned = List.of();

    private Verification(
            EvidenceSource source, @Nullable VerifierKey given, @Nullable Policy policy, Progress progress) {
        this.source = source;
        this.given = given;
        this.policy = policy;
        this.progress = progress;
    }

    /**
     * Prepares a verification.
     *
     * @param source the evidence; it is not closed
     */
    public static Verification of(EvidenceSource source) {
        return new Verification(source, null, null, Progress.SILENT);
    }

    /**
     * Demands a key that was given from outside. Without one that of the evidence itself is used, which proves nothing
     * about who wrote it.
     *
     * @param verifierKey the key of the log
     */
    public Verification withKey(VerifierKey verifierKey) {
        return new Verification(source, verifierKey, policy, progress);
    }

    /**
     * Demands the cosignatures that a policy names (docs/formats/witness.md, section 3). If it names logs, the key must
     * be one of theirs.
     *
     * @param trusted the policy
     */
    public Verification withPolicy(Policy trusted) {
        return new Verification(source, given, trusted, progress);
    }

    /**
     * Tells somebody how far it has come.
     *
     * @param listener the listener
     */
    public Verification withProgress(Progress listener) {
        return new Verification(source, given, policy, listener);
    }

    /**
     * Verifies, with all processors. To be called once.
     *
     * @return the report; everything that is wrong is a finding in it
     * @throws UnreadableEvidenceException if nothing can be said because files cannot be read
     */
    public Report run() throws UnreadableEvidenceException {
        try {
            EvidenceFiles files = EvidenceFiles.of(source);
            verify(files);
        } catch (MalformedException e) {
            findings.file(Check.FILES, source.name(), e.getMessage());
        }
        return report();
    }

    /**
     * Gives all that the evidence says about a poll. To be called after {@link #run}.
     *
     * @param poll the poll id
     * @return empty if there is no such poll, or its definition is so wrong that nothing can be said
     */
    public Optional<PollFacts> facts(String poll) {
        return examined.facts().stream()
                .filter(facts -> facts.report().poll().equals(poll))
                .findFirst();
    }

    /**
     * Gives the checkpoint as a note with the signature of the log alone. To be called after {@link #run}.
     *
     * @return the whole note; empty if there is none that the log has signed
     */
    public String checkpointNote() {
        return ownNote;
    }

    private void verify(EvidenceFiles files) throws UnreadableEvidenceException {
        VerifierKey found = readKey(files);
        key = given == null ? found : given;
        Optional<byte[]> note = read(files, "checkpoint", Check.CHECKPOINT);
        if (key == null || note.isEmpty()) {
            return;
        }
        Checkpoint told = readCheckpoint(note.get(), key);
        checkpoint = told;
        if (told == null) {
            return;
        }
        if (told.size() > Integer.MAX_VALUE) {
            throw new UnreadableEvidenceException(
                    source.name() + " has " + told.size() + " entries, more than the 2^31-1 that this verifier takes");
        }
        int processors = Runtime.getRuntime().availableProcessors();
        boolean site = files.names().isEmpty();
        try (Pipeline pipeline = new Pipeline(site ? Math.max(SITE_WORKERS, processors) : processors)) {
            examined = examine(files, key, told, pipeline);
        }
    }

    private Examined examine(EvidenceFiles files, VerifierKey verifierKey, Checkpoint told, Pipeline pipeline)
            throws UnreadableEvidenceException {
        if (ExtractCheck.recognises(files)) {
            ExtractCheck check = new ExtractCheck(files, verifierKey, told, findings);
            Examined found = check.run(pipeline, progress);
            subject = check.subject();
            return found;
        }
        files.names().ifPresent(names -> FileCheck.compare(names, new TreeShape(told.size()), findings));
        return new LogCheck(files, verifierKey, told, findings).run(pipeline, progress);
    }

    private @Nullable VerifierKey readKey(EvidenceFiles files) throws UnreadableEvidenceException {
        Optional<byte[]> file = read(files, "vkey", Check.KEY);
        if (file.isEmpty()) {
            return null;
        }
        try {
            String text = new String(file.get(), UTF_8);
            if (!text.endsWith("\n")) {
                throw new MalformedException("is not a verifier key and a newline");
            }
            VerifierKey found = VerifierKey.parse(text.substring(0, text.length() - 1));
            if (given != null && !given.equals(found)) {
                throw new MalformedException("is " + found + ", which is not the key given");
            }
            return found;
        } catch (MalformedException e) {
            findings.file(Check.KEY, "vkey", e.getMessage());
            return null;
        }
    }

    private @Nullable Checkpoint readCheckpoint(byte[] bytes, VerifierKey verifierKey) {
        try {
            SignedNote note = SignedNote.parse(bytes);
            Checkpoint told = Checkpoint.parse(note.text());
            verifySigner(note, told, verifierKey);
            return told;
        } catch (MalformedException e) {
            findings.file(Check.CHECKPOINT, "checkpoint", e.getMessage());
            return null;
        }
    }

    private void verifySigner(SignedNote note, Checkpoint told, VerifierKey verifierKey) {
        try {
            note.verify(verifierKey);
            ownNote = note.signedBy(verifierKey);
            if (!told.origin().equals(verifierKey.name())) {
                throw new MalformedException("has the origin '" + told.origin() + "', which is not the key's name");
            }
            if (policy != null) {
                cosigned = policy.demand(note, verifierKey);
            }
        } catch (MalformedException e) {
            findings.file(Check.CHECKPOINT, "checkpoint", e.getMessage());
        }
    }

    private Optional<byte[]> read(EvidenceFiles files, String name, Check check) throws UnreadableEvidenceException {
        try {
            return Optional.of(files.required(name, MAX_FILE_BYTES));
        } catch (MalformedException e) {
            findings.file(check, name, e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether somebody outside the evidence has named its key. */
    private boolean keyGiven() {
        return key != null
                && (key.equals(given) || (policy != null && policy.logs().contains(key)));
    }

    private Report report() {
        return new Report(
                source.name(),
                subject,
                checkpoint == null ? "" : checkpoint.origin(),
                key == null ? "" : key.toString(),
                examined.replaces(),
                keyGiven(),
                cosigned,
                checkpoint == null ? 0 : checkpoint.size(),
                checkpoint == null ? "" : checkpoint.root().hex(),
                examined.entries(),
                examined.checkpoints(),
                examined.ballots(),
                examined.polls(),
                examined.registers(),
                examined.candidacies(),
                examined.draws(),
                examined.motions(),
                examined.notExamined(),
                findings.kept(),
                findings.count(),
                findings.count() == 0);
    }
}
