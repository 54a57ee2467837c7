package eu.urne.engine.poll;

import static eu.urne.engine.poll.PaperElection.ANNE;
import static eu.urne.engine.poll.PaperElection.BRUNO;
import static eu.urne.engine.poll.PaperElection.CARLA;
import static eu.urne.engine.poll.PaperElection.POLL;
import static eu.urne.engine.poll.PaperElection.accepted;
import static eu.urne.engine.poll.PaperElection.refused;
import static eu.urne.engine.poll.PaperElection.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.poll.PollCommand.VoidCards;
import eu.urne.engine.store.LogName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperBallotsTest {

    private static final int SHEET = 100;

    @TempDir
    Path folder;

    private PaperElection election;

    @BeforeEach
    void open() {
        election = PaperElection.open(folder);
    }

    @AfterEach
    void close() {
        election.close();
    }

    private PaperSheet sheet() {
        return election.engine().paper().sheet(POLL, TestPolls.seed(SHEET).token());
    }

    @Test
    void aSheetThatTwoPersonsReadAlikeIsCastAndCounted() {
        election.handOut(2);
        election.enterAndCast(SHEET, 1);
        accepted(election.cast(election.card(0, 1)));
        accepted(election.count(1, ANNE));
        accepted(election.count(1, BRUNO));
        accepted(election.closePoll());
        accepted(election.engine().polls().reveal(POLL, election.by(ANNE)));
        Answer.Accepted outcome = accepted(election.engine().polls().declare(POLL, election.by(ANNE)));
        assertThat(new String(
                        election.engine()
                                .log()
                                .reader()
                                .range(LogName.PUBLIC, outcome.receipt().index(), 1)
                                .getFirst()
                                .sealed(),
                        StandardCharsets.UTF_8))
                .contains("\"cast\":2", "\"selected\":[\"b\"");
    }

    @Test
    void aSheetIsNotCastBeforeTwoPersonsEnteredItAlike() {
        String sentence = "token: two persons must enter this sheet alike before it is cast";
        assertThat(refused(election.cast(election.sheet(SHEET, 1)))).isEqualTo(sentence);
        accepted(election.enter(SHEET, 1, ANNE));
        assertThat(refused(election.cast(election.sheet(SHEET, 1)))).isEqualTo(sentence);
        accepted(election.enter(SHEET, 0, BRUNO));
        assertThat(refused(election.cast(election.sheet(SHEET, 1)))).isEqualTo(sentence);
    }

    @Test
    void whoCastsCannotCastAnotherChoiceThanTheOneAgreed() {
        accepted(election.enter(SHEET, 1, ANNE));
        accepted(election.enter(SHEET, 1, BRUNO));
        assertThat(refused(election.cast(election.sheet(SHEET, 2))))
                .isEqualTo("token: two persons entered another choice for this sheet");
        accepted(election.cast(election.sheet(SHEET, 1)));
    }

    @Test
    void twoPersonsWithOneKeyAreOnePerson() {
        accepted(election.enter(SHEET, 1, ANNE));
        assertThat(election.enter(SHEET, 1, ANNE)).isEqualTo(new Answer.Unchanged());
        assertThat(sheet())
                .isEqualTo(new PaperSheet.Entered(ANNE, election.sheet(SHEET, 1).id()));
    }

    @Test
    void onePersonCanCorrectWhatWasTyped() {
        accepted(election.enter(SHEET, 1, ANNE));
        accepted(election.enter(SHEET, 2, ANNE));
        accepted(election.enter(SHEET, 2, BRUNO));
        assertThat(sheet())
                .isEqualTo(new PaperSheet.Agreed(election.sheet(SHEET, 2).id()));
    }

    @Test
    void afterADisputeBothEnterTheSheetAnew() {
        accepted(election.enter(SHEET, 1, ANNE));
        assertThat(accepted(election.enter(SHEET, 2, BRUNO)).events()).isEqualTo(2);
        assertThat(sheet()).isEqualTo(new PaperSheet.Disputed());
        accepted(election.enter(SHEET, 2, ANNE));
        assertThat(sheet())
                .isEqualTo(new PaperSheet.Entered(ANNE, election.sheet(SHEET, 2).id()));
        accepted(election.enter(SHEET, 2, CARLA));
        accepted(election.cast(election.sheet(SHEET, 2)));
    }

    @Test
    void anAgreedSheetStaysAsItIs() {
        accepted(election.enter(SHEET, 1, ANNE));
        accepted(election.enter(SHEET, 1, BRUNO));
        assertThat(election.enter(SHEET, 1, CARLA)).isEqualTo(new Answer.Unchanged());
        assertThat(refused(election.enter(SHEET, 2, CARLA)))
                .isEqualTo("token: two persons have entered this sheet alike already");
    }

    @Test
    void castAgainItIsTheSameBallotAndNoSecondOne() {
        election.enterAndCast(SHEET, 1);
        assertThat(accepted(election.cast(election.sheet(SHEET, 1))).repeated()).isTrue();
        assertThat(refused(election.enter(SHEET, 1, CARLA)))
                .isEqualTo("token: the ballot of this sheet is cast already");
    }

    @Test
    void theTokenOfASheetIsNoCardAndACardIsNoSheet() {
        assertThat(refused(election.cast(election.card(SHEET, 1))))
                .isEqualTo("token: it is not authorised for the poll " + POLL);
        assertThat(refused(election.enter(0, 1, ANNE))).isEqualTo("token: it is not authorised for the poll " + POLL);
    }

    @Test
    void aVoidSheetIsNotEnteredAndAnAgreedOneNotVoided() {
        accepted(election.send(new VoidCards(POLL, "paper", tokens(SHEET, 1))));
        assertThat(refused(election.enter(SHEET, 1, ANNE))).isEqualTo("token: its card is void");
        accepted(election.enter(SHEET + 1, 1, ANNE));
        accepted(election.enter(SHEET + 1, 1, BRUNO));
        assertThat(refused(election.send(new VoidCards(POLL, "paper", tokens(SHEET + 1, 1)))))
                .isEqualTo("tokens: " + TestPolls.seed(SHEET + 1).token() + " has voted already");
    }

    @Test
    void entriesSayNothingThatCouldBeComparedWithoutTheSheet() {
        SealedBallot one = election.sheet(SHEET, 1);
        assertThat(one.id()).isEqualTo(election.sheet(SHEET, 1).id());
        assertThat(List.of(
                        election.sheet(SHEET, 0).id(),
                        election.sheet(SHEET, 2).id(),
                        election.sheet(SHEET + 1, 1).id(),
                        election.invalidSheet(SHEET).id()))
                .doesNotHaveDuplicates()
                .doesNotContain(one.id());
        accepted(election.enter(SHEET, 1, ANNE));
        String entry = election.engine().log().reader().stream(new CastBallot(one).stream(), 0, 1).stream()
                .map(stored -> EntryCodec.read(stored.sealed()).data().toString())
                .findFirst()
                .orElseThrow();
        assertThat(entry)
                .isEqualTo("{\"by\":\"" + ANNE + "\",\"commitment\":\"" + one.id() + "\",\"poll\":\"" + POLL
                        + "\",\"token\":\"" + one.token() + "\"}");
    }

    @Test
    void aSheetThatSaysNothingValidIsCastAsNull() {
        election.handOut(1);
        SealedBallot ballot = election.invalidSheet(SHEET);
        for (String person : List.of(ANNE, BRUNO)) {
            accepted(election.engine().paper().enter(POLL, ballot.token(), ballot.id(), election.by(person)));
        }
        accepted(election.cast(ballot));
        accepted(election.count(1, ANNE));
        accepted(election.count(1, BRUNO));
        accepted(election.closePoll());
        accepted(election.engine().polls().reveal(POLL, election.by(ANNE)));
        accepted(election.engine().polls().declare(POLL, election.by(ANNE)));
        assertThat(election.engine().log().reader().ofType("poll/" + POLL, "urne.poll.OutcomeDeclared.v1").stream()
                        .map(stored -> new String(stored.sealed(), StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("\"null\":1", "\"cast\":1");
    }
}
