package eu.urne.audit.mirror;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.json.MalformedException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A site in memory that shows what it is told to show, and notes what it was asked for. */
final class ExampleSite implements EvidenceSource {
    static final String ORIGIN = "vote.example.org";

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** A log of ideas; from an index on they are other ideas. */
    static ExampleLog log(int size, int otherFrom) {
        ExampleLog log = new ExampleLog(ORIGIN).genesis();
        for (int i = 1; i < size; i++) {
            log.append((i < otherFrom ? "idea-" : "other-") + i, null, "urne.budget.IdeaHandedIn.v1", Map.of());
        }
        return log;
    }

    static ExampleLog log(int size) {
        return log(size, Integer.MAX_VALUE);
    }

    ExampleSite show(ExampleLog log) {
        return show(log.files());
    }

    ExampleSite show(Map<String, byte[]> shown) {
        files.clear();
        files.putAll(shown);
        files.remove("history");
        asked.clear();
        return this;
    }

    ExampleSite put(String file, byte[] bytes) {
        files.put(file, bytes);
        return this;
    }

    /** The next times that it is asked for a file it does not answer. */
    ExampleSite fail(String file, int times) {
        faults.put(file, times);
        return this;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public String name() {
        return "http://site/log/";
    }

    @Override
    public Optional<Set<String>> names() {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> read(String file, int maxBytes) throws MalformedException, UnreadableEvidenceException {
        asked.add(file);
        if (faults.merge(file, -1, Integer::sum) >= 0) {
            throw new UnreadableEvidenceException(name() + file + " does not answer");
        }
        byte[] bytes = files.get(file);
        if (bytes != null && bytes.length > maxBytes) {
            throw new MalformedException("has more than " + maxBytes + " bytes");
        }
        return Optional.ofNullable(bytes);
    }

    @Override
    public Optional<InputStream> stream(String file) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
