package eu.urne.audit.tally;

/**
 * The value of an option (docs/formats/events.md, section 3.5), told by how many of its grades lie on each side of the
 * middle. The middle grades are taken away in turn below and above the middle, so the value is the lower half read
 * downwards, and between its grades those of the upper half read upwards. Of an odd number the middle one is in both
 * halves: it is then told twice in a row, which changes no comparison.
 */
final class MajorityValue {
    private final long[] lower;
    private final long[] upper;

    private MajorityValue(long[] lower, long[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Gives the value of an option.
     *
     * @param count how many ballots, at least one in all, give each grade, the worst grade first
     */
    static MajorityValue of(long[] count) {
        long voters = 0;
        for (long number : count) {
            voters += number;
        }
        long half = voters - voters / 2;
        long[] lower = new long[count.length];
        long[] upper = new long[count.length];
        long below = half;
        long above = half;
        for (int grade = 0, other = count.length - 1; other >= 0; grade++, other--) {
            lower[grade] = Math.min(count[grade], below);
            below -= lower[grade];
            upper[other] = Math.min(count[other], above);
            above -= upper[other];
        }
        return new MajorityValue(lower, upper);
    }

    /** Gives the middle grade, of an even number the lower of the middle two. */
    int majorityGrade() {
        int grade = lower.length - 1;
        while (lower[grade] == 0) {
            grade--;
        }
        return grade;
    }

    /** Compares the values of two options of the same poll: the better one is greater. */
    static int compare(MajorityValue one, MajorityValue other) {
        int down = one.lower.length - 1;
        long sameBelow = 0;
        while (down > 0 && one.lower[down] == other.lower[down]) {
            sameBelow += one.lower[down--];
        }
        int up = 0;
        long sameAbove = 0;
        while (up < one.upper.length - 1 && one.upper[up] == other.upper[up]) {
            sameAbove += one.upper[up++];
        }
        sameBelow += Math.min(one.lower[down], other.lower[down]);
        sameAbove += Math.min(one.upper[up], other.upper[up]);
        return sameBelow <= sameAbove
                ? Long.compare(one.lower[down], other.lower[down]) // more of this grade, where the other falls lower
                : Long.compare(other.upper[up], one.upper[up]); // fewer of this grade, where the other still has it
    }
}
