package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The registers: lists of persons with a name. Safe for use by many threads. */
public final class Registers {

    private static final int MAX_TITLE = 200;

    private static final String LISTED = """
            SELECT register.register, title, opened_ms,
                   (SELECT count(*) FROM standing WHERE standing.register = register.register)
            FROM register
            """;

    private final OwnerDatabase store;

    Registers(OwnerDatabase store) {
        this.store = store;
    }

    /**
     * A register.
     *
     * @param openedMs milliseconds since the epoch
     * @param persons who stand in it
     */
    public record Register(RegisterId register, String title, long openedMs, long persons) {}

    /** Opens a register; the same again changes nothing. */
    public VaultAnswer<Register> open(RegisterId id, String title, CommandOrigin origin) {
        if (title.isBlank() || title.length() > MAX_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            return VaultAnswer.refuse(Reason.INVALID, "title must be one line of 1 to " + MAX_TITLE + " characters");
        }
        store.write(connection -> Sql.update(
                connection,
                "INSERT INTO register (register, title, opened_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                id.value(),
                title,
                origin.atMs()));
        Register register = find(id).orElseThrow(() -> new IllegalStateException("the register was just opened"));
        return register.title().equals(title)
                ? new VaultAnswer.Done<>(register)
                : VaultAnswer.refuse(Reason.EXISTS, "register: " + id + " exists with another title");
    }

    /** The register of that id. */
    public Optional<Register> find(RegisterId id) {
        return store.read(connection ->
                Sql.first(connection, Registers::read, LISTED + "WHERE register.register = ?", id.value()));
    }

    /** Whether there is a register of that id; quick, as nobody is counted. */
    public boolean exists(RegisterId id) {
        return store.read(connection ->
                        Sql.number(connection, "SELECT count(*) FROM register WHERE register = ?", id.value()))
                > 0;
    }

    /** All registers, by their ids. */
    public List<Register> all() {
        return store.read(connection -> Sql.list(connection, Registers::read, LISTED + "ORDER BY register.register"));
    }

    private static Register read(ResultSet row) throws SQLException {
        return new Register(new RegisterId(row.getString(1)), row.getString(2), row.getLong(3), row.getLong(4));
    }
}
