package eu.urne.engine.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Proofs;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RollCommand.AdmitVoter;
import eu.urne.engine.roll.RollCommand.HandOutCard;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoredEntry;
import eu.urne.engine.tally.Ballot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollLifeTest {

    private static final PollId POLL = TestPolls.POLL;
    private static final long NOW = 1_767_225_600_000L;

    @TempDir
    Path folder;

    private DataDirectory data;
    private Engine engine;
    private int commands;

    @BeforeEach
    void start() {
        data = DataDirectory.open(folder, origin(), stores());
        engine = Engine.start(data, NOW, axon -> {});
    }

    String origin() {
        return "test.example/log";
    }

    /** Where the log is. */
    StoreSettings stores() {
        return new StoreSettings.Sqlite();
    }

    @AfterEach
    void stop() {
        engine.close();
        data.close();
    }

    private CommandOrigin staff() {
        return new CommandOrigin("test-" + commands++, "staff/abcd", NOW);
    }

    private PollDefinition definition(BallotKind kind) {
        return TestPolls.definition(kind, false, engine.polls().trustees(POLL));
    }

    private static SealedBallot ballot(PollDefinition definition, int voter, Ballot choice) {
        return TestPolls.ballot(definition, voter, 0, choice);
    }

    private Answer cast(SealedBallot ballot) {
        return engine.commands()
                .send(new CastBallot(ballot), new CommandOrigin(ballot.id().hex(), "booth", NOW).toTheDay());
    }

    private PollDefinition opened(PollDefinition definition, int voters) {
        accepted(engine.polls().define(definition, staff()));
        List<Token> tokens = new ArrayList<>();
        for (int voter = 0; voter < voters; voter++) {
            tokens.add(TestPolls.seed(voter).token());
            Person person = new Person(String.format("%032x", voter));
            accepted(engine.commands().send(new AdmitVoter(POLL, person), staff()));
            accepted(engine.commands().send(new HandOutCard(POLL, person), staff()));
        }
        accepted(engine.commands().send(new PollCommand.IssueCards(POLL, "all", tokens), staff()));
        accepted(engine.polls().open(POLL, staff()));
        return definition;
    }

    private PollDefinition opened(int voters) {
        return opened(definition(new BallotKind.Favourite()), voters);
    }

    private static Answer.Accepted accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return (Answer.Accepted) answer;
    }

    private static Reason refused(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).refusal().reason();
    }

    private String outcome() {
        accepted(engine.polls().close(POLL, staff()));
        accepted(engine.polls().reveal(POLL, staff()));
        long index = accepted(engine.polls().declare(POLL, staff())).receipt().index();
        StoredEntry entry =
                engine.log().reader().range(LogName.PUBLIC, index, 1).getFirst();
        return new String(entry.sealed(), StandardCharsets.UTF_8);
    }

    @Test
    void aPollGoesFromDefinitionToOutcome() {
        PollDefinition definition = opened(definition(new BallotKind.Approval(2)), 4);
        accepted(cast(ballot(definition, 0, Ballot.Approval.of(0, 2))));
        accepted(cast(ballot(definition, 1, Ballot.Approval.of(2))));
        accepted(cast(ballot(definition, 2, new Ballot.Blank())));
        assertThat(outcome())
                .contains("\"selected\":[\"c\",\"a\"]", "\"cast\":3", "\"blank\":1", "\"spent\":500000", "\"left\":0");
    }

    @Test
    void gradesAreCountedByMajorityJudgment() {
        PollDefinition definition = opened(definition(new BallotKind.Grades(4)), 3);
        accepted(cast(ballot(definition, 0, Ballot.Grades.of(3, 1, 0))));
        accepted(cast(ballot(definition, 1, Ballot.Grades.of(0, 2, 1))));
        accepted(cast(ballot(definition, 2, Ballot.Grades.of(1, 2, 3))));
        assertThat(outcome()).contains("\"selected\":[\"b\"]", "\"spent\":0", "\"left\":500000", "\"ties\":[]");
    }

    @Test
    void aMotionIsCarriedByItsMajority() {
        PollDefinition definition = opened(definition(new BallotKind.Motion()), 3);
        accepted(cast(ballot(definition, 0, new Ballot.Motion(Ballot.Stance.FOR))));
        accepted(cast(ballot(definition, 1, new Ballot.Motion(Ballot.Stance.ABSTAIN))));
        accepted(cast(ballot(definition, 2, new Ballot.Blank())));
        assertThat(outcome()).contains("\"selected\":[\"a\"]", "\"counted\":3", "\"blank\":1");
    }

    @Test
    void whereAllowedTheLastVoteOfATokenCounts() {
        PollDefinition definition = TestPolls.definition(
                new BallotKind.Favourite(), true, engine.polls().trustees(POLL));
        opened(definition, 1);
        accepted(cast(TestPolls.ballot(definition, 0, 0, Ballot.Approval.of(0))));
        accepted(cast(TestPolls.ballot(definition, 0, 7, Ballot.Approval.of(1))));
        accepted(cast(TestPolls.ballot(definition, 0, 3, Ballot.Approval.of(2))));
        assertThat(outcome()).contains("\"cast\":3", "\"superseded\":2", "\"selected\":[\"b\",\"c\"]");
    }

    @Test
    void aBallotThatSaysNothingValidIsCountedAsNull() {
        PollDefinition definition = opened(2);
        byte[] nonsense = new byte[BallotWidth.plaintext(new BallotKind.Favourite(), 3)];
        SealedBallot sealed =
                Suite1.seal(definition.terms(), definition.hash(), TestPolls.seed(0), 0, nonsense, TestPolls.secret(0));
        accepted(cast(sealed));
        accepted(cast(ballot(definition, 1, Ballot.Approval.of(1))));
        assertThat(outcome()).contains("\"cast\":2", "\"null\":1", "\"counted\":1");
    }

    @Test
    void theReceiptProvesTheBallotWithoutAskingUs() {
        PollDefinition definition = opened(2);
        Answer.Accepted answer = accepted(cast(ballot(definition, 0, Ballot.Approval.of(1))));
        Checkpoint checkpoint =
                Checkpoint.verify(answer.receipt().checkpoint(), engine.log().verifierKey(LogName.PUBLIC));
        long index = answer.receipt().index();
        byte[] leaf = TreeHash.leaf(
                engine.log().reader().range(LogName.PUBLIC, index, 1).getFirst().sealed());
        assertThat(Proofs.verifyInclusion(
                        index, checkpoint.size(), leaf, answer.receipt().proof(), checkpoint.root()))
                .isTrue();
    }

    @Test
    void theSameBallotAgainGetsTheSameReceiptEvenAfterTheClose() {
        PollDefinition definition = opened(2);
        SealedBallot ballot = ballot(definition, 0, Ballot.Approval.of(1));
        String first = accepted(cast(ballot)).receipt().text();
        accepted(cast(ballot(definition, 1, Ballot.Approval.of(1))));
        accepted(engine.polls().close(POLL, staff()));
        Answer.Accepted again = accepted(cast(ballot));
        assertThat(again.repeated()).isTrue();
        assertThat(again.receipt().text()).isEqualTo(first);
    }

    @Test
    void aTokenVotesOnce() {
        PollDefinition definition = opened(2);
        accepted(cast(ballot(definition, 0, Ballot.Approval.of(1))));
        long size = engine.log().checkpoint(LogName.PUBLIC).size();
        assertThat(refused(cast(ballot(definition, 0, Ballot.Approval.of(2))))).isEqualTo(Reason.USED);
        assertThat(refused(cast(TestPolls.ballot(definition, 0, 1, Ballot.Approval.of(2)))))
                .isEqualTo(Reason.INVALID);
        assertThat(engine.log().checkpoint(LogName.PUBLIC).size()).isEqualTo(size);
    }

    @Test
    void aStrangersTokenIsRefused() {
        PollDefinition definition = opened(2);
        assertThat(refused(cast(ballot(definition, 9, Ballot.Approval.of(1))))).isEqualTo(Reason.NOT_AUTHORISED);
    }

    @Test
    void aBallotForAnUnknownPollIsRefused() {
        PollDefinition definition = definition(new BallotKind.Favourite());
        assertThat(refused(cast(ballot(definition, 9, Ballot.Approval.of(1))))).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void aBallotBeforeTheOpeningOrAfterTheCloseIsRefused() {
        PollDefinition definition = definition(new BallotKind.Favourite());
        SealedBallot ballot = ballot(definition, 0, Ballot.Approval.of(1));
        accepted(engine.polls().define(definition, staff()));
        assertThat(refused(cast(ballot))).isEqualTo(Reason.WRONG_STATE);
        List<Token> tokens = List.of(TestPolls.seed(0).token());
        accepted(engine.commands().send(new PollCommand.IssueCards(POLL, "all", tokens), staff()));
        accepted(engine.polls().open(POLL, staff()));
        accepted(engine.polls().close(POLL, staff()));
        assertThat(refused(cast(ballot))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void aCiphertextIsUsedOnce() {
        PollDefinition definition = opened(2);
        SealedBallot first = ballot(definition, 0, Ballot.Approval.of(1));
        accepted(cast(first));
        SealedBallot copied = SealedBallot.sign(TestPolls.seed(1), POLL, "card", 0, first.enc(), first.ct());
        assertThat(refused(cast(copied))).isEqualTo(Reason.USED);
    }

    @Test
    void aBallotOfAnotherLengthIsRefused() {
        PollDefinition definition = opened(2);
        byte[] longer = new byte[BallotWidth.plaintext(new BallotKind.Favourite(), 3) + 1];
        SealedBallot sealed =
                Suite1.seal(definition.terms(), definition.hash(), TestPolls.seed(0), 0, longer, TestPolls.secret(0));
        assertThat(refused(cast(sealed))).isEqualTo(Reason.INVALID);
    }

    @Test
    void theEngineGoesOnAfterARestart() {
        PollDefinition definition = opened(2);
        SealedBallot ballot = ballot(definition, 0, Ballot.Approval.of(1));
        String receipt = accepted(cast(ballot)).receipt().text();
        stop();
        start();
        assertThat(accepted(cast(ballot)).receipt().text()).isEqualTo(receipt);
        accepted(cast(ballot(definition, 1, Ballot.Approval.of(1))));
    }

    @Test
    void stepsOutOfOrderAreRefused() {
        assertThat(refused(engine.polls().open(POLL, staff()))).isEqualTo(Reason.UNKNOWN);
        opened(1);
        assertThat(refused(engine.polls().reveal(POLL, staff()))).isEqualTo(Reason.WRONG_STATE);
        assertThat(refused(engine.polls().declare(POLL, staff()))).isEqualTo(Reason.WRONG_STATE);
        assertThat(refused(engine.polls().open(POLL, staff()))).isEqualTo(Reason.WRONG_STATE);
        accepted(engine.polls().close(POLL, staff()));
        assertThat(refused(engine.polls().close(POLL, staff()))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void aKeyThatIsMissingIsNotMadeAnewForAPollThatIsThere() throws IOException {
        opened(1);
        Path key = data.file("keys/poll-" + POLL + ".key");
        Files.delete(key);

        assertThatThrownBy(() -> engine.polls().trustees(POLL))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the key of the poll " + POLL + " is missing");
        assertThat(key).doesNotExist();
    }

    @Test
    void aPersonIsServedOnceAndOnlyIfAdmitted() {
        opened(1);
        Person served = new Person(String.format("%032x", 0));
        assertThat(refused(engine.commands().send(new HandOutCard(POLL, served), staff())))
                .isEqualTo(Reason.USED);
        assertThat(refused(engine.commands().send(new AdmitVoter(POLL, served), staff())))
                .isEqualTo(Reason.EXISTS);
        Person stranger = new Person(String.format("%032x", 77));
        assertThat(refused(engine.commands().send(new HandOutCard(POLL, stranger), staff())))
                .isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void severalLabelsNeedTwentyCardsEach() {
        accepted(engine.polls().define(definition(new BallotKind.Favourite()), staff()));
        List<Token> one = List.of(TestPolls.seed(0).token());
        List<Token> other = List.of(TestPolls.seed(1).token());
        accepted(engine.commands().send(new PollCommand.IssueCards(POLL, "north", one), staff()));
        accepted(engine.commands().send(new PollCommand.IssueCards(POLL, "south", other), staff()));
        assertThat(refused(engine.polls().open(POLL, staff()))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void aTokenIsIssuedOnce() {
        accepted(engine.polls().define(definition(new BallotKind.Favourite()), staff()));
        List<Token> tokens = List.of(TestPolls.seed(0).token());
        accepted(engine.commands().send(new PollCommand.IssueCards(POLL, "all", tokens), staff()));
        assertThat(refused(engine.commands().send(new PollCommand.IssueCards(POLL, "all", tokens), staff())))
                .isEqualTo(Reason.USED);
    }
}
