package eu.urne.engine.moving;

import eu.urne.engine.log.Base64Strict;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.moving.Finding.Kind;
import eu.urne.engine.moving.LogCheck.End;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The data folder of a node, read without changing it, beside a running server too. */
public final class NodeFolder {

    /** File with the checkpoint that was shown to the public last. */
    static final String PUBLISHED = "published-checkpoint";

    /** File with the name of the public log. */
    static final String ORIGIN = "origin";

    private final Path folder;

    /** This folder. */
    public NodeFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The public keys of the logs that are signed here; empty where the folder has none.
     *
     * @throws StoreException in one sentence, if they cannot be read
     */
    Map<LogName, VerifierKey> keys() {
        Map<LogName, VerifierKey> keys = new EnumMap<>(LogName.class);
        signers().forEach((log, signer) -> keys.put(log, signer.verifierKey()));
        return keys;
    }

    /** The keys themselves. */
    Map<LogName, Signer> signers() {
        Map<LogName, Signer> signers = new EnumMap<>(LogName.class);
        try {
            if (Files.exists(folder.resolve(ORIGIN))) {
                Origin origin =
                        new Origin(Files.readString(folder.resolve(ORIGIN)).strip());
                for (LogName log : LogName.values()) {
                    Path file = folder.resolve("keys").resolve(log.name().toLowerCase(Locale.ROOT) + ".key");
                    if (Files.exists(file)) {
                        Origin name = log == LogName.PUBLIC ? origin : origin.register();
                        byte[] seed = Base64Strict.decode(Files.readString(file).strip());
                        signers.put(log, new Signer(name, seed));
                    }
                }
            }
            return signers;
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException("the keys of " + folder + " cannot be read", e);
        }
    }

    /** The note that was shown last; empty where none was. */
    Optional<String> published() {
        Path file = folder.resolve(PUBLISHED);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new StoreException("the file " + file + " cannot be read", e);
        }
    }

    /** A report on the log of this node, with what does not fit its keys and what it has shown. */
    public LogCheck.Report compared(LogCheck.Report report) {
        List<Finding> more = new ArrayList<>(report.findings());
        keys().forEach((log, key) -> {
            End end = report.ends().get(log);
            if (end != null && !end.key().equals(key)) {
                more.add(new Finding(
                        Kind.INSTALLATION,
                        "the " + EntryRow.word(log) + " log is signed by " + end.key() + ", the key of " + folder
                                + " is " + key));
            }
        });
        End end = report.ends().get(LogName.PUBLIC);
        published()
                .filter(note -> end != null && isAhead(note, end))
                .ifPresent(note -> more.add(new Finding(
                        Kind.INSTALLATION,
                        "the checkpoint that was published last is not one of this log, or is of more entries")));
        long count = report.count() + more.size() - report.findings().size();
        return new LogCheck.Report(more, count, report.canBeRebuilt() && count == report.count(), report.ends());
    }

    private static boolean isAhead(String note, End end) {
        try {
            return Checkpoint.verify(note, end.key()).size() > end.size();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
