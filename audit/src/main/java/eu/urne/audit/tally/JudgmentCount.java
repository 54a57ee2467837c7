package eu.urne.audit.tally;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.ballot.Choice;
import java.util.Comparator;
import java.util.List;

/** Section 3.5: majority judgment. */
final class JudgmentCount {
    private JudgmentCount() {}

    static Selection count(Election election, Comparator<Integer> order) {
        Selection selection = Selection.withoutMoney(election);
        if (election.ballots().chosen() == 0) {
            election.numbers().forEach(option -> selection.refuse(option, 0, new Verdict.Unsupported()));
            return selection;
        }
        List<MajorityValue> values =
                election.numbers().mapToObj(option -> value(election, option)).toList();
        Comparator<Integer> byValue = (a, b) -> MajorityValue.compare(values.get(b), values.get(a));
        List<Integer> ranked =
                election.numbers().boxed().sorted(byValue.thenComparing(order)).toList();
        int winner = ranked.getFirst();
        int grade = values.get(winner).majorityGrade();
        selection.select(winner, grade, new Round.Score(grade));
        for (int place = 1; place < ranked.size(); place++) {
            int option = ranked.get(place);
            selection.refuse(option, values.get(option).majorityGrade(), new Verdict.Outranked(place + 1L));
        }
        List<Integer> best = ranked.stream()
                .filter(option -> byValue.compare(option, winner) == 0)
                .toList();
        if (best.size() > 1) {
            selection.tell(best);
        }
        return selection;
    }

    private static MajorityValue value(Election election, int option) {
        int grades = election.kind() instanceof BallotKind.Grades(int number) ? number : 0;
        long[] count = new long[grades];
        election.ballots().forEach((choice, voters) -> {
            if (choice instanceof Choice.Graded(List<Integer> given)) {
                count[given.get(option)] += voters;
            }
        });
        return MajorityValue.of(count);
    }
}
