package eu.urne.engine.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.poll.PollId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What is published singles out nobody, whoever computes with it. */
class SuppressionTest {

    private static final PollId POLL = new PollId("children-2026");

    private static Stream<Admitted> persons(int number, int served, @Nullable String site, @Nullable String district) {
        return IntStream.range(0, number).mapToObj(i -> new Admitted(site, district, 9, i < served));
    }

    private static ParticipationPublished published(List<Stream<Admitted>> some) {
        return Suppression.of(POLL, some.stream().flatMap(each -> each).toList(), AgeBands.USUAL);
    }

    private static List<String> withheld(List<Cell> cells) {
        return cells.stream().filter(Cell::isWithheld).map(Cell::id).toList();
    }

    @Example
    void aSmallSiteHidesBehindTheNextSmallest() {
        ParticipationPublished all =
                published(List.of(persons(40, 30, "a", null), persons(20, 15, "b", null), persons(12, 4, "c", null)));

        assertThat(all.admitted()).isEqualTo(72);
        assertThat(all.voters()).isEqualTo(49);
        assertThat(all.byDistrict()).isEmpty();
        assertThat(all.bySite())
                .containsExactly(
                        new Cell("a", null, 40L, 30L),
                        new Cell("b", null, null, null),
                        new Cell("c", null, null, null));
    }

    @Example
    void withoutSmallSitesEverythingIsTold() {
        ParticipationPublished all = published(List.of(persons(40, 30, "a", "north"), persons(9, 5, "b", "south")));

        assertThat(all.bySite()).containsExactly(new Cell("a", "north", 40L, 30L), new Cell("b", "south", 9L, 5L));
        assertThat(all.byDistrict())
                .containsExactly(new Cell("north", null, 40L, 30L), new Cell("south", null, 9L, 5L));
    }

    @Example
    void twoCellsThatAreSmallTogetherHideBehindAThird() {
        ParticipationPublished all = published(List.of(
                persons(40, 30, "a", null),
                persons(20, 15, "b", null),
                persons(2, 2, "c", null),
                persons(2, 1, "d", null)));

        assertThat(withheld(all.bySite())).containsExactly("b", "c", "d");
    }

    @Example
    void aSmallDistrictHidesBehindAnotherThatKeepsASiteBack() {
        ParticipationPublished all = published(List.of(
                persons(3, 3, "a", "north"),
                persons(20, 15, "b", "south"),
                persons(30, 25, "c", "south"),
                persons(90, 80, "d", "west")));

        assertThat(withheld(all.byDistrict())).containsExactly("north", "south");
        assertThat(withheld(all.bySite())).containsExactly("a", "b");
    }

    @Example
    void nothingIsToldOfWhomNothingIsKnown() {
        ParticipationPublished all = published(List.of(persons(70, 60, null, null)));

        assertThat(all.voters()).isEqualTo(60);
        assertThat(all.bySite()).isEmpty();
        assertThat(all.byDistrict()).isEmpty();
    }

    @Example
    void whereSitesLieAcrossDistrictsOneOfTheTwoIsTold() {
        ParticipationPublished all = published(
                List.of(persons(20, 15, "a", "north"), persons(20, 15, "a", "south"), persons(20, 15, null, "south")));

        assertThat(all.bySite()).isEmpty();
        assertThat(all.byDistrict())
                .containsExactly(new Cell("north", null, 20L, 15L), new Cell("south", null, 40L, 30L));
    }

    @Example
    void agesStandInBandsInAscendingOrder() {
        List<Admitted> persons = new ArrayList<>();
        for (int age : new int[] {15, 9, 80, 10}) {
            persons.addAll(Collections.nCopies(6, new Admitted("a", null, age, true)));
        }
        persons.addAll(Collections.nCopies(5, new Admitted("a", null, null, true)));

        assertThat(Suppression.of(POLL, persons, AgeBands.USUAL).byAge())
                .containsExactly(
                        new Cell("8-10", null, 12L, 12L),
                        new Cell("13-15", null, 6L, 6L),
                        new Cell("75+", null, 6L, 6L),
                        new Cell("-", null, 5L, 5L));
    }

    @Example
    void bandsAreChecked() {
        assertThatThrownBy(() -> AgeBands.parse("0-7,5-9")).hasMessage("age bands: 5-9 must lie above 0-7");
        assertThatThrownBy(() -> AgeBands.parse("young"))
                .hasMessage("age bands: \"young\" is no band such as 8-10 or 75+");
        assertThatThrownBy(() -> AgeBands.parse("9-8")).hasMessage("age bands: 9-8 is no band");
        assertThat(AgeBands.parse("0-17,18+").bands())
                .extracting(AgeBands.Band::text)
                .containsExactly("0-17", "18+");
    }

