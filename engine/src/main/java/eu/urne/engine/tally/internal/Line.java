package eu.urne.engine.tally.internal;

import java.math.BigInteger;

/**
 * A linear function of the share, near the share of a run; both numbers by the same denominator above 0, which does not
 * matter where it is 0 or which sign it has.
 *
 * @param value at the share of the run
 * @param slope how fast it grows
 */
record Line(BigInteger value, BigInteger slope) {

    Line times(BigInteger factor) {
        return new Line(value.multiply(factor), slope.multiply(factor));
    }

    Line minus(Line other) {
        return new Line(value.subtract(other.value), slope.subtract(other.slope));
    }

    Line negated() {
        return new Line(value.negate(), slope.negate());
    }
}
