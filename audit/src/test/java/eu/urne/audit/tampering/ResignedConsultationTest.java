package eu.urne.audit.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever has the log's key changes one value of one event of a questionnaire, an answer or a gathering, and signs it
 * again. What is told for people only may be otherwise, and is listed; nothing else may go unnoticed.
 */
class ResignedConsultationTest {

    /** Places in an event that may be otherwise; docs/tampering.md says why. */
    private static final Set<String> FREE = Set.of(
            "AnswerReceived/data/typed[]",
            "AnswersErased/data/reason",
            "FindingPublished/data/finding/links",
            "FindingPublished/data/finding/links[]",
            "FindingPublished/data/finding/text",
            "FindingPublished/data/finding/wish",
            "FindingRevised/data/finding/text",
            "FindingRevised/data/finding/wish",
            "FindingRevised/data/reason",
            "GatheringAnnounced/data/terms/day",
            "GatheringAnnounced/data/terms/demonstration",
            "GatheringAnnounced/data/terms/from",
            "GatheringAnnounced/data/terms/kind",
            "GatheringAnnounced/data/terms/least",
            "GatheringAnnounced/data/terms/place",
            "GatheringAnnounced/data/terms/sites[]/title",
            "GatheringAnnounced/data/terms/text",
            "GatheringAnnounced/data/terms/title",
            "GatheringAnnounced/data/terms/until",
            "GatheringCalledOff/data/reason",
            "GatheringHeld/data/attendance",
            "GatheringHeld/data/byAge[]/count",
            "GatheringHeld/data/bySite[]/count",
            "QuestionnaireDefined/data/terms/closes",
            "QuestionnaireDefined/data/terms/demonstration",
            "QuestionnaireDefined/data/terms/least",
            "QuestionnaireDefined/data/terms/questions[]/most",
            "QuestionnaireDefined/data/terms/questions[]/needed",
            "QuestionnaireDefined/data/terms/questions[]/options[]/title",
            "QuestionnaireDefined/data/terms/questions[]/title",
            "QuestionnaireDefined/data/terms/text",
            "QuestionnaireDefined/data/terms/title",
            "QuestionnaireWithdrawn/data/reason",
            "ResultsPublished/data/tables[]/answered",
            "ResultsPublished/data/tables[]/cells[]/count");

    @TempDir
    Path folder;

    @Test
    void everyChangedValueIsFoundButTheListedOnes() {
        try (PlayedConsultation consultation = new PlayedConsultation(folder)) {
            ChangedValues changed = ChangedValues.of(consultation.play().entries());
            assertThat(changed.tried()).as("places that were tried").hasSizeGreaterThan(90);
            assertThat(changed.unnoticed()).isEqualTo(FREE);
        }
    }

    /** The list of this test is that of the page. */
    @Test
    void pageListsWhatMayBeOtherwise() throws Exception {
        String page = Files.readString(Path.of("../docs/tampering.md"));
        assertThat(FREE).allMatch(place -> page.contains("`" + place + "`"));
    }
}
