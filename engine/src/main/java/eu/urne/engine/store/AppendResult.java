package eu.urne.engine.store;

import eu.urne.engine.Refusal;
import eu.urne.engine.log.Entry;
import eu.urne.engine.store.LogReader.SizedNote;
import java.util.List;
import java.util.Map;

/** What became of an append; each is final. */
public sealed interface AppendResult {

    /**
     * Durable, in the tree and covered by a signed checkpoint.
     *
     * @param entries where they stand, in order; none where the store does not tell and one has to look
     * @param checkpoints the first that cover them, by log; none where one has to look
     */
    record Appended(List<StoredEntry> entries, Map<LogName, SizedNote> checkpoints) implements AppendResult {

        /** Without saying where. */
        static final Appended SOMEWHERE = new Appended(List.of(), Map.of());
    }

    /** Nothing was written: the entry's number in its stream is taken or not the next, or its id is not new. */
    record Conflicted(Entry entry, String sentence) implements AppendResult {}

    /** Nothing was written: a guard said no. */
    record Refused(Refusal refusal) implements AppendResult {}
}
