package eu.urne.engine.vault;

import eu.urne.engine.KeyFiles;
import eu.urne.engine.SecretKeys;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import eu.urne.engine.vault.internal.VaultCipher;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Keys that one node makes and all need, those of polls for instance: in the vault, sealed under its master key. One
 * that stands in the key folder of this node, from the time when it was the only one, is taken over on first use. Where
 * there is one node, new ones are files; those are in the vault that came with it from elsewhere.
 */
final class SharedKeys implements SecretKeys {

    private static final int LENGTH = 32;
    private static final Set<String> OF_THE_NODE = Set.of("public", "register", "vault");

    /** Keeps a key of a name that has none. */
    static final String PUT =
            "INSERT INTO secret (name, wrapped, sealed) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING";

    private final OwnerDatabase store;
    private final VaultCipher cipher;
    private final KeyFiles files;
    private final boolean shared;

    SharedKeys(OwnerDatabase store, VaultCipher cipher, KeyFiles files, boolean shared) {
        this.shared = shared;
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
        return find(name).orElseGet(() -> shared ? keep(name) : files.getOrCreate(name));
    }

    private byte[] keep(String name) {
        byte[] key = files.exists(name) ? files.getOrCreate(name) : VaultCipher.random(LENGTH);
        VaultCipher.Sealed sealed = cipher.seal(owner(name), key);
        store.write(connection -> Sql.update(connection, PUT, name, sealed.wrapped(), sealed.data()));
        return find(name).orElseThrow(); // that of another node, if it was faster
    }

    /** Takes over all that are files. */
    void takeAll() {
        files.names().stream().filter(name -> !OF_THE_NODE.contains(name)).forEach(this::keep);
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
