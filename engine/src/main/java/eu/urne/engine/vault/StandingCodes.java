package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import eu.urne.engine.vault.internal.Identity;
import eu.urne.engine.vault.internal.VaultCipher;
import java.util.List;
import java.util.Optional;

/** The codes by which persons stand from where they are; of a code only what the master key makes of it is kept. */
final class StandingCodes {

    private final OwnerDatabase store;
    private final VaultCipher cipher;

    StandingCodes(OwnerDatabase store, VaultCipher cipher) {
        this.store = store;
        this.cipher = cipher;
    }

    /** Makes a code for each of these persons; their earlier ones do not work any more. */
    List<StandingCode> make(DrawId draw, List<Subject> persons, CommandOrigin origin) {
        List<StandingCode> codes =
                persons.stream().map(each -> StandingCode.random()).toList();
        store.write(connection -> {
            for (int i = 0; i < codes.size(); i++) {
                Subject person = persons.get(i);
                Sql.update(
                        connection,
                        """
                        INSERT INTO standing_code (draw, code, identity, person, made_ms, made_by)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (draw, identity) DO UPDATE
                        SET code = excluded.code, person = excluded.person, made_ms = excluded.made_ms,
                            made_by = excluded.made_by, used_ms = NULL""",
                        draw.value(),
                        kept(draw, codes.get(i)),
                        person.identity().bytes(),
                        person.person().bytes(),
                        origin.atMs(),
                        origin.by());
            }
            return codes.size();
        });
        return codes;
    }

    private byte[] kept(DrawId draw, StandingCode code) {
        return cipher.code(draw + "\n" + code.characters());
    }

    /** Whether a person has a code. */
    boolean has(DrawId draw, Identity identity) {
        return store.read(connection -> Sql.number(
                        connection,
                        "SELECT count(*) FROM standing_code WHERE draw = ? AND identity = ?",
                        draw.value(),
                        identity.bytes()))
                > 0;
    }

    /** Whose code it is; it counts as used from now on. */
    Optional<VaultId> use(DrawId draw, StandingCode code, CommandOrigin origin) {
        byte[] kept = kept(draw, code);
        Optional<VaultId> person = store.read(connection -> Sql.first(
                connection,
                row -> VaultId.of(row.getBytes(1)),
                "SELECT person FROM standing_code WHERE draw = ? AND code = ?",
                draw.value(),
                kept));
        if (person.isPresent()) {
            store.write(connection -> Sql.update(
                    connection,
                    "UPDATE standing_code SET used_ms = ? WHERE draw = ? AND code = ? AND used_ms IS NULL",
                    origin.atMs(),
                    draw.value(),
                    kept));
        }
        return person;
    }

    /**
     * Takes back the codes that nobody has used.
     *
     * @return how many
     */
    int takeBackUnused(DrawId draw) {
        return store.write(connection ->
                Sql.update(connection, "DELETE FROM standing_code WHERE draw = ? AND used_ms IS NULL", draw.value()));
    }

    /** How many there are. */
    long count(DrawId draw) {
        return store.read(connection ->
                Sql.number(connection, "SELECT count(*) FROM standing_code WHERE draw = ?", (Object) draw.value()));
    }

    /** How many of them were used. */
    long used(DrawId draw) {
        return store.read(connection -> Sql.number(
                connection, "SELECT count(*) FROM standing_code WHERE draw = ? AND used_ms IS NOT NULL", (Object)
                        draw.value()));
    }
}
