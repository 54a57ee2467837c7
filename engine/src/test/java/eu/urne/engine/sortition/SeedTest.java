package eu.urne.engine.sortition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {

    private static final Pool POOL = TestDraws.plain("jeunes", 8);
    private static final DrawSpec SPEC = DrawSpec.Strata.none(3, TestDraws.DICE);

    /** The number of two bytes that is looked at first. */
    static int firstNumber(Seed seed) {
        return number(seed, 0);
    }

    private static int number(Seed seed, int counter) {
        byte[] hash = TreeHash.sha256(
                seed.hash().bytes(), ByteBuffer.allocate(4).putInt(counter).array());
        return ((hash[0] & 0xff) << 8) | (hash[1] & 0xff);
    }

    @Test
    void isTheHashThatTheFormatTells() {
        byte[] value = "3 6 1 1 5 2 4 6 6 2".getBytes(UTF_8);
        byte[] expected = TreeHash.sha256(
                "urne-draw-v1\n".getBytes(UTF_8),
                new byte[] {6},
                "jeunes".getBytes(UTF_8),
                POOL.root().bytes(),
                SPEC.hash().bytes(),
                new byte[] {1, 8},
                "ten dice".getBytes(UTF_8),
                new byte[] {0, 19},
                value);

        assertThat(Seed.of("jeunes", POOL, SPEC, TestDraws.THROWN).hash()).isEqualTo(Hash.of(expected));
    }

    @Test
    void isAnotherOneWhenAnythingIsOther() {
        Set<Seed> seeds = new HashSet<>();
        List<String> other = List.of("3 6 1 1 5 2 4 6 6 3");
        seeds.add(Seed.of("jeunes", POOL, SPEC, TestDraws.THROWN));
        seeds.add(Seed.of("jeunes-2", POOL, SPEC, TestDraws.THROWN));
        seeds.add(Seed.of("jeunes", TestDraws.plain("jeunes", 9), SPEC, TestDraws.THROWN));
        seeds.add(Seed.of("jeunes", POOL, DrawSpec.Strata.none(4, TestDraws.DICE), TestDraws.THROWN));
        seeds.add(Seed.of("jeunes", POOL, SPEC, other));

        assertThat(seeds).hasSize(5);
    }

    @Test
    void needsAValueOfEverySource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seed.of("jeunes", POOL, SPEC, List.of()))
                .withMessage("values: 1 sources of randomness are named, but there are 0 values");
    }

    @Test
    void ordersByTheHashOfSeedAndLeaf() {
        Seed seed = TestDraws.seed(1);
        List<Candidate> order = seed.order(POOL.candidates());

        assertThat(order).containsExactlyInAnyOrderElementsOf(POOL.candidates());
        assertThat(order.stream().map(candidate -> Hash.of(TreeHash.sha256(
                                seed.hash().bytes(), candidate.leaf().bytes()))
                        .hex()))
                .isSorted();
    }

    /** The upper bound of chi-square with 999 degrees of freedom that chance exceeds once in a million is 1,222. */
    @Test
    void drawsEveryNumberAsOften() {
        int[] counts = new int[1000];
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            counts[TestDraws.seed(i).number(counts.length)]++;
        }
        long squares = 0;
        for (int count : counts) {
            squares += (long) count * count;
        }

        assertThat(squares * counts.length / draws - draws).isLessThan(1_222);
    }

    /** Of the 65,536 texts of two bytes each number has equally many, and the others draw again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000, 4_097, 7_777, 9_999, 10_000})
    void hasNoModuloBias(int below) {
        int again = 0;
        for (int i = 0; i < 3_000; i++) {
            Seed seed = TestDraws.seed(i);
            int expected = -1;
            for (int counter = 0; expected < 0; counter++) {
                int two = number(seed, counter);
                if (two < below * (65_536 / below)) {
                    expected = two % below;
                } else {
                    again++;
                }
            }
            assertThat(seed.number(below)).isEqualTo(expected);
        }
        assertThat(again > 0).isEqualTo(65_536 % below > 60);
    }

    @Test
    void mayStandForOneTicketOnly() {
        assertThat(TestDraws.seed(5).number(1)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestDraws.seed(5).number(10_001))
                .withMessage("tickets: from 1 to 10000, not 10001");
    }

    /** With 28 degrees of freedom chance exceeds 78 once in a million. */
    @Test
    void putsEverybodyInEveryPlaceAsOften() {
        int[][] places = new int[POOL.size()][POOL.size()];
        int draws = 16_000;
        for (int i = 0; i < draws; i++) {
            List<Candidate> order = TestDraws.seed(i).order(POOL.candidates());
            for (int place = 0; place < order.size(); place++) {
                places[POOL.candidates().indexOf(order.get(place))][place]++;
            }
        }
        long squares = 0;
        for (int[] row : places) {
            for (int count : row) {
                squares += (long) count * count;
            }
        }

        assertThat(squares * POOL.size() / draws - (long) draws * POOL.size()).isLessThan(120);
    }

    @Test
    void changesTheOrderWithEveryByteOfThePool() {
        List<Candidate> before = POOL.candidates();
        List<List<String>> orders = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            List<Candidate> changed = new ArrayList<>(before);
            changed.set(i, new Candidate(Map.of(), TestDraws.hash("another " + i)));
            Pool pool = new Pool(changed);
            orders.add(
                    Seed.of("jeunes", pool, SPEC, TestDraws.THROWN)
                            .order(TestDraws.plain("x", 20).candidates())
                            .stream()
                            .map(candidate -> candidate.leaf().hex())
                            .toList());
        }

        assertThat(orders).doesNotHaveDuplicates();
    }
}
