package eu.urne.engine.open;

import java.math.BigDecimal;
import java.util.stream.LongStream;

/**
 * How amounts are written.
 *
 * @param decimals places behind the point that the amounts need, from 0 to 2; a step of a rule is told in units of the
 *     last of them
 * @param inCents whether the amounts are cents, because a step is smaller than what the amounts need
 */
record PublishedAmounts(int decimals, boolean inCents) {

    /**
     * The shortest way to write amounts and a step.
     *
     * @param amounts in cents
     * @param step in cents, 0 for none
     */
    static PublishedAmounts of(LongStream amounts, long step) {
        int decimals = amounts.mapToInt(PublishedAmounts::decimals).max().orElse(0);
        return new PublishedAmounts(decimals, decimals(step) > decimals);
    }

    private static int decimals(long cents) {
        return cents % 100 == 0 ? 0 : cents % 10 == 0 ? 1 : 2;
    }

    /** An amount of cents as the file has it, without trailing zeros. */
    String text(long cents) {
        BigDecimal amount = inCents
                ? BigDecimal.valueOf(cents)
                : BigDecimal.valueOf(cents, 2).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0).toPlainString() : amount.toPlainString();
    }

    /** A step of cents in the smallest unit of the file. */
    long units(long cents) {
        if (inCents) {
            return cents;
        }
        long unit = decimals == 0 ? 100 : decimals == 1 ? 10 : 1;
        return cents / unit;
    }
}
