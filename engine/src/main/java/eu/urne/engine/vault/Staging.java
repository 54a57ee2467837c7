package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import eu.urne.engine.vault.internal.VaultCipher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes the persons and problems of one file in pieces, each in a transaction. */
final class Staging {

    private static final int PIECE = 5_000;
    private static final int FIRST = 1_000;

    private record Good(long line, PersonRecord person) {}

    private final OwnerDatabase store;
    private final Persons persons;
    private final RegisterId register;
    private final long batch;
    private final CommandOrigin origin;
    private final List<Good> good = new ArrayList<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private final List<LineProblem> first = new ArrayList<>();
    private long accepted;
    private long refused;
    private long told;

    Staging(OwnerDatabase store, Persons persons, RegisterId register, long batch, CommandOrigin origin) {
        this.store = store;
        this.persons = persons;
        this.register = register;
        this.batch = batch;
        this.origin = origin;
    }

    RegisterId register() {
        return register;
    }

    LocalDate today() {
        return Imports.day(origin);
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }

    /** What is wrong with the first lines. */
    List<LineProblem> first() {
        return List.copyOf(first);
    }

    void accept(long line, PersonRecord person) {
        good.add(new Good(line, person));
        flushIfFull();
    }

    void refuse(List<LineProblem> line) {
        refused++;
        problems.addAll(line);
        flushIfFull();
    }

    private void flushIfFull() {
        if (good.size() + problems.size() >= PIECE) {
            flush();
        }
    }

    void flush() {
        store.write(connection -> {
            Imports.state(connection, batch, "RUNNING");
            try (Persons.Inserter inserter = persons.inserter(connection, origin)) {
                for (Good each : good) {
                    if (inserter.insert(
                            VaultCipher.random(VaultId.BYTES),
                            new Persons.Row(register, each.person(), batch, each.line()))) {
                        accepted++;
                    } else {
                        refused++;
                        problems.add(twice(connection, each));
                    }
                }
            }
            tell(connection);
            return true;
        });
        good.clear();
        problems.clear();
    }

    private LineProblem twice(Connection connection, Good person) throws SQLException {
        long line = Sql.number(
                connection,
                "SELECT line FROM person WHERE identity = ? AND register = ? AND batch = ?",
                persons.identity(person.person()).bytes(),
                register.value(),
                batch);
        return new LineProblem(
                person.line(),
                "line",
                "the same person stands in " + (line == 0 ? "the register" : "line " + line)
                        + " already (same names, birth date and number)");
    }

    private void tell(Connection connection) throws SQLException {
        problems.sort((one, other) -> Long.compare(one.line(), other.line()));
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO batch_line (batch, number, line, field, sentence) VALUES (?, ?, ?, ?, ?)")) {
            for (LineProblem each : problems) {
                insert.setLong(1, batch);
                insert.setLong(2, told++);
                insert.setLong(3, each.line());
                insert.setString(4, each.field());
                insert.setString(5, each.sentence());
                insert.executeUpdate();
                if (first.size() < FIRST) {
                    first.add(each);
                }
            }
        }
    }
}
