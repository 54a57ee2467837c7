package eu.urne.engine.sortition.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.Quota;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PanelSearchTest {

    private static Candidate candidate(int number, Map<String, String> attributes) {
        return new Candidate(attributes, Hash.of(TreeHash.sha256(("candidate " + number).getBytes(UTF_8))));
    }

    /** So many candidates of each pair of gender and age. */
    private static Pool pool(int oldWomen, int youngWomen, int oldMen, int youngMen) {
        List<String> ages = new ArrayList<>();
        List<String> genders = new ArrayList<>();
        int[] numbers = {oldWomen, youngWomen, oldMen, youngMen};
        for (int i = 0; i < numbers.length; i++) {
            ages.addAll(Collections.nCopies(numbers[i], i % 2 == 0 ? "old" : "young"));
            genders.addAll(Collections.nCopies(numbers[i], i < 2 ? "f" : "m"));
        }
        return new Pool(IntStream.range(0, ages.size())
                .mapToObj(i -> candidate(i, Map.of("age", ages.get(i), "gender", genders.get(i))))
                .toList());
    }

    private static PanelSearch.Panels panels(PanelSearch.Found found) {
        assertThat(found).isInstanceOf(PanelSearch.Panels.class);
        return (PanelSearch.Panels) found;
    }

    private static List<Quota> quotasOf(PanelSearch.Found found) {
        assertThat(found).isInstanceOf(PanelSearch.Conflict.class);
        return ((PanelSearch.Conflict) found).quotas();
    }

    @Test
    void givesTheLeastChanceThatIsPossible() {
        Pool pool = pool(40, 10, 40, 10);
        List<Quota> quotas = List.of(new Quota("age", 5, 5, "young"), new Quota("gender", 5, 5, "f"));
        PanelSearch.Panels found = panels(PanelSearch.find(pool, 10, quotas, 200, 1));

        assertThat(found.bound()).isEqualTo(12);
        assertThat(found.least()).isBetween(11, 12);
        assertThat(found.list().tickets()).isEqualTo(200);
        assertThatCode(() -> found.list().check(pool, 10, quotas)).doesNotThrowAnyException();
    }

    @Test
    void givesEverybodyTheSameWhereQuotasAllowIt() {
        PanelSearch.Panels found =
                panels(PanelSearch.find(pool(10, 10, 10, 10), 8, List.of(new Quota("gender", 4, 4, "f")), 100, 7));

        assertThat(found.bound()).isEqualTo(20);
        assertThat(found.least()).isEqualTo(20);
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        Pool pool = pool(9, 8, 7, 6);
        List<Quota> quotas = List.of(new Quota("age", 3, 4, "young"), new Quota("gender", 2, 5, "f"));

        assertThat(PanelSearch.find(pool, 7, quotas, 50, 3)).isEqualTo(PanelSearch.find(pool, 7, quotas, 50, 3));
        assertThat(PanelSearch.find(pool, 7, quotas, 50, 3)).isNotEqualTo(PanelSearch.find(pool, 7, quotas, 50, 4));
    }

    @Test
    void takesEverybodyWhereThereAreAsManySeats() {
        PanelSearch.Panels found =
                panels(PanelSearch.find(pool(1, 1, 1, 1), 4, List.of(new Quota("gender", 2, 2, "f")), 10, 1));

        assertThat(found.least()).isEqualTo(10);
        assertThat(found.list().panels()).hasSize(1);
    }

    @Test
    void findsTheOnePanelThatThereIs() {
        List<Quota> quotas =
                List.of(new Quota("age", 3, 3, "young"), new Quota("gender", 3, 3, "f"), new Quota("age", 3, 3, "old"));
        PanelSearch.Panels found = panels(PanelSearch.find(pool(0, 3, 3, 0), 6, quotas, 5, 1));

        assertThat(found.list().panels()).hasSize(1);
    }

    @Test
    void namesTheOneQuotaForWhichTooFewStand() {
        PanelSearch.Found found = PanelSearch.find(
                pool(9, 2, 9, 1),
                8,
                List.of(
                        new Quota("gender", 4, 4, "f"),
                        new Quota("age", 4, 4, "young"),
                        new Quota("gender", 1, 8, "m")),
                10,
                1);

        assertThat(((PanelSearch.Conflict) found).sentence())
                .isEqualTo("quotas: no panel of 8 of these candidates meets the quota age = young: 4");
    }

    @Test
    void namesTheQuotasThatConflictAndNoOthers() {
        Quota women = new Quota("gender", 6, 8, "f");
        Quota young = new Quota("age", 6, 8, "young");
        PanelSearch.Found found =
                PanelSearch.find(pool(10, 1, 10, 10), 8, List.of(new Quota("age", 0, 8, "old"), women, young), 10, 1);

        assertThat(quotasOf(found)).containsExactly(women, young);
        assertThat(((PanelSearch.Conflict) found).sentence())
                .isEqualTo("quotas: no panel of 8 of these candidates meets these quotas together:"
                        + " gender = f: 6 to 8; age = young: 6 to 8");
    }

    @Test
    void namesQuotasThatHaveMorePlacesThanSeats() {
        Quota young = new Quota("age", 5, 8, "young");
        Quota old = new Quota("age", 4, 8, "old");

        assertThat(quotasOf(PanelSearch.find(
                        pool(10, 10, 10, 10), 8, List.of(new Quota("gender", 0, 8, "f"), young, old), 10, 1)))
                .containsExactly(young, old);
    }

    @Test
    void quotasNameWhatCandidatesHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PanelSearch.find(pool(1, 1, 1, 1), 2, List.of(new Quota("income", 0, 1, "low")), 5, 1))
                .withMessage("pool: the candidates have no attribute \"income\", which the draw needs");
    }

    /** Quotas around what a random panel has can be met: by that panel. */
    @Property(tries = 25)
    void quotasAreAlwaysMet(@ForAll @IntRange(max = 99_999) int seed, @ForAll @IntRange(min = 1, max = 20) int seats) {
        SplittableRandom random = new SplittableRandom(seed);
        Pool pool = new Pool(IntStream.range(0, 20 + random.nextInt(60))
                .mapToObj(i -> {
                    Map<String, String> attributes = new TreeMap<>();
                    for (int a = 0; a < 4; a++) {
                        attributes.put("a" + a, "v" + random.nextInt(2 + a));
                    }
                    return candidate(i, attributes);
                })
                .toList());
        List<Candidate> panel = pool.candidates().subList(0, seats);
        List<Quota> quotas = new ArrayList<>();
        for (int a = 0; a < 4; a++) {
            for (int v = 0; v < 2 + a; v++) {
                int members = new Quota("a" + a, 0, 0, "v" + v).miss(panel);
                quotas.add(new Quota("a" + a, Math.max(0, members - random.nextInt(2)), members, "v" + v));
            }
        }
        PanelSearch.Panels found = panels(PanelSearch.find(pool, seats, quotas, 40, seed));

        assertThatCode(() -> found.list().check(pool, seats, quotas)).doesNotThrowAnyException();
        assertThat(found.least()).isBetween(0, found.bound());
    }
}
