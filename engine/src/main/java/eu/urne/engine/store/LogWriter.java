package eu.urne.engine.store;

import eu.urne.engine.log.Entry;
import eu.urne.engine.store.AppendResult.Appended;
import eu.urne.engine.store.AppendResult.Conflicted;
import eu.urne.engine.store.AppendResult.Refused;
import eu.urne.engine.store.LogReader.SizedNote;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Places one batch of appends: checks, numbers, tree, checkpoint, commit. An append that conflicts or is refused leaves
 * nothing behind and does not disturb the others. Used by the writer's thread only.
 */
final class LogWriter {

    private final BatchWriter sql;
    private final LogHeads heads;
    /** Behind the last entry that the heads have; 0 for unknown: then the first batch reads what there is more. */
    private long nextPosition;

    private boolean stale;
    private boolean seenOthers;

    LogWriter(BatchWriter sql, LogHeads heads) {
        this.sql = sql;
        this.heads = heads;
    }

    /**
     * Commits a batch.
     *
     * @return one result per append, in order; when it returns they are durable
     * @throws StoreException if the commit failed or its outcome is unknown: no result may be told, the state is that
     *     of the database
     */
    List<AppendResult> commit(List<List<PendingEntry>> batch) {
        try {
            if (stale) {
                reload();
            }
            if (batch.stream().allMatch(List::isEmpty)) {
                catchUp();
                return Collections.nCopies(batch.size(), Appended.SOMEWHERE);
            }
            goOnFrom(sql.begin(batch));
            List<AppendResult> results = new ArrayList<>(batch.size());
            for (List<PendingEntry> append : batch) {
                results.add(place(append));
            }
            Map<LogName, SizedNote> checkpoints = signCheckpoints();
            sql.commit();
            checkpoints.forEach((log, note) -> heads.of(log).publish(note));
            results.replaceAll(result ->
                    result instanceof Appended appended ? new Appended(appended.entries(), checkpoints) : result);
            return results;
        } catch (SQLException | RuntimeException e) {
            recover(e);
            throw new StoreException("the log could not be written: " + e.getMessage(), e);
        }
    }

    /** Whether the last batch, or its absence, has brought entries of other nodes to light. */
    boolean hasSeenOthers() {
        return seenOthers;
    }

    /** Goes on behind the last entry of a log that nobody else writes. */
    void goOnBehind(long lastPosition) {
        nextPosition = lastPosition + 1;
    }

    private void goOnFrom(long lastPosition) {
        seenOthers = false;
        if (lastPosition >= nextPosition) {
            catchUp();
            nextPosition = lastPosition + 1;
        }
    }

    private void catchUp() {
        seenOthers = false;
        for (LogHead head : heads.all()) {
            seenOthers |= head.catchUp();
        }
    }

    /** Places one append in the transaction under way. */
    AppendResult place(List<PendingEntry> append) throws SQLException {
        Map<String, Long> nextSeqs = new HashMap<>();
        Set<Claim> made = new HashSet<>();
        for (PendingEntry pending : append) {
            Optional<String> conflict = conflict(pending.entry(), nextSeqs);
            if (conflict.isPresent()) {
                return new Conflicted(pending.entry(), conflict.get());
            }
            for (Condition condition : pending.terms().conditions()) {
                if (!holds(condition, made)) {
                    return new Refused(condition.refusal());
                }
            }
            made.addAll(pending.terms().makes());
        }
        List<StoredEntry> entries = new ArrayList<>(append.size());
        for (PendingEntry pending : append) {
            entries.add(insert(pending));
        }
        for (Claim claim : made) {
            sql.make(claim);
        }
        return new Appended(entries, Map.of());
    }

    private Optional<String> conflict(Entry entry, Map<String, Long> nextSeqs) throws SQLException {
        String stream = entry.stream();
        if (stream != null) {
            Long known = nextSeqs.get(stream);
            long next = known == null ? sql.nextSeq(stream) : known;
            if (entry.seq() != next) {
                return Optional.of(
                        "number " + entry.seq() + " of stream " + stream + " is not the next, which is " + next);
            }
            nextSeqs.put(stream, next + 1);
        }
        return sql.hasId(entry.id())
                ? Optional.of("the id " + entry.id() + " stands in the log already")
                : Optional.empty();
    }

    private boolean holds(Condition condition, Set<Claim> made) throws SQLException {
        if (condition instanceof Condition.MadeIf conditional && !isMade(conditional.when(), made)) {
            return true;
        }
        return condition.holds(isMade(condition.claim(), made));
    }

    private boolean isMade(Claim claim, Set<Claim> made) throws SQLException {
        return made.contains(claim) || sql.isMade(claim);
    }

    private StoredEntry insert(PendingEntry pending) throws SQLException {
        LogHead head = heads.of(pending.log());
        StoredEntry stored = new StoredEntry(nextPosition, pending.log(), head.nextIndex(), pending.sealed());
        sql.insert(stored.position(), stored.log(), stored.index(), pending.entry(), stored.sealed());
        head.grow(pending.leaf());
        nextPosition++;
        return stored;
    }

    private Map<LogName, SizedNote> signCheckpoints() throws SQLException {
        Map<LogName, SizedNote> checkpoints = new EnumMap<>(LogName.class);
        for (LogHead head : heads.all()) {
            if (head.hasGrown()) {
                SizedNote note = head.sign();
                sql.insertCheckpoint(head.name(), note.size(), note.note());
                checkpoints.put(head.name(), note);
            }
        }
        return checkpoints;
    }

    private void recover(Exception failure) {
        stale = true;
        try {
            sql.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e); // nothing to roll back, or the commit went through: the reload tells
        }
        try {
            reload();
        } catch (RuntimeException e) {
            failure.addSuppressed(e); // tried again before the next batch
        }
    }

    /**
     * Returns to what the database holds. Until this has worked nothing is written: a checkpoint would be signed over a
     * wrong tree.
     */
    void reload() {
        for (LogHead head : heads.all()) {
            head.reload();
        }
        nextPosition = 0; // another node may go on while the heads are read: only behind the lock is it certain
        stale = false;
    }
}
