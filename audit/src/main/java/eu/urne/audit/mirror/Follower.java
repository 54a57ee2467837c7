package eu.urne.audit.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Progress;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.Policy;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tree.ConsistencyProof;
import eu.urne.audit.tree.TileTree;
import eu.urne.audit.verify.EvidenceFiles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a log: looks at its checkpoint, holds it against the mirror, and lets the mirror grow. */
public final class Follower {
    private static final long MAX_SIZE = Integer.MAX_VALUE;

    private final Mirror mirror;
    private final EvidenceFiles site;
    private final Policy policy;
    private final Progress progress;
    private final Pauses pauses;
    private @Nullable VerifierKey key;

    /** A checkpoint that the site shows. */
    private record Told(byte[] bytes, SignedNote note, Checkpoint checkpoint) {}

    private Follower(
            Mirror mirror,
            EvidenceFiles site,
            @Nullable VerifierKey key,
            Policy policy,
            Progress progress,
            Pauses pauses) {
        this.mirror = mirror;
        this.site = site;
        this.key = key;
        this.policy = policy;
        this.progress = progress;
        this.pauses = pauses;
    }

    /**
     * Prepares to follow; nothing is asked yet.
     *
     * @param mirror the mirror, which is not closed
     * @param site where the files of the log are, which is not closed; it is asked a few times before it is given up
     * @param given the key of the log, if it is known from outside; otherwise the mirror's key is used, and for a new
     *     mirror that of the site
     * @param policy which witnesses must have cosigned a checkpoint, if any
     * @param progress listens
     * @param pauses waits between two attempts, and tells when to end
     * @throws UnreadableEvidenceException if the mirror is that of another key
     */
    public static Follower of(
            Mirror mirror,
            EvidenceSource site,
            Optional<VerifierKey> given,
            Optional<Policy> policy,
            Progress progress,
            Pauses pauses)
            throws UnreadableEvidenceException {
        Optional<VerifierKey> held = mirror.held().map(Held::key);
        if (held.isPresent() && given.isPresent() && !held.equals(given)) {
            throw new UnreadableEvidenceException(
                    "the mirror is of the key " + held.get() + ", which is not the key given");
        }
        try {
            EvidenceFiles files = EvidenceFiles.of(new PatientSource(site, pauses));
            return new Follower(
                    mirror,
                    files,
                    held.or(() -> given).orElse(null),
                    policy.orElseGet(() -> new Policy(List.of(), Map.of(), new Policy.Quorum.None())),
                    progress,
                    pauses);
        } catch (MalformedException e) {
            throw new UnreadableEvidenceException(site.name() + " " + e.getMessage());
        }
    }

    /** Gives the key of the log; empty while it is not known. */
    public Optional<VerifierKey> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Looks once.
     *
     * @return what was found; if the log has grown, the mirror has when this returns
     * @throws UnreadableEvidenceException if the site does not answer with what it should, or the mirror cannot be
     *     written; the mirror holds what it held before
     */
    public Look look() throws UnreadableEvidenceException {
        VerifierKey log = logKey();
        Told told = told();
        try {
            told.note.verify(log);
            if (!told.checkpoint.origin().equals(log.name())) {
                throw new MalformedException("has the origin '" + told.checkpoint.origin() + "'");
            }
        } catch (MalformedException e) {
            return contradicted(Look.Kind.OTHER_KEY, told, "the checkpoint " + e.getMessage());
        }
        Optional<Held> held = mirror.held();
        return held.isPresent()
                        && told.checkpoint.size() <= held.get().checkpoint().size()
                ? compare(told, held.get().checkpoint())
                : grow(told, log);
    }

