package eu.urne.engine.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.urne.engine.poll.Hash;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawByStrataTest {

    private static final Seed SEED = TestDraws.seed(7);

    private static Candidate candidate(int number, String district) {
        return TestDraws.slip("d", number, Map.of("district", district)).candidate();
    }

    /** Two candidates in the north, four in the south, five in the east. */
    private static final Pool POOL = new Pool(IntStream.range(0, 11)
            .mapToObj(i -> candidate(i, i < 2 ? "nord" : i < 6 ? "sud" : "est"))
            .toList());

    private static DrawSpec.Strata spec(Shortage shortage) {
        return new DrawSpec.Strata(
                List.of("district"),
                List.of(
                        new DrawSpec.Cell(4, List.of("nord")),
                        new DrawSpec.Cell(2, List.of("sud")),
                        new DrawSpec.Cell(1, List.of("est"))),
                TestDraws.DICE,
                shortage);
    }

    private static List<Candidate> ordered(String district) {
        return SEED.order(POOL.candidates().stream()
                .filter(one -> one.attributes().containsValue(district))
                .toList());
    }

    @Test
    void takesTheFirstOfEachCellAndKeepsTheOthersInOrder() {
        Drawn drawn = Draw.byStrata(POOL, spec(new Shortage.Empty()), SEED);

        assertThat(drawn.seats().stream().map(Seat::cell)).containsExactly(0, 0, 0, 0, 1, 1, 2);
        assertThat(drawn.members())
                .containsExactlyElementsOf(Stream.of(
                                ordered("nord"),
                                ordered("sud").subList(0, 2),
                                ordered("est").subList(0, 1))
                        .flatMap(List::stream)
                        .toList());
        assertThat(drawn.reserve())
                .containsExactly(
                        List.of(), ordered("sud").subList(2, 4), ordered("est").subList(1, 5));
    }

    @Test
    void leavesSeatsOfAShortCellEmptyWhereTheRuleSaysSo() {
        Drawn drawn = Draw.byStrata(POOL, spec(new Shortage.Empty()), SEED);

        assertThat(drawn.seats().subList(2, 4)).containsOnly(new Seat(0, null));
    }

    @Test
    void fillsThemFromAllInTheOrderOfTheDraw() {
        Drawn drawn = Draw.byStrata(POOL, spec(new Shortage.All()), SEED);
        List<Candidate> waiting =
                SEED.order(Stream.concat(ordered("sud").subList(2, 4).stream(), ordered("est").subList(1, 5).stream())
                        .toList());

        assertThat(drawn.seats().subList(2, 4))
                .containsExactly(new Seat(0, waiting.get(0)), new Seat(0, waiting.get(1)));
        assertThat(drawn.reserve().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(waiting.subList(2, 6));
    }

    @Test
    void fillsThemFromTheCellsThatAreNamed() {
        Drawn drawn = Draw.byStrata(POOL, spec(new Shortage.Cells(List.of(1, 2))), SEED);

        assertThat(drawn.seats().subList(2, 4))
                .containsExactly(
                        new Seat(0, ordered("sud").get(2)),
                        new Seat(0, ordered("sud").get(3)));
        assertThat(drawn.reserve().get(1)).isEmpty();
    }

    @Test
    void tellsWhichCellsAreShort() {
        DrawSpec.Strata spec = spec(new Shortage.Empty());

        assertThat(spec.shortCells(POOL))
                .containsExactly(new DrawSpec.ShortCell(0, spec.cells().getFirst(), 2));
    }

    @Test
    void isOneCellWithEverybodyWithoutStrata() {
        Drawn drawn = Draw.byStrata(POOL, DrawSpec.Strata.none(3, TestDraws.DICE), SEED);

        assertThat(drawn.members()).isEqualTo(SEED.order(POOL.candidates()).subList(0, 3));
        assertThat(drawn.reserve())
                .containsExactly(SEED.order(POOL.candidates()).subList(3, 11));
    }

    @Test
    void leavesNobodyOut() {
        DrawSpec.Strata spec = new DrawSpec.Strata(
                List.of("district"),
                List.of(new DrawSpec.Cell(1, List.of("nord")), new DrawSpec.Cell(1, List.of("sud"))),
                TestDraws.DICE,
                new Shortage.Empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.check(POOL))
                .withMessage("cells: there is none for the candidates with [district] = [est]");
    }

    @Test
    void replacesByTheNextOfTheSameCell() {
        DrawSpec.Strata spec = spec(new Shortage.Empty());
        Drawn drawn = Draw.byStrata(POOL, spec, SEED);
        Set<Hash> used = new HashSet<>(TestDraws.leaves(drawn.members()));

        assertThat(Draw.next(spec, SEED, drawn, new Vacancy(drawn.seats().get(4), List.of(), used)))
                .contains(ordered("sud").get(2));
        used.add(ordered("sud").get(2).leaf());
        assertThat(Draw.next(spec, SEED, drawn, new Vacancy(drawn.seats().get(5), List.of(), used)))
                .contains(ordered("sud").get(3));
        used.add(ordered("sud").get(3).leaf());
        assertThat(Draw.next(spec, SEED, drawn, new Vacancy(drawn.seats().get(5), List.of(), used)))
                .isEmpty();
    }

    @Test
    void replacesFromOtherCellsAsShortSeatsAreFilled() {
        DrawSpec.Strata spec = spec(new Shortage.Cells(List.of(2)));
        Drawn drawn = Draw.byStrata(POOL, spec, SEED);
        Set<Hash> used = new HashSet<>(TestDraws.leaves(drawn.members()));

        assertThat(Draw.next(spec, SEED, drawn, new Vacancy(drawn.seats().getFirst(), List.of(), used)))
                .contains(ordered("est").get(3));
    }

    /** 40 candidates for 8 seats: chance exceeds 96 with 39 degrees of freedom once in a million. */
    @Test
    void givesEverybodyOfACellTheSameChance() {
        Pool pool = TestDraws.plain("equal", 40);
        DrawSpec.Strata spec = DrawSpec.Strata.none(8, TestDraws.DICE);
        int draws = 5_000;
        int[] counts = new int[pool.size()];
        for (int i = 0; i < draws; i++) {
            for (Candidate member : Draw.byStrata(pool, spec, TestDraws.seed(i)).members()) {
                counts[pool.candidates().indexOf(member)]++;
            }
        }
        long squares = 0;
        for (int count : counts) {
            squares += (long) (count - draws / 5) * (count - draws / 5);
        }

        assertThat(squares / (draws / 5)).isLessThan(96);
    }
}
