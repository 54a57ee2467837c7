package eu.urne.audit.tally;

import java.util.List;

/**
 * One round of a count: an option is selected.
 *
 * @param option its id
 * @param left money left after it, cents
 * @param why what it was selected for
 */
public record Round(String option, long left, Why why) {

    /** What an option is selected for. */
    public sealed interface Why {}

    /**
     * Its score, sections 3.1 and 3.4; its majority grade, section 3.5; the votes for it, section 3.6.
     *
     * @param score from 0
     */
    public record Score(long score) implements Why {}

    /**
     * It costs nothing, and somebody supports it, section 3.2.
     *
     * @param supporters number of voters
     */
    public record Free(long supporters) implements Why {}

    /**
     * Its price is the lowest, section 3.2.
     *
     * @param offer the price
     * @param payments what its supporters pay, those who pay most first
     * @param others options that were considered too, with their prices; all others were dearer in an earlier round
     *     already, or have no price any more
     */
    public record Price(Offer offer, List<Payment> payments, List<Offer> others) implements Why {}

    /**
     * The price of an option.
     *
     * @param option its id
     * @param each what one unit of worth costs: with approvals the most that a supporter pays; cents
     * @param rate what is compared: the price per unit of utility, cents; with the utility sqrt-cost its square
     */
    public record Offer(String option, Fraction each, Fraction rate) {}

    /**
     * What voters pay.
     *
     * @param voters how many
     * @param paid what each of them pays, cents
     * @param everything whether it is all that each of them has left
     */
    public record Payment(long voters, Fraction paid, boolean everything) {}

    /**
     * Its time is the earliest, section 3.3.
     *
     * @param time cents that a voter who never paid had earned by then
     * @param others options that were considered too, with their times; all others were later in an earlier round
     *     already
     */
    public record Time(Fraction time, List<Arrival> others) implements Why {}

    /**
     * When an option is reached.
     *
     * @param option its id
     * @param time as in {@link Time}
     */
    public record Arrival(String option, Fraction time) {}
}
