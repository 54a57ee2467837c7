package eu.urne.engine.tally;

/**
 * Phragmén's sequential rule: all voters earn money at the same rate from zero on; as soon as the supporters of an
 * option hold its cost together, it is bought, and each of them has nothing. (Brill, Freeman, Janson, Lackner:
 * Phragmén's Voting Methods and Justified Representation, AAAI 2017, section 3; with costs as in Los, Christoff,
 * Grossi: Proportional Budget Allocations, IJCAI 2022, section 3.) An option without a supporter is never bought, one
 * that costs more than the whole budget is not considered.
 *
 * @param skips what happens when an option is reached that does not fit into the money left: false to stop there (of
 *     several reached at the same time, if any of them does not fit), true to leave it out and go on
 */
public record Phragmen(boolean skips) implements Rule.OfMoney {

    /** {@code phragmen}: stops at the first option that does not fit. */
    public static Phragmen stopping() {
        return new Phragmen(false);
    }

    /** {@code phragmen-skip}: leaves out what does not fit. */
    public static Phragmen skipping() {
        return new Phragmen(true);
    }

    @Override
    public String id() {
        return skips ? "phragmen-skip" : "phragmen";
    }

    @Override
    public String text() {
        return id();
    }
}
