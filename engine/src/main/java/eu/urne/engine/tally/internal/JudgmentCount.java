package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.MajorityJudgment;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.WeightedBallot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One count by {@link MajorityJudgment}. */
public final class JudgmentCount {

    private final TieBreak tieBreak;
    private final int[] tieOrder;

    /** By option and grade: how many voters gave it. */
    private final long[][] counts;

    private final long[] medians;
    private final Selection selection;
    private long voters;

    /**
     * Prepares a count; {@link #outcome()} makes it, once.
     *
     * @throws IllegalArgumentException if a ballot is neither blank nor has a known grade for every option
     */
    public JudgmentCount(Election election, MajorityJudgment rule, TieBreak tieBreak) {
        this.tieBreak = tieBreak;
        this.tieOrder = TieOrder.of(election, tieBreak);
        this.counts = new long[election.options().size()][rule.grades()];
        this.selection = Selection.none(election, true);
        for (WeightedBallot weighted : election.ballots()) {
            if (weighted.ballot() instanceof Ballot.Grades(var grades)) {
                add(grades.stream().toArray(), weighted.weight(), rule);
            } else if (!(weighted.ballot() instanceof Ballot.Blank)) {
                throw new IllegalArgumentException("majority judgment does not fit a ballot: " + weighted.ballot());
            }
        }
        this.medians = new long[counts.length];
        for (int option = 0; option < counts.length; option++) {
            medians[option] = voters == 0 ? 0 : median(counts[option], voters);
        }
    }

    private void add(int[] grades, long weight, MajorityJudgment rule) {
        voters += weight;
        for (int option = 0; option < grades.length; option++) {
            if (grades[option] >= rule.grades()) {
                throw new IllegalArgumentException("a ballot has the grade " + grades[option] + " of " + rule.grades());
            }
            counts[option][grades[option]] += weight;
        }
    }

    /** Counts. */
    public Outcome outcome() {
        if (voters == 0) {
            IntStream.range(0, counts.length).forEach(option -> selection.refuse(option, new Reason.NoSupport(0)));
            return selection.outcome(medians, List.of(), tieBreak);
        }
        List<Integer> order = IntStream.range(0, counts.length)
                .boxed()
                .sorted(((Comparator<Integer>) this::judge).thenComparingInt(option -> tieOrder[option]))
                .toList();
        List<Integer> tied = order.stream()
                .filter(option -> judge(option, order.getFirst()) == 0)
                .toList();
        int winner = order.getFirst();
        selection.take(winner, (place, left) -> new Reason.Graded(place, medians[winner]));
        for (int place = 1; place < order.size(); place++) {
            selection.refuse(order.get(place), new Reason.Graded(place + 1, medians[order.get(place)]));
        }
        List<TieLog.Entry> ties =
                tied.size() < 2 ? List.of() : List.of(new TieLog.Entry(0, tied, List.of(order.getFirst())));
        return selection.outcome(medians, ties, tieBreak);
    }

    /** Negative if the first option is judged better; takes majority grades away from both until they differ. */
    private int judge(int a, int b) {
        long[] ofA = counts[a].clone();
        long[] ofB = counts[b].clone();
        long left = voters;
        while (left > 0) {
            int gradeOfA = median(ofA, left);
            int gradeOfB = median(ofB, left);
            if (gradeOfA != gradeOfB) {
                return Integer.compare(gradeOfB, gradeOfA);
            }
            long taken = Math.min(untilChange(ofA, gradeOfA, left), untilChange(ofB, gradeOfB, left));
            ofA[gradeOfA] -= taken;
            ofB[gradeOfB] -= taken;
            left -= taken;
        }
        return 0;
    }

    private static int median(long[] counts, long voters) {
        long place = (voters - 1) / 2;
        int grade = 0;
        while (place >= counts[grade]) {
            place -= counts[grade++];
        }
        return grade;
    }

    /** How many of the median grade can be taken away until another one is in the middle, at least 1. */
    private static long untilChange(long[] counts, int grade, long voters) {
        long worse = 0;
        for (int each = 0; each < grade; each++) {
            worse += counts[each];
        }
        return 1 + Math.min(voters - 1 - 2 * worse, 2 * (worse + counts[grade]) - voters);
    }
}
