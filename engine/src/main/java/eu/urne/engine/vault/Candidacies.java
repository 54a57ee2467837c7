package eu.urne.engine.vault;

import eu.urne.engine.EngineJson;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.roll.Person;
import eu.urne.engine.sortition.Slip;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import eu.urne.engine.vault.internal.Identity;
import eu.urne.engine.vault.internal.VaultCipher;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Who stands behind the leaves of a pool, and their salts. Safe for use by many threads. */
final class Candidacies {

    private static final String SELECT = "SELECT identity, pseudonym, wrapped, sealed FROM candidacy ";

    private final OwnerDatabase store;
    private final VaultCipher cipher;

    Candidacies(OwnerDatabase store, VaultCipher cipher) {
        this.store = store;
        this.cipher = cipher;
    }

    /** Somebody who stands or stood. */
    record Candidacy(Identity identity, Person pseudonym, Slip slip) {}

    /** Keeps what the pool will tell of a person; what was kept before is replaced. */
    void put(Candidacy candidacy) {
        Slip slip = candidacy.slip();
        VaultCipher.Sealed sealed =
                cipher.seal(owner(candidacy.pseudonym()), EngineJson.MAPPER.writeValueAsBytes(slip));
        store.write(connection -> Sql.update(
                connection,
                """
                INSERT INTO candidacy (draw, identity, pseudonym, wrapped, sealed) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (draw, identity) DO UPDATE
                SET pseudonym = excluded.pseudonym, wrapped = excluded.wrapped, sealed = excluded.sealed""",
                slip.draw(),
                candidacy.identity().bytes(),
                candidacy.pseudonym().pseudonym(),
                sealed.wrapped(),
                sealed.data()));
    }

    private static byte[] owner(Person pseudonym) {
        return pseudonym.pseudonym().getBytes(StandardCharsets.US_ASCII);
    }

    Optional<Candidacy> find(DrawId draw, Identity identity) {
        return store.read(connection -> Sql.first(
                connection,
                this::candidacy,
                SELECT + "WHERE draw = ? AND identity = ?",
                draw.value(),
                identity.bytes()));
    }

    List<Candidacy> all(DrawId draw) {
        return store.read(connection ->
                Sql.list(connection, this::candidacy, SELECT + "WHERE draw = ? ORDER BY pseudonym", draw.value()));
    }

    private Candidacy candidacy(ResultSet row) throws SQLException {
        Person pseudonym = new Person(row.getString(2));
        byte[] slip = cipher.open(owner(pseudonym), row.getBytes(3), row.getBytes(4));
        return new Candidacy(new Identity(row.getBytes(1)), pseudonym, EngineJson.MAPPER.readValue(slip, Slip.class));
    }
}
