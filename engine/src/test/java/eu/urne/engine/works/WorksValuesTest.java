package eu.urne.engine.works;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of works is refused where it makes no sense, with a sentence that names the field. */
class WorksValuesTest {

    private static final LocalDate DAY = LocalDate.of(2028, 2, 29);

    private static void refused(String sentence, ThrowingCallable value) {
        assertThatIllegalArgumentException().isThrownBy(value).withMessage(sentence);
    }

    private static Expense expense(long cents, @Nullable String reason) {
        return new Expense(cents, DAY, "Bois", null, reason);
    }

    @Test
    void expenseIsAnAmount() {
        refused("cents: an expense of 0 cents is none", () -> expense(0, null));
        refused("reason: money that comes back needs a reason, which is published", () -> expense(-1, null));
        refused("reason must have 1 to 2000 characters", () -> expense(1, " "));
        refused("label must be one line of 1 to 200 characters", () -> new Expense(1, DAY, "Bois\nPierre", null, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {9_007_199_254_740_992L, -9_007_199_254_740_992L, Long.MAX_VALUE, Long.MIN_VALUE})
    void numbersStayWithinWhatJsonHolds(long number) {
        refused("cents: it is from -(2^53-1) to 2^53-1, not " + number, () -> expense(number, "x"));
        refused("value: it is from -(2^53-1) to 2^53-1, not " + number, () -> new Measure("visits", DAY, number, 0));
    }

    @Test
    void textsHaveLimits() {
        refused(
                "title must be one line of 1 to 200 characters",
                () -> new Milestone(" ", DAY, Milestone.State.PLANNED));
        refused("reason must have 1 to 2000 characters", () -> new Delay(null, DAY, ""));
        refused("text must have 1 to 2000 characters", () -> new Fate("x".repeat(2_001)));
    }

    @Test
    void indicatorIsMeasuredEverySoManyDays() {
        refused(
                "every: an indicator is measured every 1 to 3660 days, not 0",
                () -> new Indicator("visits", "Visites", "", 0));
        refused("unit must have 0 to 40 characters", () -> new Indicator("visits", "Visites", "x".repeat(41), 1));
        refused("decimals: a value has 0 to 6 decimals, not 7", () -> new Measure("visits", DAY, 1, 7));
    }

    @Test
    void planLineHasAnAmountAndAYear() {
        PlanLineId line = new PlanLineId("parks");
        refused("cents: a line has at least 1 cent, not 0", () -> new PlanLine(line, "Parcs", 2026, 0));
        refused("year: it is from 1900 to 2200, not 26", () -> new PlanLine(line, "Parcs", 26, 1));
        refused(
                "line: the id \"Parcs\" must be 1 to 40 characters of a-z, 0-9 and -, not beginning with -",
                () -> new PlanLineId("Parcs"));
    }
}
