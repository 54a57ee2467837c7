package eu.urne.audit.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.MemoryEvidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of a good log when one value of one event is changed and the event is signed again: every value of the
 * first event of each type, in every way of {@link Change}.
 *
 * @param tried the places that were changed
 * @param unnoticed those of them where the verifier finds nothing
 */
record ChangedValues(Set<String> tried, Set<String> unnoticed) {

    /** Changes a log whose first entry is its genesis. */
    static ChangedValues of(List<byte[]> good) {
        assertThat(MemoryEvidence.findings(log(good))).isEmpty();
        Set<String> unnoticed = new TreeSet<>();
        Set<String> tried = new HashSet<>();
        Set<String> types = new HashSet<>();
        for (int index = 1; index < good.size(); index++) {
            Map<String, Object> entry = ExampleLog.parsed(good.get(index));
            String event = String.valueOf(entry.get("type")).replaceAll("urne\\.[a-z]+\\.(.*)\\.v1", "$1");
            entry.remove("sig");
            for (Change change : types.add(event) ? ofData(entry) : List.<Change>of()) {
                tried.add(event + change.place());
                if (!change.apply(entry).equals(entry) && verifies(good, index, change)) {
                    unnoticed.add(event + change.place());
                }
            }
        }
        return new ChangedValues(tried, unnoticed);
    }

    /** The rest of an entry is tried by {@link ResignedLogTest}. */
    private static List<Change> ofData(Map<String, Object> entry) {
        return Change.of(entry).stream()
                .filter(change -> change.place().startsWith("/data"))
                .toList();
    }

    private static ExampleLog log(List<byte[]> entries) {
        ExampleLog log = new ExampleLog("vote.example.org/2026");
        log.entries().addAll(entries);
        return log;
    }

    private static boolean verifies(List<byte[]> good, int index, Change change) {
        ExampleLog log = log(good);
        Map<String, Object> entry = new HashMap<>(ExampleLog.parsed(good.get(index)));
        entry.remove("sig");
        log.entries().set(index, log.sign(change.apply(entry), log.key()));
        return MemoryEvidence.findings(log).isEmpty();
    }
}
