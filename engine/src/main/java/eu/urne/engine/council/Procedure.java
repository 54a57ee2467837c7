package eu.urne.engine.council;

import eu.urne.engine.poll.MotionRule.Majority;

/**
 * How a council meets and decides.
 *
 * @param notice days between the call of a meeting and the meeting, at least; 0 to 60
 * @param quorum how many must be present
 * @param majority of motions for which nothing else is said
 * @param casting whether the chair's vote decides where as many are for as against
 * @param proxies how many one member may hold, 0 to 3
 * @param remote whether members may attend from elsewhere
 * @param absences meetings in a row missed without excuse after which a seat may be vacated, to 20; 0 for never
 * @param agenda order of the items
 */
public record Procedure(
        int notice,
        Quorum quorum,
        Majority majority,
        boolean casting,
        int proxies,
        boolean remote,
        int absences,
        AgendaOrder agenda) {

    private static final int MOST_DAYS = 60;
    private static final int MOST_PROXIES = 3;
    private static final int MOST_ABSENCES = 20;

    /** Checks the ranges. */
    public Procedure {
        check("notice", notice, MOST_DAYS);
        check("proxies", proxies, MOST_PROXIES);
        check("absences", absences, MOST_ABSENCES);
        if (casting && majority != Majority.SIMPLE) {
            throw new IllegalArgumentException("casting: the chair's vote decides with a simple majority only");
        }
    }

    private static void check(String field, int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(field + ": from 0 to " + most + " is possible, not " + value);
        }
    }
}
