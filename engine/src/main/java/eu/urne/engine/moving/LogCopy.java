package eu.urne.engine.moving;

import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies both logs to another store, byte for byte. What follows from the entries (tiles, claims) is made anew and then
 * compared. Killed anywhere it goes on when it is run again. The checkpoints come last, so that no server starts on a
 * copy that is not whole: it would miss the checkpoint over its last entry.
 */
public final class LogCopy {

    private static final int PAGE = 1_024;

    private final StoredLog source;
    private final StoredLog target;
    private final TableWriter writer;
    private final Derived derived;
    private final Steps steps;
    private long position;
    private long copied;

    private LogCopy(StoredLog source, StoredLog target, TableWriter writer, Establishes establishes, Steps steps) {
        this.source = source;
        this.target = target;
        this.writer = writer;
        this.derived = new Derived(establishes);
        this.steps = steps;
    }

    /**
     * What both stores now have of a log.
     *
     * @param size number of entries
     * @param root 32 bytes, the same in both
     */
    public record End(VerifierKey key, long size, byte[] root) {}

    /**
     * What was done.
     *
     * @param copied entries that were not in the target before
     * @param position of the last entry
     * @param differing what of the source does not follow from its entries, and is made right in the copy
     */
    public record Report(long copied, long position, List<String> differing, Map<LogName, End> ends) {}

    /**
     * Copies; the caller has seen to it that nobody uses the target. The source may be written meanwhile, its state at
     * the beginning is copied.
     *
     * @throws StoreException in one sentence, if the target has something else than a beginning of the source: nothing
     *     was written then; or if one of them fails: run it again
     */
    public static Report copy(LogTables from, LogTables to, Establishes establishes, Steps steps) {
        try (StoredLog source = SqlStoredLog.open(from)) {
            return copy(source, to, establishes, steps, () -> {});
        }
    }

    /**
     * Copies, and what stands beside the log before its checkpoints: without the last of them no node uses a log.
     *
     * @param beside is done when all entries are there
     */
    static Report copy(StoredLog source, LogTables to, Establishes establishes, Steps steps, Runnable beside) {
        if (source.lastPosition() == 0) {
            throw new StoreException("there is nothing to copy: the log has no entries");
        }
        try (Connection connection = to.writer();
                TableWriter writer = new TableWriter(to, connection)) {
            StoredLog target = new SqlStoredLog(to, connection);
            LogCopy copy = new LogCopy(source, target, writer, establishes, steps);
            return copy.run(beside);
        } catch (SQLException e) {
            throw new StoreException("the copy in " + to.place() + " cannot be written: " + OneLine.of(e), e);
        }
    }

    private Report run(Runnable beside) throws SQLException {
        steps.begin("entries", source.lastPosition());
        passWhatIsThere();
        checkNotesThatAreThere();
        entries();
        Map<LogName, End> ends = new EnumMap<>(LogName.class);
        for (LogName log : List.of(LogName.REGISTER, LogName.PUBLIC)) {
            ends.put(log, end(log));
        }
        writer.commit(); // what was only read must not hold anything while others write
        beside.run();
        for (LogName log : List.of(LogName.REGISTER, LogName.PUBLIC)) {
            checkpoints(log);
        }
        return new Report(copied, position, differing(), ends);
    }

    /** What is in the target must be the beginning of the source, in every byte. */
    private void passWhatIsThere() {
        long last = target.lastPosition();
        while (position < last) {
            List<EntryRow> there = target.entries(position, PAGE);
            List<EntryRow> rows = source.entries(position, there.size());
            if (!there.equals(rows)) {
                throw new StoreException(refusal(there, rows));
            }
            derived.pass(there);
            position = there.getLast().position();
            steps.step(there.size());
        }
    }

    private static String refusal(List<EntryRow> there, List<EntryRow> rows) {
        int first = 0;
        while (first < Math.min(there.size(), rows.size()) && there.get(first).equals(rows.get(first))) {
            first++;
        }
        return "the target has a log of its own or a later one: its "
                + there.get(first).name() + " is not that of the source; nothing was written";
    }

