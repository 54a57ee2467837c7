package eu.urne.engine.tally.textbook;

import java.math.BigInteger;

/** A plain fraction, independent of the one that is tested. */
record Ratio(BigInteger top, BigInteger bottom) implements Comparable<Ratio> {

    static final Ratio ZERO = of(0);

    Ratio {
        BigInteger divisor = top.gcd(bottom).multiply(BigInteger.valueOf(bottom.signum()));
        top = top.divide(divisor);
        bottom = bottom.divide(divisor);
    }

    static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    Ratio plus(Ratio other) {
        return new Ratio(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    Ratio minus(Ratio other) {
        return plus(other.times(of(-1)));
    }

    Ratio times(Ratio other) {
        return new Ratio(top.multiply(other.top), bottom.multiply(other.bottom));
    }

    Ratio over(Ratio other) {
        BigInteger upper = top.multiply(other.bottom);
        BigInteger lower = bottom.multiply(other.top);
        return new Ratio(upper, lower);
    }

    Ratio min(Ratio other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Ratio other) {
        return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }
}
