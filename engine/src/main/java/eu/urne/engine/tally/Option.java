package eu.urne.engine.tally;

/**
 * Something that can be voted for.
 *
 * @param id names the option in outcomes; not blank, unique within an election
 * @param cost its price in minor units of the election's currency, 0 or more
 */
public record Option(String id, long cost) {

    /** Refuses an empty id and a negative cost. */
    public Option {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an option needs an id");
        }
        if (cost < 0) {
            throw new IllegalArgumentException("option " + id + " has the negative cost " + cost);
        }
    }
}