    private VerifierKey logKey() throws UnreadableEvidenceException {
        VerifierKey known = key;
        if (known == null) {
            try {
                String text = new String(site.required("vkey", SignedNote.MAX_BYTES), UTF_8);
                known = VerifierKey.parse(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
            } catch (MalformedException e) {
                throw unfit("vkey " + e.getMessage());
            }
            key = known;
        }
        return known;
    }

    private Told told() throws UnreadableEvidenceException {
        try {
            byte[] bytes = site.required("checkpoint", SignedNote.MAX_BYTES);
            SignedNote note = SignedNote.parse(bytes);
            return new Told(bytes, note, Checkpoint.parse(note.text()));
        } catch (MalformedException e) {
            throw unfit("checkpoint " + e.getMessage());
        }
    }

    private Look compare(Told told, Checkpoint held) throws UnreadableEvidenceException {
        if (told.checkpoint.equals(held)) {
            mirror.tidy();
            return new Look.Same(held.size());
        }
        long size = told.checkpoint.size();
        if (size == held.size()) {
            return contradicted(Look.Kind.FORK, told, "the log has signed two trees of " + number(size) + " entries");
        }
        boolean older = rootHeld(size).equals(told.checkpoint.root());
        return older
                ? contradicted(
                        Look.Kind.TAKEN_BACK,
                        told,
                        "the log shows " + number(size) + " entries after it has signed " + number(held.size()))
                : contradicted(
                        Look.Kind.FORK,
                        told,
                        "the log has signed " + number(size) + " entries that are not the first of the "
                                + number(held.size()) + " it has signed before");
    }

    private Bytes rootHeld(long size) throws UnreadableEvidenceException {
        try {
            return Bytes.of(mirror.tree().root(size));
        } catch (MalformedException e) {
            throw new UnreadableEvidenceException("the mirror is damaged: a tile " + e.getMessage());
        }
    }

    private Look grow(Told told, VerifierKey log) throws UnreadableEvidenceException {
        try {
            policy.demand(told.note, log);
        } catch (MalformedException e) {
            return new Look.NotTrusted(
                    "the checkpoint of " + number(told.checkpoint.size()) + " entries " + e.getMessage());
        }
        if (told.checkpoint.size() == 0 || told.checkpoint.size() > MAX_SIZE) {
            throw unfit("checkpoint tells " + number(told.checkpoint.size()) + " entries, not 1 to 2^31-1");
        }
        Growth growth = growth(told, true);
        Growth.End end = growth.run();
        if (end == Growth.End.DIFFERS && growth.usedLeft()) {
            mirror.tidy();
            growth = growth(told, false);
            end = growth.run();
        }
        return switch (end) {
            case STOPPED -> new Look.Stopped();
            case DIFFERS -> differs(told);
            case FITS -> {
                mirror.commit(new Held(log, told.checkpoint, Bytes.of(told.bytes)));
                yield new Look.Grown(told.checkpoint, growth.arrivals());
            }
        };
    }

    private Growth growth(Told told, boolean useLeft) {
        return new Growth(mirror, site, told.checkpoint, useLeft, progress, pauses);
    }

    /**
     * The entries do not give the root that is signed. If the tiles prove that the tree continues the one mirrored, the
     * site has wrong entries; if not, the log has signed what does not continue what it had signed.
     */
    private Look differs(Told told) throws UnreadableEvidenceException {
        mirror.tidy();
        Optional<Checkpoint> held = mirror.held().map(Held::checkpoint);
        if (held.isEmpty() || continues(held.get(), told.checkpoint)) {
            throw unfit("has entries that are not those of its checkpoint of " + number(told.checkpoint.size()));
        }
        return contradicted(
                Look.Kind.FORK,
                told,
                "the log has signed " + number(told.checkpoint.size()) + " entries that do not begin with the "
                        + number(held.get().size()) + " it has signed before");
    }

    private boolean continues(Checkpoint held, Checkpoint told) throws UnreadableEvidenceException {
        TileTree tree = new TileTree(told.size(), path -> site.demanded(path).orElseThrow());
        try {
            List<byte[]> proof = tree.consistencyProof(held.size());
            return ConsistencyProof.verifies(
                    held.size(),
                    told.size(),
                    proof,
                    held.root().array(),
                    told.root().array());
        } catch (MalformedException e) {
            return false;
        }
    }

    private Look contradicted(Look.Kind kind, Told told, String sentence) throws UnreadableEvidenceException {
        return new Look.Contradicted(kind, sentence, mirror.keep(told.checkpoint, told.bytes));
    }

    private UnreadableEvidenceException unfit(String what) {
        return new UnreadableEvidenceException(site.name() + " " + what);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
