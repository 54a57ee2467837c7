package eu.urne.engine.vault;

import eu.urne.engine.SecretKeys;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import eu.urne.engine.vault.internal.VaultCipher;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Keys that one node makes and all need, those of polls for instance: in the vault, sealed under its master key. One
 * that stands in the key folder of this node, from the time when it was the only one, is taken over on first use.
 */
final class SharedKeys implements SecretKeys {

    private static final int LENGTH = 32;
    private static final String PUT =
            "INSERT INTO secret (name, wrapped, sealed) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING";

    private final OwnerDatabase store;
    private final VaultCipher cipher;
    private final SecretKeys files;

    SharedKeys(OwnerDatabase store, VaultCipher cipher, SecretKeys files) {
        this.store = store;
        this.cipher = cipher;
        this.files = files;
    }

    @Override
    public boolean exists(String name) {
        return find(name).isPresent() || files.exists(name);
    }

    @Override
    public byte[] getOrCreate(String name) {
        return find(name).orElseGet(() -> {
            byte[] key = files.exists(name) ? files.getOrCreate(name) : VaultCipher.random(LENGTH);
            VaultCipher.Sealed sealed = cipher.seal(owner(name), key);
            store.write(connection -> Sql.update(connection, PUT, name, sealed.wrapped(), sealed.data()));
            return find(name).orElseThrow(); // that of another node, if it was faster
        });
    }

    private Optional<byte[]> find(String name) {
        return store.read(connection -> Sql.first(
                connection,
                row -> cipher.open(owner(name), row.getBytes(1), row.getBytes(2)),
                "SELECT wrapped, sealed FROM secret WHERE name = ?",
                name));
    }

    private static byte[] owner(String name) {
        return ("secret/" + name).getBytes(StandardCharsets.UTF_8);
    }
}
