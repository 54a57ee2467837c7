package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.EngineJson;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.roll.Spelling;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.internal.Identity;
import eu.urne.engine.vault.internal.VaultCipher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The persons of the registers. Safe for use by many threads. */
public final class Persons {

    private static final String SELECT = "SELECT number, person, register, identity, wrapped, sealed FROM standing ";

    private static final int SEARCHED_AT_ONCE = 1_000;

    private final OwnerDatabase store;
    private final VaultCipher cipher;

    Persons(OwnerDatabase store, VaultCipher cipher) {
        this.store = store;
        this.cipher = cipher;
    }

    /** Adds a person to a register, where the same person does not stand yet. */
    public VaultAnswer<VaultId> add(RegisterId register, PersonRecord person, CommandOrigin origin) {
        return store.write(connection -> {
            if (Sql.number(connection, "SELECT count(*) FROM register WHERE register = ?", register.value()) == 0) {
                return unknown(register);
            }
            byte[] id = VaultCipher.random(VaultId.BYTES);
            try (Inserter inserter = inserter(connection, origin)) {
                if (!inserter.insert(id, new Row(register, person, null, 0))) {
                    return VaultAnswer.refuse(
                            Reason.EXISTS,
                            "person: the same person stands in the register " + register
                                    + " already (same names, birth date and number)");
                }
            }
            AccessLog.insert(connection, Action.ADD, register, VaultId.of(id), 1, "registration", origin);
            return new VaultAnswer.Done<>(VaultId.of(id));
        });
    }

    static <T> VaultAnswer<T> unknown(RegisterId register) {
        return VaultAnswer.refuse(Reason.UNKNOWN, "there is no register " + register);
    }

    /**
     * A person to be written.
     *
     * @param batch of the file it comes from; null for none
     * @param line in that file
     */
    record Row(
            RegisterId register,
            PersonRecord person,
            @Nullable Long batch,
            long line) {}

    /** Writes persons, one after the other, in the transaction of a connection. */
    Inserter inserter(Connection connection, CommandOrigin origin) throws SQLException {
        return new Inserter(connection, origin);
    }

    /** Writes persons with one statement. */
    final class Inserter implements AutoCloseable {

        private final PreparedStatement statement;
        private final CommandOrigin origin;

        private Inserter(Connection connection, CommandOrigin origin) throws SQLException {
            this.origin = origin;
            this.statement = connection.prepareStatement("""
                    INSERT INTO person (person, register, identity, wrapped, sealed, batch, line, added_ms, added_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity, register) DO NOTHING""");
        }

        /** Writes a person; false if the same stands in the register already. */
        boolean insert(byte[] id, Row row) throws SQLException {
            VaultCipher.Sealed sealed = cipher.seal(id, EngineJson.MAPPER.writeValueAsBytes(row.person()));
            statement.setBytes(1, id);
            statement.setString(2, row.register().value());
            statement.setBytes(3, identity(row.person()).bytes());
            statement.setBytes(4, sealed.wrapped());
            statement.setBytes(5, sealed.data());
            statement.setObject(6, row.batch());
            statement.setLong(7, row.line());
            statement.setLong(8, origin.atMs());
            statement.setString(9, origin.by());
            return statement.executeUpdate() == 1;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    Identity identity(PersonRecord person) {
        return new Identity(cipher.identity(person.identityText()));
    }

    /**
     * Persons of a register in the order in which they came.
     *
     * @param page from 0
     * @param size of a page, at least 1
     */
    public List<KnownPerson> page(RegisterId register, int page, int size) {
        return store.read(connection -> Sql.list(
                connection,
                this::known,
                SELECT + "WHERE register = ? ORDER BY number LIMIT ? OFFSET ?",
                register.value(),
                size,
                (long) page * size));
    }

    /**
     * Persons of a register whose names begin with these words, each with some word of the names, without regard to
     * case and accents. Opens one person after the other, as no index may hold names.
     *
     * @param words at least one letter or digit
     * @param skip so many found ones first
     * @param limit at most so many
     */
    public List<KnownPerson> search(RegisterId register, String words, long skip, int limit) {
        List<String> wanted = Arrays.stream(Spelling.key(words).split("-"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<KnownPerson> found = new ArrayList<>();
        long[] passed = {0};
        if (!wanted.isEmpty()) {
            long[] last = {0};
            int[] read = {SEARCHED_AT_ONCE};
            while (read[0] == SEARCHED_AT_ONCE && found.size() < limit) {
                read[0] = 0;
                each(register, last[0], row -> {
                    last[0] = row.getLong(1);
                    read[0]++;
                    KnownPerson person = known(row);
                    if (person.known().isNamed(wanted) && ++passed[0] > skip) {
                        found.add(person);
                    }
                    return found.size() < limit;
                });
            }
        }
        return found;
    }

    private void each(RegisterId register, long afterNumber, Sql.RowUse use) {
        store.read(connection -> {
            Sql.each(
                    connection,
                    use,
                    SELECT + "WHERE register = ? AND number > ? ORDER BY number LIMIT ?",
                    register.value(),
                    afterNumber,
                    SEARCHED_AT_ONCE);
            return true;
        });
    }

    /** The person of that id. */
    public Optional<KnownPerson> find(VaultId person) {
        return store.read(
                connection -> Sql.first(connection, this::known, SELECT + "WHERE person = ?", (Object) person.bytes()));
    }

    Optional<Subject> subject(VaultId person) {
        return store.read(connection ->
                Sql.first(connection, this::subject, SELECT + "WHERE person = ?", (Object) person.bytes()));
    }

    /** The persons of an identity in all registers. */
    List<Subject> subjects(Identity identity) {
        return store.read(connection ->
                Sql.list(connection, this::subject, SELECT + "WHERE identity = ?", (Object) identity.bytes()));
    }

    /** What all registers say of an identity, the latest first. */
    List<KnownPerson> known(Identity identity) {
        return store.read(connection ->
                Sql.list(connection, this::known, SELECT + "WHERE identity = ? ORDER BY number DESC", (Object)
                        identity.bytes()));
    }

    /** One after the other, up to {@code limit} persons of a register behind that number. */
    record Chunk(List<Subject> subjects, long lastNumber) {}

    Chunk chunk(RegisterId register, long afterNumber, int limit) {
        long[] last = {afterNumber};
        List<Subject> subjects = store.read(connection -> Sql.list(
                connection,
                row -> {
                    last[0] = row.getLong(1);
                    return subject(row);
                },
                SELECT + "WHERE register = ? AND number > ? ORDER BY number LIMIT ?",
                register.value(),
                afterNumber,
                limit));
        return new Chunk(subjects, last[0]);
    }

    private KnownPerson known(ResultSet row) throws SQLException {
        byte[] id = row.getBytes(2);
        byte[] data = cipher.open(id, row.getBytes(5), row.getBytes(6));
        return new KnownPerson(
                VaultId.of(id),
                new RegisterId(row.getString(3)),
                EngineJson.MAPPER.readValue(data, PersonRecord.class));
    }

    private Subject subject(ResultSet row) throws SQLException {
        KnownPerson person = known(row);
        return new Subject(
                person.person(), new Identity(row.getBytes(4)), person.known().facts());
    }
}
