package eu.urne.engine.blob;

import eu.urne.engine.blob.internal.DraftTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps ideas that are not handed in yet: private to who writes them, outside the log, and forgotten 400 days after
 * they were last saved. Safe for use by many threads.
 */
public final class DraftStore {

    /** How many one person may have in a budget. */
    public static final int MOST = 100;

    /** Largest draft in characters of JSON. */
    public static final int MAX_LENGTH = 65_536;

    private static final long KEPT_MS = Duration.ofDays(400).toMillis();

    private final DraftTable table;

    DraftStore(DraftTable table) {
        this.table = table;
    }

    /**
     * Saves a draft, in place of an earlier one of that id, and forgets old ones.
     *
     * @return false if the owner has {@link #MOST} others in this budget already
     */
    public boolean save(String owner, String budget, Draft draft) {
        return table.save(owner, budget, draft, MOST, draft.savedMs() - KEPT_MS);
    }

    /** A draft of this owner; empty where there is none. */
    public Optional<Draft> find(String owner, String budget, String id) {
        return table.find(owner, budget, id);
    }

    /** All drafts of this owner in a budget, the last saved first. */
    public List<Draft> all(String owner, String budget) {
        return table.all(owner, budget);
    }

    /** Deletes a draft for good; false where there is none. */
    public boolean delete(String owner, String budget, String id) {
        return table.delete(owner, budget, id);
    }
}
