package eu.urne.engine.vault;

import eu.urne.engine.store.OtherForms;
import eu.urne.engine.store.Sql;
import java.sql.SQLException;
import java.util.List;

/**
 * The keys of polls when the vault is moved: rows in both stores, but sealed anew each time one is taken from a file,
 * so that to seal the same key again is no other vault. The first one that arrived stays.
 */
final class MovedSecrets implements OtherForms {

    private record Secret(String name, byte[] wrapped, byte[] sealed) {}

    @Override
    public boolean has(String table) {
        return table.equals("secret");
    }

    @Override
    public void move(Side from, Side to) throws SQLException {
        List<Secret> secrets = Sql.list(
                from.connection(),
                row -> new Secret(row.getString(1), row.getBytes(2), row.getBytes(3)),
                "SELECT name, wrapped, sealed FROM secret");
        for (Secret secret : secrets) {
            Sql.update(to.connection(), SharedKeys.PUT, secret.name, secret.wrapped, secret.sealed);
        }
    }
}
