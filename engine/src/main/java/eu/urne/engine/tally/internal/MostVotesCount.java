package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.MostVotes;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.WeightedBallot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One count by {@link MostVotes}. */
public final class MostVotesCount {

    private final MostVotes rule;
    private final TieBreak tieBreak;
    private final long[] votes;
    private final int[] tieOrder;
    private final Selection selection;

    /**
     * Prepares a count; {@link #outcome()} makes it, once.
     *
     * @throws IllegalArgumentException if the ballots are no approvals, or name more than one option under plurality
     */
    public MostVotesCount(Election election, MostVotes rule, TieBreak tieBreak) {
        for (WeightedBallot weighted : election.ballots()) {
            boolean fits =
                    switch (weighted.ballot()) {
                        case Ballot.Blank blank -> true;
                        case Ballot.Approval approval ->
                            rule.form() == MostVotes.Form.APPROVAL
                                    || approval.options().size() == 1;
                        case Ballot.Points points -> false;
                        case Ballot.Ranking ranking -> false;
                        case Ballot.Grades grades -> false;
                        case Ballot.Motion motion -> false;
                    };
            if (!fits) {
                throw new IllegalArgumentException("the rule " + rule.id() + " does not fit a ballot: " + weighted);
            }
        }
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.votes = Scores.votes(election);
        this.tieOrder = TieOrder.of(election, tieBreak);
        this.selection = Selection.none(election, true);
    }

    /** Counts. */
    public Outcome outcome() {
        List<Integer> named = IntStream.range(0, votes.length)
                .filter(option -> votes[option] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(option -> -votes[option])
                        .thenComparingInt(option -> tieOrder[option]))
                .toList();
        List<Integer> winners = named.subList(0, Math.min(rule.seats(), named.size()));
        for (int option : winners) {
            selection.take(option, (place, left) -> new Reason.Chosen(place, votes[option], left));
        }
        long needed = winners.isEmpty() ? 0 : votes[winners.getLast()];
        for (int option = 0; option < votes.length; option++) {
            selection.refuse(
                    option, votes[option] == 0 ? new Reason.NoSupport(0) : new Reason.Outvoted(votes[option], needed));
        }
        List<Integer> tied =
                named.stream().filter(option -> votes[option] == needed).toList();
        List<Integer> chosen = tied.stream().filter(winners::contains).toList();
        List<TieLog.Entry> ties = tied.size() == chosen.size()
                ? List.of()
                : List.of(new TieLog.Entry(winners.size() - chosen.size(), tied, chosen));
        return selection.outcome(votes, ties, tieBreak);
    }
}
