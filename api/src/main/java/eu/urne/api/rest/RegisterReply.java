package eu.urne.api.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eu.urne.engine.roll.Person;
import java.util.List;

/**
 * What became of the persons of a request.
 *
 * @param accepted new in the register log
 * @param repeated stood there already by the same request
 * @param receipts of all whose command stands in the register log, new or repeated
 * @param refused all others
 */
record RegisterReply(int accepted, int repeated, List<PersonReceipt> receipts, List<RefusedPerson> refused) {

    /** The receipt of the command for a person. */
    record PersonReceipt(Person person, @JsonUnwrapped ReceiptReply receipt) {}

    /**
     * A person for whom the command was refused.
     *
     * @param reason as in the type of a problem
     * @param detail one sentence
     */
    record RefusedPerson(Person person, String reason, String detail) {}
}
