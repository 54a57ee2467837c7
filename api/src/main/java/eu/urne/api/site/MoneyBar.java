package eu.urne.api.site;

import eu.urne.engine.poll.OptionVerdict;

/**
 * The money of a vote drawn as a bar, in thousandths of its length: what was spent before a project, what the project
 * takes, and what it would have needed beyond the money.
 *
 * @param before spent before
 * @param own what the project takes, or would have taken
 * @param purse where the money ends
 * @param fits whether there was the money
 */
public record MoneyBar(int before, int own, int purse, boolean fits) {

    /** Where the project's piece ends. */
    public int end() {
        return before + own;
    }

    /** The money of a vote, of which a project takes or would have taken a piece. */
    static MoneyBar of(long cents, long cost, OptionVerdict verdict) {
        return switch (verdict) {
            case OptionVerdict.Selected won -> bar(cents, Math.max(0, cents - won.left() - cost), cost, true);
            case OptionVerdict.Unaffordable lost -> bar(cents, Math.max(0, cents - lost.left()), cost, false);
            default -> bar(cents, 0, cost, cost <= cents);
        };
    }

    private static MoneyBar bar(long cents, long before, long cost, boolean fits) {
        long length = Math.max(cents, Math.addExact(before, cost));
        return new MoneyBar(Share.of(before, length), Share.of(cost, length), Share.of(cents, length), fits);
    }
}
