package eu.urne.audit.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Ed25519Seed;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.note.CosignerKey;
import eu.urne.audit.note.VerifierKey;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A witness of some logs, with its key and its memory in a folder. Safe for use by many threads. */
public final class Witness implements AutoCloseable {
    private static final int SHOWN = 200;

    private final RandomAccessFile lock;
    private final Cosigner cosigner;
    private final InstantSource clock;
    private final Map<String, WitnessedLog> logs = new LinkedHashMap<>();

    private Witness(RandomAccessFile lock, Cosigner cosigner, InstantSource clock) {
        this.lock = lock;
        this.cosigner = cosigner;
        this.clock = clock;
    }

    /**
     * Opens the folder of a witness; a new one gets a key.
     *
     * @param data the folder
     * @param name name of the witness, used when it is new; null for one made from its key
     * @param keys the logs to be witnessed
     * @param clock tells the times of cosignatures
     * @throws UnreadableEvidenceException if the folder cannot be used, is in use, or does not hold what it should
     */
    public static Witness open(Path data, @Nullable String name, List<VerifierKey> keys, InstantSource clock)
            throws UnreadableEvidenceException {
        try {
            Files.createDirectories(data);
            Witness witness = new Witness(lock(data), cosigner(data, name), clock);
            for (VerifierKey key : keys) {
                if (witness.logs.containsKey(key.name())) {
                    throw new UnreadableEvidenceException("two keys are given for the log " + key.name());
                }
                witness.logs.put(key.name(), WitnessedLog.open(key, witness.cosigner, data));
            }
            return witness;
        } catch (IOException e) {
            throw new UnreadableEvidenceException(data + " cannot be used: " + e.getMessage());
        }
    }

    private static RandomAccessFile lock(Path data) throws IOException, UnreadableEvidenceException {
        RandomAccessFile lock = new RandomAccessFile(data.resolve("lock").toFile(), "rw");
        try {
            if (lock.getChannel().tryLock() != null) {
                return lock;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // told below, like a lock of another process
        }
        lock.close();
        throw new UnreadableEvidenceException(data + " is in use by another witness");
    }

    private static Cosigner cosigner(Path data, @Nullable String wanted)
            throws IOException, UnreadableEvidenceException {
        Ed25519Seed seed = seed(data.resolve("key"));
        Path file = data.resolve("name");
        if (!Files.exists(file)) {
            String made =
                    "witness-" + StrictText.hex(seed.publicKey().encoded()).substring(0, 8);
            DurableFile.write(file, ((wanted == null ? made : checked(wanted)) + "\n").getBytes(US_ASCII));
        }
        String name = checked(Files.readString(file, US_ASCII).strip());
        if (wanted != null && !wanted.equals(name)) {
            throw new UnreadableEvidenceException(data + " is the folder of the witness " + name + ", not " + wanted);
        }
        return new Cosigner(name, seed);
    }

    private static String checked(String name) throws UnreadableEvidenceException {
        try {
            return VerifierKey.checkedOrigin(name);
        } catch (MalformedException e) {
            throw new UnreadableEvidenceException("the name of the witness " + e.getMessage());
        }
    }

    private static Ed25519Seed seed(Path file) throws IOException, UnreadableEvidenceException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[Ed25519Seed.LENGTH];
            new SecureRandom().nextBytes(fresh);
            DurableFile.write(file, (Base64.getEncoder().encodeToString(fresh) + "\n").getBytes(US_ASCII));
        }
        if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------")) {
            throw new UnreadableEvidenceException(file + " can be read by others; allow its owner only");
        }
        return StrictText.base64(Files.readString(file, US_ASCII).strip())
                .filter(bytes -> bytes.length == Ed25519Seed.LENGTH)
                .map(Ed25519Seed::new)
                .orElseThrow(() -> new UnreadableEvidenceException(file + " does not hold a key of 32 bytes"));
    }

    /** Gives the public key, to be named in policies. */
    public CosignerKey key() {
        return cosigner.key();
    }

    /** Gives the origins of the logs and the sizes of their latest checkpoints. */
    public Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        logs.forEach((origin, log) -> sizes.put(origin, log.size()));
        return sizes;
    }

    /**
     * Answers a request of a log (c2sp.org/tlog-witness, add-checkpoint).
     *
     * @param body the whole body
     * @throws IOException if the checkpoint cannot be kept; nothing was cosigned then
     */
    public Answer add(byte[] body) throws IOException {
        Submission submission;
        try {
            submission = Submission.parse(body);
        } catch (MalformedException e) {
            return Answer.malformed("the request " + e.getMessage());
        }
        WitnessedLog log = logs.get(submission.checkpoint().origin());
        return log == null
                ? Answer.unknownLog(StrictText.printable(submission.checkpoint().origin(), SHOWN))
                : log.add(submission, clock.instant().getEpochSecond());
    }

    /**
     * Gives the latest cosigned checkpoint of a log, so that others can compare what they were shown.
     *
     * @param name SHA-256 of the log's origin in hex
     * @return the note; empty if there is no such log, or nothing was cosigned
     * @throws IOException if it cannot be read
     */
    public Optional<byte[]> checkpoint(String name) throws IOException {
        for (WitnessedLog log : logs.values()) {
            if (WitnessedLog.name(log.key().name()).equals(name) && Files.exists(log.file())) {
                return Optional.of(Files.readAllBytes(log.file()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
