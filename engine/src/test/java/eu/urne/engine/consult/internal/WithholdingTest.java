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
        List<TableCell> cells = Withholding.overlapping(
                ids(counts.length), counts, answered, counts.length, least, Withholding.nothing(ids(counts.length)));
        List<Long> told = told(cells);

        assertThat(told).allMatch(count -> count >= least && answered - count >= least);
        if (!told.isEmpty() && told.size() < counts.length) {
            long sum = told.stream().mapToLong(Long::longValue).sum();
            assertThat(counts.length - told.size()).isGreaterThanOrEqualTo(2);
            assertThat(answered * counts.length - sum).isGreaterThanOrEqualTo(least);
        }
    }

    @Property
    void fewWhoChoseAnOptionLaterFollowFromNoTwoTables(
            @ForAll("counts") long[] first,
            @ForAll("counts") long[] later,
            @ForAll @IntRange(min = 5, max = 12) int least) {
        int options = Math.min(first.length, later.length);
        long[] chosen = Arrays.copyOf(first, options);
        long[] any =
                IntStream.range(0, options).mapToLong(i -> first[i] + later[i]).toArray();
        List<TableCell> cells = Withholding.partition(ids(options), chosen, least);
        List<TableCell> ranked =
                Withholding.overlapping(ids(options), any, Arrays.stream(any).sum(), options, least, cells);

        for (int i = 0; i < options; i++) {
            Long one = cells.get(i).count();
            Long all = ranked.get(i).count();
            assertThat(one == null || all == null || all - one >= least).isTrue();
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
