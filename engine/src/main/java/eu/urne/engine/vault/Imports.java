package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.internal.CsvText;
import eu.urne.engine.vault.internal.UnreadableTextException;
import eu.urne.engine.vault.internal.VaultCipher;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Files with persons, read line by line in bounded memory. What is read is written in pieces, unseen until the last
 * line is read; then everything is there at once, or nothing ever was. Safe for use by many threads; one file per
 * register at a time.
 */
public final class Imports {

    private static final int ID_BYTES = 16;
    private static final int DROPPED_AT_ONCE = 20_000;
    private static final String BEGIN = """
            INSERT INTO batch (id, register, mode, state, started_ms, started_by)
            VALUES (?, ?, ?, 'RUNNING', ?, ?)""";

    private final OwnerDatabase store;
    private final Persons persons;

    Imports(OwnerDatabase store, Persons persons) {
        this.store = store;
        this.persons = persons;
    }

    /**
     * Reads a file into a register.
     *
     * @param file CSV with a first line of column names, see docs/vault.md; it is not closed
     * @throws IOException if it breaks off; nothing is written then
     */
    public VaultAnswer<ImportReport> read(RegisterId register, InputStream file, ImportMode mode, CommandOrigin origin)
            throws IOException {
        if (!store.read(connection -> exists(connection, register))) {
            return Persons.unknown(register);
        }
        Optional<ImportReport> report = store.ifAlone(name(register), () -> readAlone(register, file, mode, origin));
        return report.isPresent()
                ? new VaultAnswer.Done<>(report.get())
                : VaultAnswer.refuse(Reason.WRONG_STATE, "another file is being read into the register " + register);
    }

    private static boolean exists(Connection connection, RegisterId register) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM register WHERE register = ?", register.value()) > 0;
    }

    private static String name(RegisterId register) {
        return "import/" + register;
    }

    private ImportReport readAlone(RegisterId register, InputStream file, ImportMode mode, CommandOrigin origin)
            throws IOException {
        dropUnfinished(register); // of a node that ended
        String id = HexFormat.of().formatHex(VaultCipher.random(ID_BYTES));
        long batch = store.write(connection -> {
            Sql.update(connection, BEGIN, id, register.value(), mode.name(), origin.atMs(), origin.by());
            return Sql.number(connection, "SELECT batch FROM batch WHERE id = ?", id);
        });
        boolean settled = false;
        try {
            ImportReport report = staged(new Staging(store, persons, register, batch, origin), id, mode, file);
            settle(batch, report, origin);
            settled = true;
            return report;
        } finally {
            if (!settled) {
                drop(batch, "FAILED");
            }
        }
    }

    private static ImportReport staged(Staging staging, String id, ImportMode mode, InputStream file)
            throws IOException {
        CsvText csv = null;
        List<Integer> ignored = List.of();
        boolean whole = true;
        try {
            csv = new CsvText(file, Columns::known);
            Columns columns = Columns.of(csv.next());
            ignored = columns.ignored();
            PersonLine reader = new PersonLine(columns, staging.today());
            for (List<String> cells = csv.next(); !cells.isEmpty(); cells = csv.next()) {
                PersonRecord person = reader.read(csv.line(), cells);
                if (person == null) {
                    staging.refuse(reader.problems());
                } else {
                    staging.accept(csv.line(), person);
                }
            }
        } catch (UnreadableTextException e) {
            whole = false;
            staging.refuse(List.of(new LineProblem(0, "file", String.valueOf(e.getMessage()))));
        }
        staging.flush();
        boolean written = whole && (mode == ImportMode.GOOD_LINES || staging.refused() == 0);
        return new ImportReport(
                id,
                staging.register(),
                mode,
                written,
                csv == null ? "" : csv.encoding(),
                csv == null ? "" : csv.delimiter(),
                ignored,
                written ? staging.accepted() : 0,
                staging.refused(),
                staging.first());
    }

    private void settle(long batch, ImportReport report, CommandOrigin origin) {
        if (!report.written()) {
            drop(batch, "REFUSED");
            return;
        }
        store.write(connection -> {
            AccessLog.insert(connection, Action.IMPORT, report.register(), null, report.accepted(), "import", origin);
            return state(connection, batch, "DONE");
        });
    }

    /**
     * Changes the state of a file that is being read; no other transaction changes it before this one has ended.
     *
     * @throws StoreException if it is not read any more: the database was away, and another node took it for abandoned
     */
    static int state(Connection connection, long batch, String state) throws SQLException {
        int changed = Sql.update(
                connection, "UPDATE batch SET state = ? WHERE batch = ? AND state = 'RUNNING'", state, batch);
        if (changed == 0) {
            throw new StoreException("the reading of the file was interrupted; nothing of it is kept: send it again");
        }
        return changed;
    }

    private void drop(long batch, String state) {
        // first, so that nothing more is written; an interruption is made good at the next start
        store.write(connection -> Sql.update(connection, "UPDATE batch SET state = 'ENDING' WHERE batch = ?", batch));
        int dropped = DROPPED_AT_ONCE;
        while (dropped == DROPPED_AT_ONCE) {
            dropped = store.write(connection -> Sql.update(
                    connection,
                    "DELETE FROM person WHERE number IN (SELECT number FROM person WHERE batch = ? LIMIT ?)",
                    batch,
                    DROPPED_AT_ONCE));
        }
        store.write(connection -> Sql.update(connection, "UPDATE batch SET state = ? WHERE batch = ?", state, batch));
    }

    /** Takes away what an interruption left of files that were not read to the end. */
    void dropUnfinished() {
        List<RegisterId> registers = store.read(connection -> Sql.list(
                connection,
                row -> new RegisterId(row.getString(1)),
                "SELECT DISTINCT register FROM batch WHERE state IN ('RUNNING', 'ENDING')"));
        for (RegisterId register : registers) {
            // another node may be reading it now: then it is not touched
            Optional<Integer> unused = store.ifAlone(name(register), () -> dropUnfinished(register));
        }
    }

    private int dropUnfinished(RegisterId register) {
        List<Long> unfinished = store.read(connection -> Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT batch FROM batch WHERE register = ? AND state IN ('RUNNING', 'ENDING')",
                register.value()));
        unfinished.forEach(batch -> drop(batch, "FAILED"));
        return unfinished.size();
    }

    /** What is done with each line of a report. */
    public interface LineUse {
        /** Uses a line. */
        void use(LineProblem line) throws IOException;
    }

    /**
     * Goes through the full report of an import into a register.
     *
     * @return whether there is such an import
     */
    public boolean report(RegisterId register, String id, LineUse use) throws IOException {
        Optional<Long> batch = store.read(connection -> Sql.first(
                connection,
                row -> row.getLong(1),
                "SELECT batch FROM batch WHERE id = ? AND register = ?",
                id,
                register.value()));
        if (batch.isEmpty()) {
            return false;
        }
        List<LineProblem> page = List.of();
        long from = 0;
        do {
            long number = from;
            page = store.read(connection -> Sql.list(
                    connection,
                    row -> new LineProblem(row.getLong(1), row.getString(2), row.getString(3)),
                    """
                    SELECT line, field, sentence FROM batch_line
                    WHERE batch = ? AND number >= ? ORDER BY number LIMIT 1000""",
                    batch.get(),
                    number));
            for (LineProblem line : page) {
                use.use(line);
            }
            from += page.size();
        } while (!page.isEmpty());
        return true;
    }

    /** The day of a command, for what must not lie in the future. */
    static LocalDate day(CommandOrigin origin) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(origin.atMs()), ZoneOffset.UTC);
    }
}
