package eu.urne.audit.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.MemoryEvidence;
import java.io.IOException;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever has the log's key changes one value of one event of a council, its draw, a meeting, a motion, minutes or
 * their signers, and signs it again. Every value of the first event of each type is tried in every way of
 * {@link Change}. What is told for people only may be otherwise, and is listed; nothing else may go unnoticed.
 */
class ResignedCouncilTest {

    /** Places in an event that may be otherwise; docs/tampering.md says why. */
    private static final Set<String> FREE = Set.of(
            "AgendaItemAdded/data/item/title",
            "AgendaItemWithdrawn/data/reason",
            "AmendmentDecided/data/votes/abstained",
            "AmendmentDecided/data/votes/against",
            "AmendmentDecided/data/votes/for",
            "AmendmentPut/data/mover",
            "AmendmentPut/data/text",
            "CouncilEstablished/data/terms/procedure/absences",
            "CouncilEstablished/data/terms/procedure/casting",
            "CouncilEstablished/data/terms/procedure/notice",
            "CouncilEstablished/data/terms/procedure/proxies",
            "CouncilEstablished/data/terms/procedure/quorum/of",
            "CouncilEstablished/data/terms/procedure/quorum/share",
            "CouncilEstablished/data/terms/procedure/remote",
            "CouncilEstablished/data/terms/seats",
            "CouncilEstablished/data/terms/termMonths",
            "CouncilEstablished/data/terms/title",
            "CouncilRevised/data/reason",
            "CouncilRevised/data/terms/seats",
            "CouncilRevised/data/terms/termMonths",
            "CouncilRevised/data/terms/title",
            "DrawAnnounced/data/terms/attributes[]/values",
            "DrawAnnounced/data/terms/consentBelow",
            "DrawAnnounced/data/terms/who/from",
            "DrawAnnounced/data/terms/who/to",
            "MeetingCalled/data/call/called",
            "MeetingCalled/data/call/place",
            "MeetingCalled/data/call/time",
            "MeetingCalled/data/call/title",
            "MinutesCorrected/data/reason",
            "MotionPut/data/terms/answerDays",
            "MotionPut/data/terms/mover",
            "MotionPut/data/terms/text",
            "MotionPut/data/terms/title",
            "MotionWithdrawn/data/reason",
            "OpinionAnswered/data/text",
            "PoolFrozen/data/moments[]",
            "RoleAnswered/data/accepted",
            "RoleOpened/data/places",
            "RoleOpened/data/title",
            "SignerKeyRevoked/data/reason",
            "SignerNamed/data/terms/title",
            "SignerRetired/data/reason",
            "TextRevised/data/text",
            "VoteCorrected/data/reason",
            "VoteOpened/data/division/events");

    @TempDir
    Path folder;

    @Test
    void everyChangedValueIsFoundButTheListedOnes() throws IOException {
        try (PlayedCouncil council = new PlayedCouncil(folder)) {
            List<byte[]> good = council.play().entries();
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
            assertThat(tried).as("places that were tried").hasSizeGreaterThan(200);
            assertThat(unnoticed).isEqualTo(FREE);
        }
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

    /** The list of this test is that of the page. */
    @Test
    void pageListsWhatMayBeOtherwise() throws Exception {
        String page = Files.readString(Path.of("../docs/tampering.md"));
        List<String> missing = new ArrayList<>(FREE);
        missing.removeIf(place -> page.contains("`" + place + "`"));
        assertThat(missing).isEmpty();
    }
}
