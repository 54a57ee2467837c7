package eu.urne.projections.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is written together leaves the same rows as what is written one by one. */
class HeldBackTest {

    private final HeldBack heldBack = new HeldBack();

    @Test
    void statementsComeInTheOrderInWhichTheyCameUpAndTheirRowsToo() {
        heldBack.add("p1", "insert", 1);
        heldBack.add("p1", "accept", 1);
        heldBack.add("p2", "insert", 2);
        heldBack.add("p2", "accept", 2);

        assertThat(heldBack.take().entrySet().stream()
                        .flatMap(rows -> rows.getValue().stream().map(row -> rows.getKey() + row[0])))
                .containsExactly("insert1", "insert2", "accept1", "accept2");
        assertThat(heldBack.take()).isEmpty();
    }

    @Test
    void whatWouldComeBeforeAnEarlierChangeOfItsThingIsNotInOrder() {
        heldBack.add("p1", "insert", 1);
        heldBack.add("p1", "withdraw", 1);
        heldBack.add("p2", "insert", 2);

        assertThat(heldBack.isInOrder("p1", "insert")).isFalse();
        assertThat(heldBack.isInOrder("p1", "withdraw")).isTrue();
        assertThat(heldBack.isInOrder("p2", "withdraw")).isTrue();
        assertThat(heldBack.isInOrder("p1", "something new")).isTrue();
    }

    @Test
    void orderIsForgottenWithWhatIsTaken() {
        heldBack.add("p1", "insert", 1);
        heldBack.add("p1", "accept", 1);

        assertThat(heldBack.take()).containsOnlyKeys("insert", "accept");
        assertThat(heldBack.isInOrder("p1", "insert")).isTrue();
    }
}
