package eu.urne.engine.poll.internal;

import eu.urne.engine.poll.Awards;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollEvent.DeclaredTie;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.poll.Token;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.WeightedBallot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the ballots of a poll come to when they are opened and counted by its definition. */
public sealed interface PollCount {

    /**
     * An outcome.
     *
     * @param outcome as it is declared
     * @param scores one per option, in order of the definition
     */
    record Decided(OutcomeDeclared outcome, List<OptionVerdict> scores) implements PollCount {}

    /**
     * Counting stopped at a tie that the definition wants reported.
     *
     * @param tied ids of the options
     */
    record Undecided(List<String> tied) implements PollCount {}

    /**
     * Counts.
     *
     * @param cast ballots in the order of the log
     * @param scalar the poll's private key
     */
    static PollCount of(PollDefinition definition, List<SealedBallot> cast, byte[] scalar) {
        Collection<SealedBallot> standing = standing(cast);
        List<Ballot> choices = open(definition, standing, scalar);
        Outcome outcome = Tally.count(
                election(definition, choices),
                TallyRule.of(definition),
                TieBreak.parse(definition.terms().tieBreak()));
        if (!outcome.decided()) {
            return new Undecided(outcome.ties().getLast().tied());
        }
        long blank = choices.stream()
                .filter(choice -> choice instanceof Ballot.Blank)
                .count();
        List<OptionVerdict> scores = OptionVerdicts.of(outcome);
        OutcomeDeclared declared = new OutcomeDeclared(
                definition.terms().poll(),
                definition.hash(),
                cast.size(),
                cast.size() - standing.size(),
                standing.size() - choices.size(),
                blank,
                choices.size(),
                outcome.selected(),
                outcome.spent(),
                outcome.left(),
                outcome.ties().stream().map(tie -> tie(tie, scores)).toList(),
                Awards.of(definition, outcome.selected()));
        return new Decided(declared, scores);
    }

    /**
     * What the voters chose: of the ballots that stand those that say something valid, in the order of the log.
     *
     * @param cast ballots in the order of the log
     * @param scalar the poll's private key
     */
    static List<Ballot> choices(PollDefinition definition, List<SealedBallot> cast, byte[] scalar) {
        return open(definition, standing(cast), scalar);
    }

    private static List<Ballot> open(PollDefinition definition, Collection<SealedBallot> standing, byte[] scalar) {
        Suite1.Opener opener = new Suite1.Opener(definition.terms(), definition.hash(), scalar);
        BallotCodec codec = new BallotCodec(definition);
        return standing.parallelStream()
                .map(ballot -> opener.open(ballot).flatMap(codec::decode))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Per token the ballot with the highest number, of equal ones the first (docs/formats/ballot.md, section 5). */
    private static Collection<SealedBallot> standing(List<SealedBallot> cast) {
        Map<Token, SealedBallot> standing = new LinkedHashMap<>();
        cast.forEach(ballot -> standing.merge(
                ballot.token(), ballot, (earlier, later) -> later.seq() > earlier.seq() ? later : earlier));
        return standing.values();
    }

    /** What the tally counts. */
    static Election election(PollDefinition definition, List<Ballot> choices) {
        List<Option> options = definition.options().stream()
                .map(option -> new Option(option.id(), option.cost()))
                .toList();
        int places = definition.terms().limits() instanceof BallotKind.Ranking ranking ? ranking.max() : 0;
        return new Election(options, definition.terms().budgetCents(), places, WeightedBallot.group(choices));
    }

    private static DeclaredTie tie(Tie tie, List<OptionVerdict> scores) {
        long score = scores.stream()
                .filter(option -> option.id().equals(tie.tied().getFirst()))
                .findFirst()
                .orElseThrow()
                .score();
        return new DeclaredTie(score, tie.tied(), tie.method());
    }
}
