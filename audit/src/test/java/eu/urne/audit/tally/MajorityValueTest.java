package eu.urne.audit.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Values told by counts against those told grade by grade, as the book does it. */
class MajorityValueTest {
    private static final int GRADES = 4;

    /** Two options graded by the same voters. */
    record Pair(List<Integer> one, List<Integer> other) {}

    @Provide
    Arbitrary<Pair> pairs() {
        return Arbitraries.integers().between(1, 9).flatMap(voters -> {
            Arbitrary<List<Integer>> grades =
                    Arbitraries.integers().between(0, GRADES - 1).list().ofSize(voters);
            return grades.flatMap(one -> grades.map(other -> new Pair(one, other)));
        });
    }

    @Property
    void countsCompareAsTheGradesTakenAwayOneByOne(@ForAll("pairs") Pair pair) {
        int[] one = takenAway(pair.one());
        int[] other = takenAway(pair.other());

        assertThat(Integer.signum(MajorityValue.compare(value(pair.one()), value(pair.other()))))
                .isEqualTo(Integer.signum(Arrays.compare(one, other)));
        assertThat(value(pair.one()).majorityGrade()).isEqualTo(one[0]);
    }

    @Test
    void moreVotersThanAnArrayHoldsAreComparedToTheLastOne() {
        long many = 3_000_000_000L;
        MajorityValue better = MajorityValue.of(new long[] {many - 1, many, many + 1});
        MajorityValue worse = MajorityValue.of(new long[] {many, many, many});

        assertThat(MajorityValue.compare(better, worse)).isPositive();
        assertThat(MajorityValue.compare(worse, better)).isNegative();
        assertThat(MajorityValue.compare(worse, worse)).isZero();
    }

    private static MajorityValue value(List<Integer> grades) {
        long[] count = new long[GRADES];
        grades.forEach(grade -> count[grade]++);
        return MajorityValue.of(count);
    }

    /** Takes the middle grade away, of an even number the lower of the middle two, until none is left. */
    private static int[] takenAway(List<Integer> grades) {
        List<Integer> left = new ArrayList<>(grades.stream().sorted().toList());
        int[] value = new int[grades.size()];
        for (int taken = 0; taken < value.length; taken++) {
            value[taken] = left.remove((left.size() - 1) / 2);
        }
        return value;
    }
}
