package eu.urne.engine.poll.internal;

import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollEvent.DeclaredTie;
import eu.urne.engine.poll.PollEvent.OptionVerdict;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.poll.Token;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.Verdict;
import eu.urne.engine.tally.WeightedBallot;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens the ballots of a poll and counts them by its definition.
 *
 * @param outcome as it is declared
 * @param scores one per option, in order of the definition
 * @param decided false if counting stopped at a tie that the definition wants reported
 */
public record PollCount(OutcomeDeclared outcome, List<OptionVerdict> scores, boolean decided) {

    /**
     * Counts.
     *
     * @param cast ballots in the order of the log
     * @param scalar the poll's private key
     */
    public static PollCount of(PollDefinition definition, List<SealedBallot> cast, byte[] scalar) {
        Collection<SealedBallot> standing = standing(cast);
        Suite1.Opener opener = new Suite1.Opener(definition.terms(), definition.hash(), scalar);
        BallotCodec codec = new BallotCodec(definition);
        List<Ballot> choices = standing.parallelStream()
                .map(ballot -> opener.open(ballot).flatMap(codec::decode))
                .flatMap(Optional::stream)
                .toList();
        long blank = choices.stream()
                .filter(choice -> choice instanceof Ballot.Blank)
                .count();
        Outcome outcome = Tally.count(
                election(definition, choices),
                rule(definition),
                TieBreak.parse(definition.terms().tieBreak()));
        List<OptionVerdict> scores =
                outcome.verdicts().stream().map(PollCount::verdict).toList();
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
                outcome.ties().stream().map(tie -> tie(tie, scores)).toList());
        return new PollCount(declared, scores, outcome.decided());
    }

    /** Per token the ballot with the highest number, of equal ones the first (docs/formats/ballot.md, section 5). */
    private static Collection<SealedBallot> standing(List<SealedBallot> cast) {
        Map<Token, SealedBallot> standing = new LinkedHashMap<>();
        cast.forEach(ballot -> standing.merge(
                ballot.token(), ballot, (earlier, later) -> later.seq() > earlier.seq() ? later : earlier));
        return standing.values();
    }

    private static Election election(PollDefinition definition, List<Ballot> choices) {
        List<Option> options = definition.options().stream()
                .map(option -> new Option(option.id(), option.cost()))
                .toList();
        int places = definition.terms().limits() instanceof BallotKind.Ranking ranking ? ranking.max() : 0;
        return new Election(options, definition.terms().budgetCents(), places, WeightedBallot.group(choices));
    }

    private static Rule rule(PollDefinition definition) {
        return switch (definition.terms().rule()) {
            case CountingRule.Greedy greedy -> Rule.Greedy.plain();
            case CountingRule.GreedyNoSkip noSkip ->
                new Rule.Greedy(Rule.Form.NO_SKIP, threshold(noSkip.threshold()), List.of());
            case CountingRule.GreedyThreshold threshold -> Rule.Greedy.threshold(threshold.threshold());
            case CountingRule.GreedyExclusive exclusive -> exclusive(exclusive, definition);
        };
    }

    private static Rule exclusive(CountingRule.GreedyExclusive rule, PollDefinition definition) {
        Map<String, Integer> index = new HashMap<>();
        definition.options().forEach(option -> index.put(option.id(), index.size()));
        List<Rule.Conflict> conflicts = rule.conflicts().stream()
                .map(pair -> new Rule.Conflict(
                        Objects.requireNonNull(index.get(pair.get(0))), Objects.requireNonNull(index.get(pair.get(1)))))
                .toList();
        return new Rule.Greedy(Rule.Form.EXCLUSIVE, threshold(rule.threshold()), conflicts);
    }

    private static long threshold(@Nullable Long threshold) {
        return threshold == null ? 0 : threshold;
    }

    private static OptionVerdict verdict(Verdict verdict) {
        String id = verdict.option();
        return switch (verdict.reason()) {
            case Reason.Chosen chosen ->
                new OptionVerdict(id, chosen.score(), "selected", chosen.round(), chosen.left(), null, null);
            case Reason.DidNotFit unfit ->
                new OptionVerdict(id, unfit.score(), "unaffordable", null, unfit.left(), null, null);
            case Reason.NotReached stopped -> new OptionVerdict(id, stopped.score(), "stopped", null, null, null, null);
            case Reason.BelowMinimum below ->
                new OptionVerdict(id, below.score(), "below-threshold", null, null, below.minimum(), null);
            case Reason.Excluded excluded ->
                new OptionVerdict(id, excluded.score(), "excluded", null, null, null, excluded.by());
            case Reason.Tied tied -> new OptionVerdict(id, tied.score(), "tied", null, null, null, null);
            case Reason.Undecided open -> new OptionVerdict(id, open.score(), "undecided", null, null, null, null);
            case Reason.OfOtherRules other -> throw new IllegalStateException("polls count by greedy rules only");
        };
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
