package eu.urne.audit.tally;

import java.util.Comparator;
import java.util.List;

/** Section 3.4: plurality and approval-k. */
final class VotesCount {
    private VotesCount() {}

    static Selection count(Election election, Rule.MostVotes rule, Comparator<Integer> order) {
        Selection selection = Selection.withoutMoney(election);
        long[] votes = election.votes();
        List<Integer> ranked = election.numbers()
                .filter(option -> votes[option] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(option -> votes[option])
                        .reversed()
                        .thenComparing(order))
                .toList();
        List<Integer> winners = ranked.subList(0, Math.min(rule.seats(), ranked.size()));
        winners.forEach(option -> selection.select(option, votes[option], new Round.Score(votes[option])));
        long needed = winners.isEmpty() ? 0 : votes[winners.getLast()];
        election.numbers()
                .forEach(option -> selection.refuse(
                        option,
                        votes[option],
                        votes[option] == 0 ? new Verdict.Unsupported() : new Verdict.Outvoted(needed)));
        List<Integer> last =
                ranked.stream().filter(option -> votes[option] == needed).toList();
        if (!winners.containsAll(last)) {
            selection.tell(last);
        }
        return selection;
    }
}
