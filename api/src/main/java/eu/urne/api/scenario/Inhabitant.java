package eu.urne.api.scenario;

import java.time.LocalDate;

/**
 * Somebody in a scenario's register; invented.
 *
 * @param number from 0, in the order of the register
 * @param site where he or she belongs
 */
record Inhabitant(int number, String site, String family, String given, LocalDate born, Role role) {

    /** What an inhabitant does in the scenario. */
    enum Role {
        /** Comes and votes. */
        VOTES,
        /** May vote and does not come. */
        STAYS_AWAY,
        /** Of age, but no guardian has consented. */
        HAS_NO_CONSENT,
        /** Too young or too old. */
        IS_NOT_OF_AGE
    }

    /** Whether the rules of the budget let this inhabitant vote. */
    boolean mayVote() {
        return role == Role.VOTES || role == Role.STAYS_AWAY;
    }

    boolean votes() {
        return role == Role.VOTES;
    }
}
