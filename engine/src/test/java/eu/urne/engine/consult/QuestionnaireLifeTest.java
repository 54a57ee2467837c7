package eu.urne.engine.consult;

import static eu.urne.engine.consult.ConsultCity.CLOSES;
import static eu.urne.engine.consult.ConsultCity.NOW;
import static eu.urne.engine.consult.ConsultCity.SQUARE;
import static eu.urne.engine.consult.ConsultCity.assertRefused;
import static eu.urne.engine.consult.ConsultCity.code;
import static eu.urne.engine.consult.ConsultCity.form;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.consult.QuestionnaireCommand.OpenQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.PublishFinding;
import eu.urne.engine.consult.QuestionnaireCommand.ReviseFinding;
import eu.urne.engine.consult.QuestionnaireCommand.WithdrawQuestionnaire;
import eu.urne.engine.consult.Reception.Differs;
import eu.urne.engine.consult.Reception.Received;
import eu.urne.engine.consult.Reception.Waiting;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.store.Beside;
import eu.urne.engine.store.LogName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A questionnaire from its definition to its findings. */
@ParameterizedClass
@EnumSource(Beside.class)
class QuestionnaireLifeTest {

    private static final String TREES = "{'most':'trees'}";
    private static final BlobHash TEXT = new BlobHash("ab".repeat(32));

    @Parameter
    Beside beside;

    @TempDir
    Path folder;

    private ConsultCity city;

    @BeforeEach
    void start() {
        city = new ConsultCity(beside, folder);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private Answer close() {
        return city.engine().consultations().close(SQUARE, null, new CommandOrigin("close", "staff/one", CLOSES));
    }

    private QuestionnaireEvent.ResultsPublished results() {
        city.engine().consultations().publish(SQUARE, city.origin());
        return ((Questionnaire.Published) city.engine().consultations().questionnaire(SQUARE)).results();
    }

    @Test
    void tellsWhatNoSmallGroupFollowsFrom() {
        city.open(Access.OPEN, PaperEntry.NONE);
        for (int i = 0; i < 12; i++) {
            assertThat(city.answer(form(i), "{'most':'trees','today':1}", null)).isInstanceOf(Received.class);
        }
        for (int i = 12; i < 18; i++) {
            city.answer(form(i), "{'most':'benches','also':['water','trees'],'people':2}", null);
        }
        city.answer(form(18), "{'most':'water','words':'A boat, please'}", null);
        assertThat(close()).isInstanceOf(Answer.Accepted.class);
        QuestionnaireEvent.ResultsPublished results = results();
        assertThat(results.answers()).isEqualTo(19);
        assertThat(results.tables())
                .contains(
                        new QuestionTable(
                                "most",
                                19L,
                                List.of(
                                        new TableCell("trees", 12L),
                                        new TableCell("benches", null),
                                        new TableCell("water", null)),
                                null),
                        new QuestionTable("words", null, List.of(), null));
        assertThat(city.engine().consultations().words(SQUARE, "words")).containsExactly("A boat, please");
    }

    @Test
    void sameFormAgainGetsTheSameReceipt() {
        city.open(Access.OPEN, PaperEntry.NONE);
        Received first = (Received) city.answer(form(1), TREES, null);
        Received again = (Received) city.answer(form(1), TREES, null);
        assertThat(again.kept().leaf()).isEqualTo(first.kept().leaf());
        assertThat(city.engine().consultations().answers(SQUARE)).isEqualTo(1);
        assertRefused(
                city.answer(form(1), "{'most':'water'}", null),
                "answers: this form or code was used already, with other answers");
    }

    @Test
    void formThatIsSentTwiceAtOnceWithOtherAnswersLosesNone() {
        city.open(Access.OPEN, PaperEntry.NONE);
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> city.answer(form(i / 8), i % 2 == 0 ? TREES : "{'most':'water'}", null));
        assertThat(city.engine().consultations().answers(SQUARE)).isEqualTo(5);
        close();
        assertThat(results().answers()).isEqualTo(5);
    }

    @Test
    void codeIsUsedOnce() {
        city.open(Access.TOKEN, PaperEntry.NONE);
        assertRefused(city.answer(form(1), TREES, null), "code: this questionnaire is answered with a code");
        assertRefused(city.answer(form(1), TREES, code(1)), "code: it is not one of this questionnaire");
        city.engine().consultations().issue(SQUARE, List.of(code(1).hash(SQUARE), code(2).hash(SQUARE)), city.origin());
        assertThat(city.answer(form(1), TREES, code(1))).isInstanceOf(Received.class);
        assertThat(city.answer(form(1), TREES, code(1))).isInstanceOf(Received.class);
        assertThat(city.engine().consultations().answers(SQUARE)).isEqualTo(1);
        assertThat(close()).isInstanceOf(Answer.Accepted.class);
        assertRefused(city.answer(form(4), TREES, code(2)), "questionnaire: square is closed");
    }

    @Test
    void whoFindsAUsedCodeLearnsNothingByGuessing() {
        city.open(Access.TOKEN, PaperEntry.NONE);
        city.engine().consultations().issue(SQUARE, List.of(code(1).hash(SQUARE)), city.origin());
        assertThat(city.answer(form(1), TREES, code(1))).isInstanceOf(Received.class);
        assertRefused(city.answer(form(2), TREES, code(1)), "code: it has been used already");
        assertRefused(city.answer(form(3), "{'most':'water'}", code(1)), "code: it has been used already");
        close();
        assertThat(results().answers()).isEqualTo(1);
    }

