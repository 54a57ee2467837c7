package eu.urne.audit.example;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Finding;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.json.MalformedException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evidence in memory, and the shortest way to verify it. */
public final class MemoryEvidence implements EvidenceSource {
    private final Map<String, byte[]> files;

    public MemoryEvidence(Map<String, byte[]> files) {
        this.files = files;
    }

    /** The report about files. */
    public static Report report(Map<String, byte[]> files) {
        try {
            return Verification.of(new MemoryEvidence(files)).run();
        } catch (UnreadableEvidenceException e) {
            throw new AssertionError("unreadable: " + e.getMessage(), e);
        }
    }

    /** What is wrong with files, as sentences. */
    public static List<String> findings(Map<String, byte[]> files) {
        return report(files).findings().stream().map(Finding::sentence).toList();
    }

    /** What is wrong with a log, as sentences. */
    public static List<String> findings(ExampleLog log) {
        return findings(log.files());
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Optional<Set<String>> names() {
        return Optional.of(files.keySet());
    }

    @Override
    public Optional<byte[]> read(String file, int maxBytes) throws MalformedException {
        byte[] bytes = files.get(file);
        if (bytes != null && bytes.length > maxBytes) {
            throw new MalformedException("has more than " + maxBytes + " bytes");
        }
        return Optional.ofNullable(bytes);
    }

    @Override
    public Optional<InputStream> stream(String file) {
        return Optional.ofNullable(files.get(file)).map(ByteArrayInputStream::new);
    }

    @Override
    public void close() {}
}
