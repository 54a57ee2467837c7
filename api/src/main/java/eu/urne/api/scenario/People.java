package eu.urne.api.scenario;

import java.time.LocalDate;
import java.util.List;

/**
 * The people of a scenario, most of whom are invented from its seed.
 *
 * @param register name of the register that they are imported into
 * @param voters how many cast a ballot
 * @param away how many more may vote and do not come, for a hundred who do
 * @param outside how many more are too young or too old, for a hundred who vote
 * @param withoutConsent how many of those who stay away have no consent of a guardian, for a hundred who vote
 * @param ages of those who may vote
 * @param named persons whom steps name
 */
record People(
        String register, int voters, int away, int outside, int withoutConsent, Act.Ages ages, List<Named> named) {

    private static final int MOST = 1_000_000;

    People {
        check("voters", voters, MOST);
        check("away", away, 1_000);
        check("outside", outside, 1_000);
        check("withoutConsent", withoutConsent, away);
        named = List.copyOf(named);
    }

    private static void check(String field, int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(field + ": must be from 0 to " + most + ", not " + value);
        }
    }

    /**
     * Somebody whom steps name.
     *
     * @param consent whether a guardian has consented
     * @param votes whether she or he is one of the voters
     */
    record Named(String id, String site, String family, String given, LocalDate born, boolean consent, boolean votes) {}

    People withVoters(int other) {
        return new People(register, other, away, outside, withoutConsent, ages, named);
    }
}
