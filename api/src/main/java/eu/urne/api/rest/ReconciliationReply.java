package eu.urne.api.rest;

import eu.urne.engine.poll.Reconciliation;
import java.util.List;

/**
 * The counts of a poll that must add up before it is closed.
 *
 * @param differences what does not add up, in words; none if all does
 * @param remarks what else the staff should know
 */
record ReconciliationReply(Reconciliation counts, List<String> differences, List<String> remarks) {

    static ReconciliationReply of(Reconciliation counts) {
        return new ReconciliationReply(counts, counts.differences(), counts.remarks());
    }
}
