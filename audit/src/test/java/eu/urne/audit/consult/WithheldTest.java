package eu.urne.audit.consult;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables from which few follow are found. */
class WithheldTest {

    private static final Question ORDER = new Question("order", Question.Kind.RANKING, List.of("trees", "water"), 2);

    private static Table table(@Nullable Long trees, @Nullable Long water) {
        return new Table(
                "order",
                60L,
                List.of(new Cell("trees", 30L), new Cell("water", 30L)),
                List.of(new Cell("trees", trees), new Cell("water", water)));
    }

    @Test
    void fewWhoChoseAnOptionLaterFollowFromItsTwoFigures() {
        assertThat(Withheld.wrong(ORDER, table(32L, 40L), 60, 5))
                .hasValue("tells of trees in which few answers it is not the first");
        assertThat(Withheld.wrong(ORDER, table(35L, 40L), 60, 5)).isEmpty();
        assertThat(Withheld.wrong(ORDER, table(null, null), 60, 5)).isEmpty();
    }
}
