package eu.urne.engine.tally.textbook;

/** A linear function of the share, just above a share: its value there and how fast it grows. */
record Germ(Ratio at, Ratio slope) {

    static final Germ ZERO = constant(Ratio.ZERO);

    static Germ constant(Ratio value) {
        return new Germ(value, Ratio.ZERO);
    }

    static Germ share(Ratio share) {
        return new Germ(share, Ratio.of(1));
    }

    Germ plus(Germ other) {
        return new Germ(at.plus(other.at), slope.plus(other.slope));
    }

    Germ minus(Germ other) {
        return new Germ(at.minus(other.at), slope.minus(other.slope));
    }

    Germ times(long factor) {
        return new Germ(at.times(Ratio.of(factor)), slope.times(Ratio.of(factor)));
    }

    Germ over(long divisor) {
        return new Germ(at.over(Ratio.of(divisor)), slope.over(Ratio.of(divisor)));
    }
}
