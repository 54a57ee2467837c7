package eu.urne.audit.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.MemoryEvidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whoever has the log's key changes one value of one entry, signs it again, seals the poll again and builds the tree
 * anew. Every value of every event of a whole poll is tried in every way of {@link Change}. What no verifier can tell
 * from this log alone is listed, and nothing else may go unnoticed.
 */
class ResignedLogTest {
    /** Places in an event that may be otherwise; docs/tampering.md says why. */
    private static final Set<String> FREE = Set.of(
            "*/at",
            "*/by",
            "CardsIssued/data/label",
            "CardsIssued/data/tokens[]",
            "RegisterOpened/data/admitted",
            "RegisterClosed/data/admitted");

    private final List<byte[]> good = play().entries();

    private static ExampleLog play() {
        ExampleElection election = new ExampleElection();
        election.log().genesis();
        election.approval();
        return election.log();
    }

    @Test
    void everyChangedValueIsFoundButTheListedOnes() {
        Set<String> unnoticed = new TreeSet<>();
        Set<String> tried = new HashSet<>();
        Set<String> types = new HashSet<>();
        for (int index = 0; index < good.size(); index++) {
            Map<String, Object> entry = ExampleLog.parsed(good.get(index));
            String event = String.valueOf(entry.get("type")).replaceAll("urne\\.[a-z]+\\.(.*)\\.v1", "$1");
            if (types.add(event)) {
                entry.remove("sig");
                for (Change change : Change.of(entry)) {
                    tried.add(event + change.place());
                    if (!change.apply(entry).equals(entry) && verifies(index, change)) {
                        unnoticed.add(
                                Set.of("/at", "/by").contains(change.place())
                                        ? "*" + change.place()
                                        : event + change.place());
                    }
                }
            }
        }
        assertThat(tried).as("places that were tried").hasSizeGreaterThan(150);
        assertThat(unnoticed).isEqualTo(FREE);
    }

    private boolean verifies(int index, Change change) {
        ExampleLog log = new ExampleLog("vote.example.org/2026");
        log.entries().addAll(good);
        Map<String, Object> entry = new HashMap<>(ExampleLog.parsed(good.get(index)));
        entry.remove("sig");
        log.entries().set(index, log.sign(change.apply(entry), log.key()));
        if (!String.valueOf(entry.get("type")).equals("urne.poll.PollSealed.v1")) {
            new LogSurgery(log).sealAgain();
        }
        return MemoryEvidence.findings(log).isEmpty();
    }

    /** The list of this test is that of the page. */
    @Test
    void pageListsWhatMayBeOtherwise() throws Exception {
        String page = Files.readString(Path.of("../docs/tampering.md"));
        List<String> missing = new ArrayList<>(FREE);
        missing.removeIf(place -> page.contains("`" + place + "`"));
        assertThat(missing).isEmpty();
    }
}
