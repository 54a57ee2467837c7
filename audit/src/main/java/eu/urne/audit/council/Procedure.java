package eu.urne.audit.council;

import eu.urne.audit.tally.Rule.Majority;

/**
 * How a council meets and votes (docs/formats/councils.md, section 2).
 *
 * @param absences after how many a seat may be vacated; 0: never
 * @param agenda how items are put in order
 * @param casting whether the chair's vote decides where as many are for as against
 * @param majority of its motions where nothing else is said
 * @param notice days between call and meeting
 * @param proxies how many proxies one member may hold
 * @param of so many seats that are held
 * @param share of which so many are needed
 * @param remote whether members may attend from elsewhere
 */
public record Procedure(
        int absences,
        Order agenda,
        boolean casting,
        Majority majority,
        int notice,
        int proxies,
        int of,
        int share,
        boolean remote) {

    /** How the items of an agenda are put in order. */
    public enum Order {
        /** The city's, then the others. */
        CITY_FIRST,
        /** Those of residents and members, then the city's. */
        RESIDENTS_FIRST,
        /** By turns, beginning with residents and members. */
        ALTERNATE,
        /** As handed in. */
        BY_DAY
    }

    /**
     * Gives how many must be present.
     *
     * @param held seats that are held
     */
    public int needed(int held) {
        return (held * share + of - 1) / of;
    }
}
