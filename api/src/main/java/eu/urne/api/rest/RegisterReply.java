package eu.urne.api.rest;

import eu.urne.engine.roll.Person;
import java.util.List;

/**
 * What became of the persons of a request.
 *
 * @param accepted new in the register log
 * @param repeated stood there already by the same request
 * @param refused all others
 */
record RegisterReply(int accepted, int repeated, List<RefusedPerson> refused) {

    /**
     * A person for whom the command was refused.
     *
     * @param reason as in the type of a problem
     * @param detail one sentence
     */
    record RefusedPerson(Person person, String reason, String detail) {}
}
