package eu.urne.engine.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.urne.engine.poll.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawByQuotasTest {

    private static final Seed SEED = TestDraws.seed(11);
    private static final Quota NORD = new Quota("district", 1, 1, "nord");
    private static final Quota YOUNG = new Quota("age", 1, 2, "11-14");

    /** Indexes into the pool of the candidates with these values. */
    private static List<Integer> with(Pool pool, String district, String age) {
        return IntStream.range(0, pool.size())
                .filter(i -> pool.candidates().get(i).value("district").equals(district)
                        && pool.candidates().get(i).value("age").equals(age))
                .boxed()
                .toList();
    }

    private static final Pool POOL = new Pool(IntStream.range(0, 16)
            .mapToObj(i -> TestDraws.slip(
                            "q", i, Map.of("district", i % 2 == 0 ? "nord" : "sud", "age", i < 8 ? "11-14" : "15-17"))
                    .candidate())
            .toList());
    private static final List<Integer> NORTH_YOUNG = with(POOL, "nord", "11-14");
    private static final List<Integer> NORTH_OLD = with(POOL, "nord", "15-17");
    private static final List<Integer> SOUTH_YOUNG = with(POOL, "sud", "11-14");
    private static final List<Integer> SOUTH_OLD = with(POOL, "sud", "15-17");

    /** In each panel somebody young of the north and somebody old of the south, or the other way round. */
    private static PanelList list() {
        List<List<Integer>> tickets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tickets.add(List.of(NORTH_YOUNG.get(i), SOUTH_OLD.get(i)));
            tickets.add(List.of(SOUTH_YOUNG.get(i), NORTH_OLD.get(i)));
            tickets.add(List.of(SOUTH_YOUNG.get(i), NORTH_OLD.get(i)));
        }
        return PanelList.of(tickets);
    }

    private static DrawSpec.Quotas spec() {
        return TestDraws.quotas(list(), 2, NORD, YOUNG);
    }

    @Test
    void drawsThePanelOfTheTicket() {
        Drawn drawn = Draw.byQuotas(POOL, spec(), list(), SEED);

        assertThat(drawn.ticket()).isEqualTo(SEED.number(12));
        assertThat(drawn.members()).isEqualTo(list().at(SEED.number(12)).of(POOL));
        List<Candidate> others = new ArrayList<>(POOL.candidates());
        others.removeAll(drawn.members());
        assertThat(drawn.reserve()).containsExactly(SEED.order(others));
    }

    @Test
    void oneTicketIsAsGoodAsTwoPanelsThatAreEqual() {
        assertThat(list().panels()).hasSize(8);
        assertThat(list().tickets()).isEqualTo(12);
        assertThat(IntStream.range(0, 12).mapToObj(i -> list().at(i).members()).distinct())
                .hasSize(8);
    }

    @Test
    void everybodysChanceIsCountedInTickets() {
        List<Integer> chances = list().chances(POOL);

        assertThat(NORTH_YOUNG).allMatch(i -> chances.get(i) == 1);
        assertThat(NORTH_OLD).allMatch(i -> chances.get(i) == 2);
    }

    @Test
    void anotherListThanTheFrozenOneIsRefused() {
        PanelList other = PanelList.of(List.of(List.of(NORTH_YOUNG.getFirst(), SOUTH_OLD.getFirst())));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draw.byQuotas(POOL, spec(), other, SEED))
                .withMessage("panels: the list is not the one that the specification has frozen");
    }

    @Test
    void aPanelThatMissesAQuotaIsRefused() {
        PanelList wrong = PanelList.of(List.of(List.of(NORTH_YOUNG.get(0), NORTH_YOUNG.get(1))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draw.byQuotas(POOL, TestDraws.quotas(wrong, 2, NORD, YOUNG), wrong, SEED))
                .withMessage("panels: a panel does not meet the quota district = nord: 1");
    }

    @Test
    void theFirstWithTheSameValuesReplaces() {
        Drawn drawn = Draw.byQuotas(POOL, spec(), list(), SEED);
        Seat leaving = drawn.seats().getFirst();
        Vacancy vacancy =
                new Vacancy(leaving, List.of(drawn.members().get(1)), Set.copyOf(TestDraws.leaves(drawn.members())));

        assertThat(Draw.next(spec(), SEED, drawn, vacancy))
                .isEqualTo(drawn.reserve().getFirst().stream()
                        .filter(one -> one.attributes()
                                .equals(drawn.members().getFirst().attributes()))
                        .findFirst());
    }

    @Test
    void thenTheFirstWhoBreaksNoQuotaReplaces() {
        Candidate leaving = POOL.candidates().get(SOUTH_OLD.getFirst());
        Candidate staying = POOL.candidates().get(NORTH_YOUNG.getFirst());
        Drawn drawn = new Drawn(
                List.of(SEED.order(POOL.candidates())), List.of(new Seat(0, leaving), new Seat(0, staying)), 0);
        Set<Hash> used = new HashSet<>(Set.of(staying.leaf()));
        SOUTH_OLD.forEach(i -> used.add(POOL.candidates().get(i).leaf()));
        Vacancy vacancy = new Vacancy(drawn.seats().getFirst(), List.of(staying), used);

        assertThat(Draw.next(spec(), SEED, drawn, vacancy))
                .isEqualTo(SEED
                        .order(SOUTH_YOUNG.stream().map(POOL.candidates()::get).toList())
                        .stream()
                        .findFirst());
        SOUTH_YOUNG.forEach(i -> used.add(POOL.candidates().get(i).leaf()));
        assertThat(Draw.next(spec(), SEED, drawn, new Vacancy(drawn.seats().getFirst(), List.of(staying), used)))
                .isEmpty();
    }
}
