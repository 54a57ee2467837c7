package eu.urne.audit.extract;

import eu.urne.audit.tree.TilePath;
import org.jspecify.annotations.Nullable;

/** The names of the files of the evidence of one poll (docs/formats/evidence.md). */
public final class ExtractFiles {
    /** The checkpoint. */
    public static final String CHECKPOINT = "checkpoint";

    /** The indexes of the entries. */
    public static final String INDEXES = "indexes";

    /** The poll id: the mark of such evidence. */
    public static final String POLL = "poll";

    /** The hashes that lead to the root. */
    public static final String PROOF = "proof";

    /** The verifier key. */
    public static final String VKEY = "vkey";

    private ExtractFiles() {}

    /**
     * Tells whether entries of a stream belong into the evidence of a poll.
     *
     * @param stream the stream of an entry; null if it has none
     * @param poll the poll id
     */
    public static boolean holds(@Nullable String stream, String poll) {
        return stream != null
                && (stream.equals("log/public")
                        || stream.equals("poll/" + poll)
                        || stream.startsWith("ballot/" + poll + "/"));
    }

    /**
     * Gives the name of a bundle.
     *
     * @param number from 0
     */
    public static String bundle(long number) {
        return "entries/" + TilePath.groups(number);
    }
}
