package eu.urne.audit.mirror;

import eu.urne.audit.note.Checkpoint;
import java.nio.file.Path;

/** What one look at a log has found. */
public sealed interface Look {

    /**
     * Nothing has changed.
     *
     * @param size number of entries
     */
    record Same(long size) implements Look {}

    /**
     * The log has grown, and the mirror with it.
     *
     * @param checkpoint the new checkpoint
     * @param arrivals what came new
     */
    record Grown(Checkpoint checkpoint, Arrivals arrivals) implements Look {}

    /**
     * The log has grown, but the policy is not satisfied, so the mirror has not. It may be later.
     *
     * @param sentence why
     */
    record NotTrusted(String sentence) implements Look {}

    /**
     * The checkpoint does not fit what the mirror holds.
     *
     * @param kind in what way
     * @param sentence what is wrong
     * @param note the file in which the checkpoint is kept
     */
    record Contradicted(Kind kind, String sentence, Path note) implements Look {}

    /** It was to end before anything was found. */
    record Stopped() implements Look {}

    /** In what way a checkpoint does not fit. */
    enum Kind {
        /** It is not signed by the key of the log. */
        OTHER_KEY("other key"),
        /** It has fewer entries than one seen before. */
        TAKEN_BACK("taken back"),
        /** Its entries are not those seen before. */
        FORK("fork");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Says it in words. */
        public String words() {
            return words;
        }
    }
}
