package eu.urne.audit.tally;

import java.math.BigInteger;

/**
 * An exact fraction in lowest terms, from 0.
 *
 * @param top the numerator, from 0
 * @param bottom the denominator, from 1; 0 only in {@link #BEYOND_ALL}
 */
public record Fraction(BigInteger top, BigInteger bottom) implements Comparable<Fraction> {
    /** Nothing. */
    public static final Fraction ZERO = of(0, 1);

    /** Larger than every fraction; for comparing only. */
    static final Fraction BEYOND_ALL = of(1, 0);

    /** Brings it to lowest terms. */
    public Fraction {
        BigInteger divisor = top.gcd(bottom);
        top = top.divide(divisor);
        bottom = bottom.divide(divisor);
    }

    static Fraction of(long top, long bottom) {
        return new Fraction(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
    }

    Fraction plus(Fraction other) {
        return new Fraction(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    Fraction times(Fraction other) {
        return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom));
    }

    Fraction times(long factor) {
        return new Fraction(top.multiply(BigInteger.valueOf(factor)), bottom);
    }

    Fraction over(long divisor) {
        return new Fraction(top, bottom.multiply(BigInteger.valueOf(divisor)));
    }

    /** Gives the largest whole number that is not larger. */
    BigInteger floor() {
        return top.divide(bottom);
    }

    @Override
    public int compareTo(Fraction other) {
        return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }

    @Override
    public String toString() {
        return bottom.equals(BigInteger.ONE) ? top.toString() : top + "/" + bottom;
    }
}