    @Test
    void sheetThatHasNoCodeWhereItNeedsOneDoesNotWait() {
        city.open(Access.TOKEN, PaperEntry.TWICE);
        assertRefused(city.type("staff/one", "12", TREES), "code: this questionnaire is answered with a code");
        assertThat(city.engine().consultations().waiting(SQUARE)).isEmpty();
    }

    @Test
    void wordsStandInAnOrderThatSaysNothingOfTheirAnswers() {
        city.open(Access.OPEN, PaperEntry.NONE);
        for (int i = 0; i < 7; i++) {
            city.answer(form(i), "{'most':'trees','words':'w" + (7 - i) + "'}", null);
        }
        close();
        assertThat(city.engine().consultations().words(SQUARE, "words"))
                .containsExactly("w1", "w2", "w3", "w4", "w5", "w6", "w7");
    }

    @Test
    void sheetOfPaperIsTypedByTwoPersonsAlike() {
        city.open(Access.OPEN, PaperEntry.TWICE);
        assertThat(city.type("staff/one", "7", TREES)).isInstanceOf(Waiting.class);
        assertThat(city.type("staff/one", "7", TREES)).isInstanceOf(Waiting.class);
        assertThat(city.type("staff/two", "7", "{'most':'water'}")).isInstanceOf(Differs.class);
        assertThat(city.type("staff/two", "7", TREES)).isInstanceOf(Waiting.class);
        assertThat(city.type("staff/one", "7", TREES)).isInstanceOf(Received.class);
        assertThat(city.type("staff/two", "7", TREES)).isInstanceOf(Received.class);
        assertThat(city.engine().consultations().answers(SQUARE)).isEqualTo(1);
        assertThat(city.engine().consultations().waiting(SQUARE)).isEmpty();
    }

    @Test
    void noAnswerAndNoMomentStandsInTheLog() {
        city.open(Access.OPEN, PaperEntry.NONE);
        city.answer(form(1), "{'most':'trees','words':'Zanzibar'}", null);
        city.engine().log().reader().range(LogName.PUBLIC, 0, 100).forEach(stored -> {
            assertThat(new String(stored.sealed(), StandardCharsets.UTF_8)).doesNotContain("Zanzibar");
            if (EntryCodec.read(stored.sealed()).type().endsWith("AnswerReceived.v1")) {
                assertThat(EntryCodec.read(stored.sealed()).at() % 86_400_000).isZero();
            }
        });
    }

    @Test
    void refusesWhatDoesNotFitInASentence() {
        city.open(Access.OPEN, PaperEntry.NONE);
        assertRefused(city.answer(form(1), "{}", null), "question most: it needs an answer");
        assertRefused(
                city.answer(form(1), "{'most':'x'}", null), "question most: the id of one of its options is expected");
        assertRefused(
                city.answer(form(1), "{'most':'trees','also':['trees','trees']}", null),
                "question also: an option stands twice");
        assertRefused(
                city.answer(form(1), "{'most':'trees','today':4}", null),
                "question today: a whole number from 1 to 3 is expected");
        assertRefused(city.answer(form(1), "{'most':'trees','no':4}", null), "answers: there is no question no");
        assertRefused(city.type("staff/one", "7", TREES), "paper: this questionnaire has no sheets of paper");
    }

    @Test
    void isClosedBeforeItsTimeWithAReasonOnly() {
        city.open(Access.OPEN, PaperEntry.NONE);
        assertRefused(
                city.engine().consultations().close(SQUARE, null, city.origin()),
                "reason: before the moment told to all, it is closed with a reason");
        assertThat(city.engine().consultations().close(SQUARE, "Storm", city.origin()))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(city.engine().consultations().close(SQUARE, "Storm", city.origin()))
                .isInstanceOf(Answer.Unchanged.class);
    }

    @Test
    void isWithdrawnBeforeItIsOpenOnly() {
        city.open(Access.OPEN, PaperEntry.NONE);
        city.refused(new WithdrawQuestionnaire(SQUARE, "Typo"), "questionnaire: square is open");
        city.refused(
                new OpenQuestionnaire(new QuestionnaireId("no"), NOW), "questionnaire: there is no questionnaire no");
    }

    @Test
    void findingsFollowResultsAndCanBeRevised() {
        city.open(Access.OPEN, PaperEntry.NONE);
        Finding finding = new Finding(new FindingId("trees"), "Trees", FindingState.PLANNED, TEXT, List.of());
        city.refused(new PublishFinding(SQUARE, finding), "questionnaire: the results of square are not published yet");
        close();
        results();
        city.accepted(new PublishFinding(SQUARE, finding));
        Finding done = new Finding(finding.id(), "Trees", FindingState.DONE, TEXT, List.of("budget/square"));
        city.refused(
                new PublishFinding(SQUARE, done),
                "finding: there is a finding trees already; it can be revised, with a reason");
        city.accepted(new ReviseFinding(SQUARE, done, "Planted"));
        assertThat(((Questionnaire.Published) city.engine().consultations().questionnaire(SQUARE)).findings())
                .containsEntry(finding.id(), done);
    }

    @Test
    void answersAreErasedAndResultsStay() {
        city.open(Access.OPEN, PaperEntry.NONE);
        city.answer(form(1), "{'most':'trees','words':'Zanzibar'}", null);
        close();
        results();
        assertThat(city.engine().consultations().erase(SQUARE, "Over", city.origin()))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(city.engine().consultations().words(SQUARE, "words")).isEmpty();
    }
}
