package eu.urne.engine.moving;

import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.moving.LogCheck.End;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.StoreException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A checkpoint of which somebody knows that it was published.
 *
 * @param source where it comes from, for sentences
 * @param note signed, as text
 */
public record KnownCheckpoint(String source, String note) {

    private static final String RECEIPT = "c2sp.org/tlog-proof@v1\n";

    /** Takes a signed note, or the one at the end of a receipt (docs/formats/log.md, section 9). */
    public static KnownCheckpoint of(String source, String text) {
        if (!text.startsWith(RECEIPT)) {
            return new KnownCheckpoint(source, text);
        }
        int end = text.indexOf("\n\n");
        return new KnownCheckpoint(source, end < 0 ? "" : text.substring(end + 2));
    }

    /** How a restored log stands to it. */
    enum Standing {
        /** The log has what was signed, or more. */
        REACHED,
        /** The log ends before. */
        BEHIND,
        /** The log has other entries. */
        FORKED
    }

    /**
     * The log that it is of.
     *
     * @throws StoreException in one sentence, if it is of none of these
     */
    LogName log(Map<LogName, End> ends) {
        String origin = note.lines().findFirst().orElse("");
        return ends.entrySet().stream()
                .filter(end -> end.getValue().key().origin().name().equals(origin))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new StoreException(source + " is no checkpoint of the log in the backup, "
                        + origins(ends) + (origin.isEmpty() ? "" : ", but begins with \"" + shortened(origin) + "\"")));
    }

    private static String origins(Map<LogName, End> ends) {
        return String.join(
                " or ",
                ends.values().stream().map(end -> end.key().origin().name()).toList());
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }

    /**
     * What was signed.
     *
     * @throws StoreException in one sentence, if the log's key has not signed it
     */
    Checkpoint checkpoint(Map<LogName, End> ends) {
        End end = ends.get(log(ends));
        try {
            return Checkpoint.verify(note, Objects.requireNonNull(end).key());
        } catch (IllegalArgumentException e) {
            throw new StoreException(source + " is no checkpoint of that log: " + e.getMessage(), e);
        }
    }

    /** How the log stands to it: every size that was ever signed stands in the log's table of checkpoints. */
    Standing standing(StoredLog store, Map<LogName, End> ends) {
        Checkpoint known = checkpoint(ends);
        LogName log = log(ends);
        End end = Objects.requireNonNull(ends.get(log));
        if (known.size() > end.size()) {
            return Standing.BEHIND;
        }
        List<SizedNote> same = store.checkpoints(log, known.size() - 1, 1);
        boolean reached = !same.isEmpty()
                && same.getFirst().size() == known.size()
                && Arrays.equals(
                        Checkpoint.verify(same.getFirst().note(), end.key()).root(), known.root());
        return reached ? Standing.REACHED : Standing.FORKED;
    }
}