    private void checkNotesThatAreThere() {
        for (LogName log : LogName.values()) {
            Pages<SizedNote> there = notes(target, log);
            Pages<SizedNote> notes = notes(source, log);
            while (there.hasNext()) {
                if (!notes.hasNext() || !there.next().equals(notes.next())) {
                    throw new StoreException("the target has checkpoints of the " + EntryRow.word(log)
                            + " log that the source has not; nothing was written");
                }
            }
        }
    }

    private static Pages<SizedNote> notes(StoredLog store, LogName log) {
        return new Pages<>(last -> store.checkpoints(log, last == null ? 0 : last.size(), PAGE));
    }

    private void entries() throws SQLException {
        for (List<EntryRow> page = source.entries(position, PAGE);
                !page.isEmpty();
                page = source.entries(position, PAGE)) {
            long last = page.getLast().position();
            derived.pass(page);
            if (!writer.moveHead(position, last)) {
                throw new StoreException("somebody else writes to the target");
            }
            writer.entries(page);
            writer.tiles(derived.tiles());
            writer.claims(derived.claims());
            writer.commit();
            position = last;
            copied += page.size();
            steps.step(page.size());
        }
    }

    /** The root over all entries that were copied, which the source's last checkpoint must have signed. */
    private End end(LogName log) {
        long size = derived.tree(log).size();
        byte[] root = derived.tree(log).root(size);
        VerifierKey key = key(log);
        List<SizedNote> last = source.checkpoints(log, size - 1, 2);
        try {
            if (last.size() == 1
                    && Arrays.equals(
                            Checkpoint.verify(last.getFirst().note(), key).root(), root)) {
                return new End(key, size, root);
            }
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "the last checkpoint of the " + EntryRow.word(log) + " log is not valid: " + e.getMessage(), e);
        }
        throw new StoreException("the " + size + " entries of the " + EntryRow.word(log)
                + " log do not match the source's last checkpoint: ask ./urne log fsck of the source");
    }

    private VerifierKey key(LogName log) {
        EntryRow genesis = source.entries(0, PAGE).stream()
                .filter(row -> row.log() == log)
                .findFirst()
                .orElseThrow(() -> new StoreException("the " + EntryRow.word(log) + " log has no genesis"));
        KeyTerms keys = new KeyTerms();
        keys.accept(genesis.index(), EntryCodec.read(genesis.sealed()));
        @Nullable VerifierKey key = keys.genesis();
        if (key == null) {
            throw new StoreException(genesis.name() + " is no genesis");
        }
        return key;
    }

    private void checkpoints(LogName log) throws SQLException {
        long after = target.lastCheckpoint(log).map(SizedNote::size).orElse(0L);
        for (List<SizedNote> page = source.checkpoints(log, after, PAGE);
                !page.isEmpty();
                page = source.checkpoints(log, after, PAGE)) {
            writer.checkpoints(log, page);
            writer.commit();
            after = page.getLast().size();
        }
    }

    /** Claims of the source that are not those of the copy, which follow from the entries. */
    private List<String> differing() {
        Pages<byte[]> mine = claims(target);
        Pages<byte[]> theirs = claims(source);
        while (mine.hasNext() && theirs.hasNext()) {
            byte[] claim = mine.next();
            if (!Arrays.equals(claim, theirs.next())) {
                return List.of("the claims of the source are not those that its entries make, from "
                        + HexFormat.of().formatHex(claim) + " on");
            }
        }
        if (mine.hasNext() || theirs.hasNext()) {
            return List.of("the claims of the source are not as many as its entries make");
        }
        return List.of();
    }

    private static Pages<byte[]> claims(StoredLog store) {
        return new Pages<>(last -> store.claims(last == null ? new byte[0] : last, PAGE));
    }
}