    /** Sites, each in one district, many of them small. */
    private static List<Admitted> population(Random random) {
        int districts = 1 + random.nextInt(4);
        List<Admitted> population = new ArrayList<>();
        int sites = 1 + random.nextInt(9);
        for (int site = 0; site < sites; site++) {
            String district = districts == 1 ? null : "d" + random.nextInt(districts);
            int size = random.nextInt(3) == 0 ? 1 + random.nextInt(60) : 1 + random.nextInt(9);
            int turnout = random.nextInt(101);
            for (int i = 0; i < size; i++) {
                int age = 8 + random.nextInt(12);
                population.add(new Admitted("s" + site, district, age, random.nextInt(100) < turnout));
            }
        }
        Collections.shuffle(population, random);
        return population;
    }

    @Property(tries = 3_000)
    void noFigureUnderFiveIsTold(@ForAll long seed) {
        ParticipationPublished all = Suppression.of(POLL, population(new Random(seed)), AgeBands.USUAL);

        assertThat(Stream.of(all.bySite(), all.byDistrict(), all.byAge()).flatMap(List::stream))
                .allSatisfy(cell -> {
                    if (!cell.isWithheld()) {
                        assertThat(cell.admitted()).isGreaterThanOrEqualTo(5);
                        assertThat(cell.voters()).isGreaterThanOrEqualTo(5);
                    }
                });
    }

    @Property(tries = 3_000)
    void whoSolvesTheSystemOfSitesAndDistrictsLearnsNothingThatIsWithheld(@ForAll long seed) {
        List<Admitted> population = population(new Random(seed));
        ParticipationPublished all = Suppression.of(POLL, population, AgeBands.USUAL);
        List<Cell> sites = all.bySite();
        Attacker attacker = new Attacker(sites.size());
        attacker.learn(some(sites, site -> true));
        sites.stream().filter(site -> !site.isWithheld()).forEach(site -> attacker.learn(some(sites, site::equals)));
        all.byDistrict().stream()
                .filter(district -> !district.isWithheld())
                .forEach(district -> attacker.learn(within(sites, district)));

        assertThat(sites).allSatisfy(site -> assertThat(attacker.knows(some(sites, site::equals)))
                .isEqualTo(!site.isWithheld()));
        assertThat(all.byDistrict()).allSatisfy(district -> assertThat(attacker.knows(within(sites, district)))
                .isEqualTo(!district.isWithheld()));
        assertNoSmallSumFollows(attacker, sites, population);
    }

    @Property(tries = 2_000)
    void whoSolvesTheSystemOfAgesLearnsNothingThatIsWithheld(@ForAll long seed) {
        List<Cell> ages = Suppression.of(POLL, population(new Random(seed)), AgeBands.USUAL)
                .byAge();
        Attacker attacker = new Attacker(ages.size());
        attacker.learn(some(ages, age -> true));
        ages.stream().filter(age -> !age.isWithheld()).forEach(age -> attacker.learn(some(ages, age::equals)));

        assertThat(ages).allSatisfy(age -> assertThat(attacker.knows(some(ages, age::equals)))
                .isEqualTo(!age.isWithheld()));
    }

    private static boolean[] some(List<Cell> cells, Function<Cell, Boolean> chosen) {
        boolean[] some = new boolean[cells.size()];
        for (int i = 0; i < some.length; i++) {
            some[i] = chosen.apply(cells.get(i));
        }
        return some;
    }

    private static boolean[] within(List<Cell> sites, Cell district) {
        return some(sites, site -> district.id().equals(site.district()));
    }

    /** Of every group of sites whose sum can be computed at least five were admitted and voted, or it is everybody. */
    private static void assertNoSmallSumFollows(Attacker attacker, List<Cell> sites, List<Admitted> population) {
        for (int subset = 1; subset < (1 << sites.size()) - 1; subset++) {
            boolean[] some = new boolean[sites.size()];
            for (int i = 0; i < some.length; i++) {
                some[i] = ((subset >> i) & 1) == 1;
            }
            if (attacker.knows(some)) {
                List<Admitted> group = population.stream()
                        .filter(person -> IntStream.range(0, some.length)
                                .anyMatch(i -> some[i] && sites.get(i).id().equals(person.site())))
                        .toList();
                assertThat(group.size()).isGreaterThanOrEqualTo(5);
                assertThat(group.stream().filter(Admitted::served).count()).isGreaterThanOrEqualTo(5);
            }
        }
    }
}
