package eu.urne.engine;

import eu.urne.engine.log.Receipt;
import eu.urne.engine.receipt.ReceiptCode;
import eu.urne.engine.store.LogName;

/** The final answer to a command. */
public sealed interface Answer {

    /**
     * The command's events are durable, signed and included.
     *
     * @param events how many the command has
     * @param code of the receipt, for people
     * @param receipt of the last of them
     * @param repeated whether they stood in the log before this request
     */
    record Accepted(LogName log, int events, ReceiptCode code, Receipt receipt, boolean repeated) implements Answer {}

    /** Nothing had to change, so there is no receipt. */
    record Unchanged() implements Answer {}

    /** An expected no; nothing of the command is in the log. */
    record Refused(Refusal refusal) implements Answer {}
}
