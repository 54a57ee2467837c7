package eu.urne.engine.moving;

import eu.urne.engine.log.Entry;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.moving.Finding.Kind;
import eu.urne.engine.moving.StoredLog.Snapshot;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.LogTables;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything of a store, without changing it and in memory that does not grow with the log, and finds what is not
 * as the formats and the engine make it. It trusts no column: every number, hash, signature and claim is made anew from
 * the entries.
 */
public final class LogCheck {

    private static final int PAGE = 1_024;

    private final StoredLog store;
    private final Establishes establishes;
    private final Findings findings = new Findings();
    private final Map<LogName, LogTrack> tracks = new EnumMap<>(LogName.class);

    private LogCheck(StoredLog store, Establishes establishes) {
        this.store = store;
        this.establishes = establishes;
        for (LogName log : LogName.values()) {
            tracks.put(log, new LogTrack(log, store, findings));
        }
    }

    /**
     * What was found.
     *
     * @param findings the first of each kind
     * @param count how many there are in all
     * @param canBeRebuilt whether all that is wrong can be made anew from the entries
     * @param ends of each log its key and its last checkpoint, if that covers all entries
     */
    public record Report(List<Finding> findings, long count, boolean canBeRebuilt, Map<LogName, End> ends) {

        /** Whether nothing is wrong. */
        public boolean isSound() {
            return count == 0;
        }
    }

    /**
     * The end of a sound log.
     *
     * @param key of its genesis
     * @param root of all entries, 32 bytes
     */
    public record End(VerifierKey key, SizedNote checkpoint, byte[] root) {

        /** Number of entries. */
        public long size() {
            return checkpoint.size();
        }
    }

    /**
     * Checks the tables of a log.
     *
     * @param establishes the engine's guards
     * @param steps is told how far it is
     * @throws eu.urne.engine.store.StoreException in one sentence, if they cannot be read
     */
    public static Report check(LogTables tables, Establishes establishes, Steps steps) {
        try (StoredLog store = SqlStoredLog.open(tables)) {
            return check(store, establishes, steps);
        }
    }

    static Report check(StoredLog store, Establishes establishes, Steps steps) {
        LogCheck check = new LogCheck(store, establishes);
        try (Scratch scratch = Scratch.open()) {
            check.entries(scratch, steps);
            check.tracks.values().forEach(LogTrack::end);
            check.claims(scratch);
            check.snapshots(scratch);
            store.ownFindings().forEach(found -> check.findings.add(found.kind(), found.sentence()));
        }
        return check.report();
    }

    private Report report() {
        Map<LogName, End> ends = new EnumMap<>(LogName.class);
        tracks.forEach((log, track) -> {
            @Nullable VerifierKey key = track.keys().genesis();
            if (key != null && track.last().size() == track.size() && track.size() > 0) {
                ends.put(log, new End(key, track.last(), track.root(track.size())));
            }
        });
        return new Report(findings.told(), findings.count(), findings.canBeRebuilt(), ends);
    }

    private void entries(Scratch scratch, Steps steps) {
        steps.begin("entries", store.lastPosition());
        long position = 0;
        for (List<EntryRow> page = store.entries(Long.MIN_VALUE, PAGE);
                !page.isEmpty();
                page = store.entries(position, PAGE)) {
            List<ReadEntry> read = page.parallelStream()
                    .map(row -> ReadEntry.of(row, establishes))
                    .toList();
            for (ReadEntry entry : read) {
                pass(entry, position, scratch);
                position = entry.row().position();
            }
            read.parallelStream()
                    .map(entry -> track(entry).wrongSignature(entry))
                    .flatMap(Optional::stream)
                    .toList()
                    .forEach(sentence -> findings.add(Kind.ENTRY, sentence));
            steps.step(page.size());
        }
    }

    private LogTrack track(ReadEntry entry) {
        return Objects.requireNonNull(tracks.get(entry.row().log()));
    }

    private void pass(ReadEntry read, long before, Scratch scratch) {
        EntryRow row = read.row();
        if (row.position() != before + 1) {
            findings.add(
                    Kind.ENTRY,
                    row.name() + " stands at position " + row.position() + ", where " + (before + 1) + " is due");
        }
        track(read).pass(read);
        Entry entry = read.entry();
        if (entry == null) {
            return;
        }
        if (!scratch.isNew(row.id())) {
            findings.add(Kind.ENTRY, row.name() + " has the id " + entry.id() + ", which another entry has");
        }
        if (entry.stream() != null) {
            long next = scratch.next(entry.stream());
            if (entry.seq() != next) {
                findings.add(
                        Kind.ENTRY,
                        row.name() + " is number " + entry.seq() + " of the stream " + entry.stream() + ", where "
                                + next + " is due");
            }
            scratch.passed(entry);
        }
        scratch.established(row.log(), row.index(), read.claims());
    }

    private void claims(Scratch scratch) {
        Pages<Scratch.Made> due = new Pages<>(last -> scratch.claims(last == null ? new byte[0] : last.claim(), PAGE));
        Pages<byte[]> kept = new Pages<>(last -> store.claims(last == null ? new byte[0] : last, PAGE));
        while (due.hasNext() || kept.hasNext()) {
            Scratch.Made made = due.peek();
            byte[] claim = kept.peek();
            int order = made == null ? 1 : claim == null ? -1 : Arrays.compareUnsigned(made.claim(), claim);
            if (order < 0) {
                findings.add(
                        Kind.CLAIM,
                        "the claim " + hex(due.next().claim()) + " is missing, which entry "
                                + Objects.requireNonNull(made).index() + " of the "
                                + EntryRow.word(made.log()) + " log has made");
            } else if (order > 0) {
                findings.add(Kind.CLAIM, "the claim " + hex(kept.next()) + " is there, which no entry has made");
            } else {
                due.next();
                kept.next();
            }
        }
    }

    private static String hex(byte[] claim) {
        return HexFormat.of().formatHex(claim);
    }

    private void snapshots(Scratch scratch) {
        Pages<Snapshot> kept = new Pages<>(last -> store.snapshots(last == null ? "" : last.stream(), PAGE));
        while (kept.hasNext()) {
            Snapshot snapshot = kept.next();
            if (snapshot.seq() < 0 || snapshot.seq() >= scratch.next(snapshot.stream())) {
                findings.add(
                        Kind.SNAPSHOT,
                        "the snapshot of the stream " + snapshot.stream() + " is of its event " + snapshot.seq()
                                + ", which is not there");
            }
        }
    }
}
