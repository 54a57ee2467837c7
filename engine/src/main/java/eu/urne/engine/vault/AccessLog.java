package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who read or changed what in the vault, when and for what; names stand nowhere in it. It is only added to: the
 * database refuses to change or delete a line. Times are cut to the minute.
 */
public final class AccessLog {

    private static final long MINUTE_MS = 60_000;
    private static final String SELECT =
            "SELECT number, at_ms, by, action, register, person, count, purpose FROM access ";

    private final OwnerDatabase store;

    AccessLog(OwnerDatabase store) {
        this.store = store;
    }

    /** What was done. */
    public enum Action {
        /** A page of a register was read. */
        LIST,
        /** A register was searched by name. */
        SEARCH,
        /** A person was read. */
        READ,
        /** All that is known of a person was given out. */
        EXPORT,
        /** A person was added. */
        ADD,
        /** A file was imported. */
        IMPORT,
        /** A person was erased. */
        ERASE,
        /** The consent of a guardian was recorded. */
        CONSENT,
        /** The pseudonym of a person in a budget was read. */
        PSEUDONYM,
        /** Facts without names were read, for admissions or figures. */
        FACTS
    }

    /**
     * A line.
     *
     * @param atMs milliseconds since the epoch, a whole minute
     * @param register null where it was none
     * @param person null where it was no single person
     * @param count how many persons
     * @param purpose as told by who read
     */
    public record Access(
            long number,
            long atMs,
            String by,
            Action action,
            @Nullable RegisterId register,
            @Nullable VaultId person,
            long count,
            String purpose) {}

    /** Adds a line about a register. */
    public void add(Action action, RegisterId register, long count, String purpose, CommandOrigin origin) {
        store.write(connection -> insert(connection, action, register, null, count, purpose, origin));
    }

    /** Adds a line about persons of no one register. */
    void add(Action action, long count, String purpose, CommandOrigin origin) {
        store.write(connection -> insert(connection, action, null, null, count, purpose, origin));
    }

    /** Adds a line about a person. */
    void add(Action action, Subject person, String purpose, CommandOrigin origin) {
        store.write(connection -> insert(connection, action, null, person.person(), 1, purpose, origin));
    }

    /** Adds a line for each person. */
    public void add(Action action, List<KnownPerson> persons, String purpose, CommandOrigin origin) {
        store.write(connection -> {
            for (KnownPerson each : persons) {
                insert(connection, action, each.register(), each.person(), 1, purpose, origin);
            }
            return persons.size();
        });
    }

    static int insert(
            Connection connection,
            Action action,
            @Nullable RegisterId register,
            @Nullable VaultId person,
            long count,
            String purpose,
            CommandOrigin origin)
            throws SQLException {
        return Sql.update(
                connection,
                "INSERT INTO access (at_ms, by, action, register, person, count, purpose) VALUES (?, ?, ?, ?, ?, ?, ?)",
                origin.atMs() - Math.floorMod(origin.atMs(), MINUTE_MS),
                origin.by(),
                action.name(),
                register == null ? null : register.value(),
                person == null ? null : person.bytes(),
                count,
                purpose);
    }

    /** Lines, the latest first. */
    public List<Access> page(int page, int size) {
        return store.read(connection -> Sql.list(
                connection,
                AccessLog::read,
                SELECT + "ORDER BY number DESC LIMIT ? OFFSET ?",
                size,
                (long) page * size));
    }

    /** How many lines there are. */
    public long size() {
        return store.read(connection -> Sql.number(connection, "SELECT count(*) FROM access"));
    }

    /** All lines about a person, in order. */
    List<Access> of(VaultId person) {
        return store.read(connection -> Sql.list(
                connection, AccessLog::read, SELECT + "WHERE person = ? ORDER BY number", (Object) person.bytes()));
    }

    private static Access read(ResultSet row) throws SQLException {
        String register = row.getString(5);
        byte[] person = row.getBytes(6);
        return new Access(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                Action.valueOf(row.getString(4)),
                register == null ? null : new RegisterId(register),
                person == null ? null : VaultId.of(person),
                row.getLong(7),
                row.getString(8));
    }
}
