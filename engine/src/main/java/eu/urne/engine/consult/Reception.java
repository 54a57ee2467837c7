package eu.urne.engine.consult;

import eu.urne.engine.Answer;
import eu.urne.engine.Refusal;

/** What becomes of an answer that was handed in. */
public sealed interface Reception {

    /**
     * It is kept, and on record.
     *
     * @param receipt of its entry in the log
     * @param kept with the salt, by which whoever has it finds it among those counted
     */
    record Received(Answer.Accepted receipt, KeptAnswer kept) implements Reception {}

    /** One person has typed the sheet; another one has to. */
    record Waiting() implements Reception {}

    /** Two persons have read different things: neither counts, both type the sheet again. */
    record Differs() implements Reception {}

    /** An expected no. */
    record Refused(Refusal refusal) implements Reception {}
}
