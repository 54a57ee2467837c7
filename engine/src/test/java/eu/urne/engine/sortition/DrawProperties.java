package eu.urne.engine.sortition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.poll.Hash;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DrawProperties {

    @Provide
    Arbitrary<Shortage> shortages() {
        return Arbitraries.oneOf(
                Arbitraries.of(new Shortage.Empty(), new Shortage.All()),
                Arbitraries.integers()
                        .between(0, 11)
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .map(Shortage.Cells::new));
    }

    @Provide
    Arbitrary<Pool> pools() {
        return Arbitraries.integers().between(1, 90).map(size -> TestDraws.young("d", size));
    }

    @Property(tries = 200)
    void everybodyIsDrawnOrInReserveOnce(
            @ForAll("pools") Pool pool,
            @ForAll("shortages") Shortage shortage,
            @ForAll @IntRange(min = 1, max = 9) int seats,
            @ForAll @IntRange(max = 999) int number) {
        Drawn drawn = Draw.byStrata(pool, TestDraws.cells(seats, shortage), TestDraws.seed(number));

        assertThat(Stream.concat(
                        drawn.members().stream(), drawn.reserve().stream().flatMap(List::stream)))
                .containsExactlyInAnyOrderElementsOf(pool.candidates());
        assertThat(drawn.seats()).hasSize(12 * seats);
    }

    @Property(tries = 200)
    void aSeatStaysEmptyOnlyWhereNobodyMayTakeIt(
            @ForAll("pools") Pool pool,
            @ForAll("shortages") Shortage shortage,
            @ForAll @IntRange(min = 1, max = 9) int seats,
            @ForAll @IntRange(max = 999) int number) {
        Drawn drawn = Draw.byStrata(pool, TestDraws.cells(seats, shortage), TestDraws.seed(number));

        for (Seat seat : drawn.seats()) {
            if (seat.member() == null) {
                assertThat(drawn.reserve().get(seat.cell())).isEmpty();
                assertThat(
                                switch (shortage) {
                                    case Shortage.Empty empty -> 0;
                                    case Shortage.All all ->
                                        drawn.reserve().stream()
                                                .mapToInt(List::size)
                                                .sum();
                                    case Shortage.Cells(List<Integer> cells) ->
                                        cells.stream()
                                                .mapToInt(cell -> drawn.reserve()
                                                        .get(cell)
                                                        .size())
                                                .sum();
                                })
                        .isZero();
            }
        }
    }

    @Property(tries = 100)
    void theOrderInWhichCandidatesComeChangesNothing(
            @ForAll("pools") Pool pool, @ForAll @IntRange(max = 999) int number) {
        Pool reversed = new Pool(pool.candidates().reversed());
        DrawSpec.Strata spec = TestDraws.cells(2, new Shortage.All());

        assertThat(reversed.root()).isEqualTo(pool.root());
        assertThat(Draw.byStrata(reversed, spec, TestDraws.seed(number)))
                .isEqualTo(Draw.byStrata(pool, spec, TestDraws.seed(number)));
    }

    @Property(tries = 100)
    void anotherByteOfTheSeedGivesAnotherOrder(
            @ForAll @IntRange(max = 31) int index, @ForAll @IntRange(min = 1, max = 255) int flip) {
        Pool pool = TestDraws.plain("d", 30);
        Seed seed = TestDraws.seed(3);
        byte[] changed = seed.hash().bytes();
        changed[index] ^= (byte) flip;

        assertThat(new Seed(Hash.of(changed)).order(pool.candidates())).isNotEqualTo(seed.order(pool.candidates()));
    }

    @Property(tries = 100)
    void anotherAttributeOrLeafGivesAnotherRoot(@ForAll("pools") Pool pool, @ForAll @IntRange(max = 999) int which) {
        Candidate old = pool.candidates().get(which % pool.size());
        Set<Candidate> others = new HashSet<>(pool.candidates());
        others.remove(old);
        Candidate moved = new Candidate(Map.of("age", old.value("age"), "district", "moved"), old.leaf());
        Candidate renewed = new Candidate(old.attributes(), TestDraws.hash("new"));

        assertThat(Stream.of(moved, renewed).map(one -> new Pool(
                                Stream.concat(others.stream(), Stream.of(one)).toList())
                        .root()))
                .doesNotContain(pool.root())
                .doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void seatsInProportionAreAllGivenAndNobodyIsAWholeSeatFromHers(
            @ForAll @IntRange(max = 1_000) int seats,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 1_000_000) Integer> people) {
        List<Long> populations = Stream.concat(Stream.of(1L), people.stream().map(Integer::longValue))
                .toList();
        long all = populations.stream().mapToLong(Long::longValue).sum();
        List<Integer> given = LargestRemainder.seats(seats, populations);

        assertThat(given.stream().mapToInt(Integer::intValue).sum()).isEqualTo(seats);
        assertThat(IntStream.range(0, given.size()))
                .allMatch(i -> Math.abs(given.get(i) * all - seats * populations.get(i)) < all);
    }
}
