package eu.urne.engine.poll;

import eu.urne.engine.log.CanonicalJson;

/**
 * An amount of money.
 *
 * @param cents from 0 to 2^53-1
 * @param currency three capital letters, ISO 4217
 */
public record Money(long cents, String currency) {

    /** Checks the range and the currency. */
    public Money {
        check("budget: the amount", cents);
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "budget: the currency \"" + currency + "\" must be three capital letters");
        }
    }

    /** Refuses an amount below 0 or above 2^53-1, naming it. */
    static void check(String what, long cents) {
        if (cents < 0 || cents > CanonicalJson.MAX_INTEGER) {
            throw new IllegalArgumentException(what + " must be from 0 to 2^53-1 cents, not " + cents);
        }
    }
}
