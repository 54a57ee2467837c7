package eu.urne.engine.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.roll.CardPlan.Batch;
import eu.urne.engine.roll.CardPlan.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CardPlanTest {

    private static Site site(String id, long voters) {
        return new Site(id, "Centre " + id, voters);
    }

    @Test
    void aLargeSiteHasCardsOfItsOwn() {
        CardPlan plan = CardPlan.of(List.of(site("b", 40), site("a", 20)), 10);
        assertThat(plan.batches())
                .containsExactly(
                        new Batch("a", List.of(site("a", 20)), 22), new Batch("b", List.of(site("b", 40)), 44));
        assertThat(plan.cards()).isEqualTo(66);
    }

    @Test
    void smallSitesShareTheirCards() {
        CardPlan plan = CardPlan.of(List.of(site("a", 12), site("b", 30), site("c", 9)), 0);
        assertThat(plan.batches()).extracting(Batch::label).containsExactly("a+c", "b");
        assertThat(plan.batches()).extracting(Batch::cards).containsExactly(21L, 30L);
    }

    @Test
    void whatIsLeftOverJoinsTheFewest() {
        CardPlan plan = CardPlan.of(List.of(site("a", 50), site("b", 25), site("c", 3)), 0);
        assertThat(plan.batches()).extracting(Batch::label).containsExactly("a", "b+c");
    }

    @Test
    void whereThereAreFewVotersInAllThereIsOneBatch() {
        CardPlan plan = CardPlan.of(List.of(site("a", 3), site("b", 4)), 0);
        assertThat(plan.batches())
                .containsExactly(new Batch("a+b", List.of(site("a", 3), site("b", 4)), CardPlan.LEAST));
    }

    @Test
    void aLabelThatWouldBeTooLongIsANumber() {
        List<Site> sites = IntStream.range(10, 30)
                .mapToObj(i -> site("centre-de-loisirs-" + i, 1))
                .toList();
        assertThat(CardPlan.of(sites, 0).batches()).extracting(Batch::label).containsExactly("shared+1");
    }

    @Test
    void spareCardsAreRoundedUp() {
        assertThat(CardPlan.of(List.of(site("a", 101)), 1).cards()).isEqualTo(103);
    }

    @Test
    void wrongSitesAreRefused() {
        assertThatThrownBy(() -> site("A", 1))
                .hasMessage("site: \"A\" must be 1 to 40 characters of a-z, 0-9 and -, not beginning with -");
        assertThatThrownBy(() -> site("paper-mill", 1))
                .hasMessage("site: \"paper-mill\" would be a label of sheets of paper; take another id");
        assertThatThrownBy(() -> site("a", 0)).hasMessage("voters: those of a must be from 1 to 100000, not 0");
        assertThatThrownBy(() -> new Site("a", " ", 1)).hasMessage("title: that of a must have 1 to 100 characters");
        assertThatThrownBy(() -> CardPlan.of(List.of(), 0)).hasMessage("sites: at least one is needed");
        assertThatThrownBy(() -> CardPlan.of(List.of(site("a", 1), site("a", 2)), 0))
                .hasMessage("site: a stands twice");
        assertThatThrownBy(() -> CardPlan.of(List.of(site("a", 1)), 101))
                .hasMessage("spare: must be from 0 to 100 percent");
    }

    @Property(tries = 300)
    void nobodyIsRecognisedAndNobodyGoesWithoutACard(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 60) Integer> voters, @ForAll int seed) {
        List<Site> sites = new ArrayList<>(IntStream.range(0, voters.size())
                .mapToObj(i -> site("s" + i, voters.get(i)))
                .toList());
        CardPlan plan = CardPlan.of(sites, 0);
        assertThat(plan.batches().stream().flatMap(batch -> batch.sites().stream()))
                .containsExactlyInAnyOrderElementsOf(sites);
        assertThat(plan.batches()).allMatch(batch -> batch.cards() >= batch.voters());
        assertThat(plan.batches().size() == 1
                        || plan.batches().stream().allMatch(batch -> batch.voters() >= CardPlan.LEAST))
                .isTrue();
        assertThat(plan.batches()).extracting(Batch::label).doesNotHaveDuplicates();
        Collections.shuffle(sites, new Random(seed));
        assertThat(CardPlan.of(sites, 0)).isEqualTo(plan);
    }
}
