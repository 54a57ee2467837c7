package eu.urne.engine.store;

import eu.urne.engine.Refusal;
import eu.urne.engine.log.Entry;

/** What became of an append; each is final. */
public sealed interface AppendResult {

    /** Durable, in the tree and covered by a signed checkpoint. */
    record Appended() implements AppendResult {}

    /** Nothing was written: the entry's number in its stream is taken or not the next, or its id is not new. */
    record Conflicted(Entry entry, String sentence) implements AppendResult {}

    /** Nothing was written: a guard said no. */
    record Refused(Refusal refusal) implements AppendResult {}
}
