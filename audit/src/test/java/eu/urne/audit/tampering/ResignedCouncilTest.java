package eu.urne.audit.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
            ChangedValues changed = ChangedValues.of(good);
            assertThat(changed.tried()).as("places that were tried").hasSizeGreaterThan(200);
            assertThat(changed.unnoticed()).isEqualTo(FREE);
        }
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
