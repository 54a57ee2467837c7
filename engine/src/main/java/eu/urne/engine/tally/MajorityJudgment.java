package eu.urne.engine.tally;

/**
 * The option with the best majority grade wins. (Balinski, Laraki: Majority Judgment, MIT Press 2010, chapters 1.4 and
 * 13.) The majority grade is the median, of an even number of grades the lower one of the middle two. Among options of
 * the same majority grade, one such grade is taken away from each until they differ. Blank ballots do not count.
 *
 * @param grades how many grades there are, 2 or more; a ballot tells 0 for the worst to {@code grades - 1} for the best
 */
public record MajorityJudgment(int grades) implements Rule {

    /** Refuses less than two grades. */
    public MajorityJudgment {
        if (grades < 2) {
            throw new IllegalArgumentException("no majority judgment with " + grades + " grades");
        }
    }

    @Override
    public String id() {
        return "majority-judgment";
    }

    @Override
    public String text() {
        return id() + ":grades=" + grades;
    }
}
