package eu.urne.engine.poll;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RollCommand.AdmitVoter;
import eu.urne.engine.roll.RollCommand.HandOutCard;
import eu.urne.engine.tally.Ballot;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A poll with twenty cards, seeds 0 to 19, and twenty sheets of paper, seeds 100 to 119. */
final class PaperElection implements AutoCloseable {

    static final PollId POLL = TestPolls.POLL;
    static final String ANNE = "staff/aaaaaaaaaaaaaaaa";
    static final String BRUNO = "staff/bbbbbbbbbbbbbbbb";
    static final String CARLA = "staff/cccccccccccccccc";

    private static final long NOW = 1_767_225_600_000L + 3_600_000;

    private final DataDirectory data;
    private final Engine engine;
    private final PollDefinition definition;
    private int commands;

    /** A poll that is prepared. */
    PaperElection(Path folder, List<String> channels) {
        data = DataDirectory.open(folder, "test.example/log");
        engine = Engine.start(data, NOW, axon -> {});
        PollTerms terms = TestPolls.definition(
                        new BallotKind.Favourite(), false, engine.polls().trustees(POLL))
                .terms();
        definition = new PollDefinition(
                new PollTerms(
                        POLL,
                        terms.title(),
                        terms.limits(),
                        terms.budget(),
                        terms.rule(),
                        terms.tieBreak(),
                        terms.eligibility(),
                        channels,
                        false,
                        1,
                        terms.trustees()),
                TestPolls.definition(new BallotKind.Favourite(), false, terms.trustees())
                        .options());
        accepted(engine.polls().define(definition, by(ANNE)));
    }

    /** The same with its cards and sheets, open. */
    static PaperElection open(Path folder) {
        PaperElection election = new PaperElection(folder, List.of("card", "paper"));
        accepted(election.issue("all", 0));
        accepted(election.issue("paper-town-hall", 100));
        accepted(election.engine.polls().open(POLL, election.by(ANNE)));
        return election;
    }

    Engine engine() {
        return engine;
    }

    CommandOrigin by(String person) {
        return new CommandOrigin("test-" + commands++, person, NOW);
    }

    Answer issue(String label, int first) {
        return send(new PollCommand.IssueCards(POLL, label, tokens(first, 20)));
    }

    Answer send(Object command) {
        return engine.commands().send(command, by(ANNE));
    }

    static List<Token> tokens(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(seed -> TestPolls.seed(seed).token())
                .toList();
    }

    void handOut(int persons) {
        for (int i = 0; i < persons; i++) {
            Person person = new Person(String.format("%032x", 1_000 * commands + i));
            accepted(send(new AdmitVoter(POLL, person)));
            accepted(send(new HandOutCard(POLL, person)));
        }
    }

    SealedBallot sheet(int seed, int option) {
        byte[] plaintext = new BallotCodec(definition).encode(Ballot.Approval.of(option));
        return PaperBallot.seal(definition, TestPolls.seed(seed), plaintext);
    }

    SealedBallot invalidSheet(int seed) {
        return PaperBallot.seal(definition, TestPolls.seed(seed), PaperBallot.invalid(definition));
    }

    SealedBallot card(int seed, int option) {
        return TestPolls.ballot(definition, seed, 0, Ballot.Approval.of(option));
    }

    Answer enter(int seed, int option, String person) {
        return engine.paper()
                .enter(POLL, TestPolls.seed(seed).token(), sheet(seed, option).id(), by(person));
    }

    Answer cast(SealedBallot ballot) {
        CommandOrigin origin = new CommandOrigin(ballot.id().hex(), ballot.isOnPaper() ? "paper" : "booth", NOW);
        return engine.paper().cast(ballot, origin.toTheDay());
    }

    void enterAndCast(int seed, int option) {
        accepted(enter(seed, option, ANNE));
        accepted(enter(seed, option, BRUNO));
        accepted(cast(sheet(seed, option)));
    }

    Answer count(long found, String person) {
        return engine.paper().count(POLL, found, by(person));
    }

    Answer closePoll() {
        return engine.polls().close(POLL, by(ANNE));
    }

    static Answer.Accepted accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return (Answer.Accepted) answer;
    }

    static String refused(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).refusal().sentence();
    }

    @Override
    public void close() {
        engine.close();
        data.close();
    }
}
