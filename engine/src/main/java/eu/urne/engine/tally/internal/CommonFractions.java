package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Fraction;
import java.math.BigInteger;

/**
 * Fractions over one denominator, which grows only by what the next of them needs: the prices of a run share most of
 * their factors, so it stays short where the product of all denominators would not.
 */
final class CommonFractions {

    private final BigInteger[] numerators;
    private BigInteger denominator = BigInteger.ONE;
    private int size;

    /**
     * Room for fractions.
     *
     * @param most how many there may be
     */
    CommonFractions(int most) {
        this.numerators = new BigInteger[most];
    }

    /** Forgets all and takes up a first one. */
    void begin(Fraction first) {
        numerators[0] = first.numerator();
        denominator = first.denominator();
        size = 1;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    BigInteger denominator() {
        return denominator;
    }

    /** The numerator of one of them over the denominator of today. */
    BigInteger numerator(int at) {
        return numerators[at];
    }

    Fraction get(int at) {
        return new Fraction(numerators[at], denominator);
    }

    /** A whole multiple of one of them, as a numerator. */
    BigInteger times(int at, long factor) {
        return numerators[at].multiply(BigInteger.valueOf(factor));
    }

    /** A whole number as a numerator. */
    BigInteger whole(long number) {
        return denominator.multiply(BigInteger.valueOf(number));
    }

    /**
     * Takes up one more.
     *
     * @param numerator over the denominator of today and then
     * @param divisor above 0
     */
    void add(BigInteger numerator, long divisor) {
        BigInteger whole = BigInteger.valueOf(divisor);
        BigInteger common = numerator.gcd(whole);
        BigInteger factor = whole.divide(common);
        if (!factor.equals(BigInteger.ONE)) {
            denominator = denominator.multiply(factor);
            for (int at = 0; at < size; at++) {
                numerators[at] = numerators[at].multiply(factor);
            }
        }
        numerators[size++] = numerator.divide(common);
    }
}
