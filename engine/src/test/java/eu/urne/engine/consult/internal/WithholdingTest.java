package eu.urne.engine.consult.internal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.consult.TableCell;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is told of a table says of nobody what few others say. */
class WithholdingTest {

    private static List<String> ids(int cells) {
        return IntStream.range(0, cells).mapToObj(i -> "o" + i).toList();
    }

    private static List<Long> told(List<TableCell> cells) {
        return cells.stream().map(TableCell::count).filter(Objects::nonNull).toList();
    }

    @Provide
    Arbitrary<long[]> counts() {
        return Arbitraries.longs()
                .between(0, 40)
                .array(long[].class)
                .ofMinSize(2)
                .ofMaxSize(8);
    }

    @Property
    void sumOfWhatIsWithheldIsNeverSmallUnlessNothingIsTold(
            @ForAll("counts") long[] counts, @ForAll @IntRange(min = 5, max = 12) int least) {
        List<TableCell> cells = Withholding.partition(ids(counts.length), counts, least);
        List<Long> told = told(cells);
        long hidden = Arrays.stream(counts).sum()
                - told.stream().mapToLong(Long::longValue).sum();

        assertThat(told).allMatch(count -> count >= least);
        if (!told.isEmpty() && told.size() < counts.length) {
            assertThat(counts.length - told.size()).isGreaterThanOrEqualTo(2);
            assertThat(hidden).isGreaterThanOrEqualTo(least);
        }
    }

    @Property
    void neitherFewWhoChoseNorFewWhoDidNotAreTold(
            @ForAll("counts") long[] counts,
            @ForAll @IntRange(min = 5, max = 12) int least,
            @ForAll @IntRange(min = 0, max = 10) int more) {
        long answered = Arrays.stream(counts).max().orElse(0) + more;
        List<TableCell> cells = Withholding.overlapping(ids(counts.length), counts, answered, counts.length, least);
        List<Long> told = told(cells);

        assertThat(told).allMatch(count -> count >= least && answered - count >= least);
        if (!told.isEmpty() && told.size() < counts.length) {
            long sum = told.stream().mapToLong(Long::longValue).sum();
            assertThat(counts.length - told.size()).isGreaterThanOrEqualTo(2);
            assertThat(answered * counts.length - sum).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void withholdsAnotherOneBesideASmallOne() {
        assertThat(Withholding.partition(ids(3), new long[] {12, 6, 1}, 5))
                .extracting(TableCell::count)
                .containsExactly(12L, null, null);
    }

    @Test
    void tellsAllWhereNoneIsSmall() {
        assertThat(Withholding.partition(ids(3), new long[] {12, 6, 5}, 5))
                .extracting(TableCell::count)
                .containsExactly(12L, 6L, 5L);
    }
}
