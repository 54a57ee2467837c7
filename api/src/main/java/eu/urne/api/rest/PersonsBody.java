package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.roll.Person;
import java.util.List;

/**
 * Persons of a register by their pseudonyms.
 *
 * @param persons 1 to 10,000
 */
record PersonsBody(List<Person> persons) {

    private static final int MOST = 10_000;

    /** Checks the number. */
    PersonsBody {
        if (persons.isEmpty() || persons.size() > MOST) {
            throw new ProblemException(
                    Problem.INVALID, "persons: 1 to " + MOST + " are possible, not " + persons.size());
        }
    }
}
