package eu.urne.engine.works;

import eu.urne.engine.budget.Texts;
import java.time.LocalDate;

/**
 * A value of an indicator on a day.
 *
 * @param indicator its id
 * @param value a whole number, of which the last {@code decimals} digits stand behind the decimal point
 * @param decimals from 0 to 6
 */
public record Measure(String indicator, LocalDate day, long value, int decimals) {

    private static final int MAX_DECIMALS = 6;

    /** Checks the numbers. */
    public Measure {
        Texts.checkId("indicator", indicator);
        Bounds.check("value", value);
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    "decimals: a value has 0 to " + MAX_DECIMALS + " decimals, not " + decimals);
        }
    }
}
