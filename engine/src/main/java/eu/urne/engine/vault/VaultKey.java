package eu.urne.engine.vault;

import eu.urne.engine.KeyFiles;
import eu.urne.engine.log.Base64Strict;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the vault's master key comes from: the environment ({@value #VARIABLE}, or a file named by
 * {@value #FILE_VARIABLE}), else the key folder.
 */
public final class VaultKey {

    /** Environment variable with the key: base64 of 32 bytes. */
    public static final String VARIABLE = "URNE_VAULT_KEY";

    /** Environment variable with the path of a file that holds it. */
    public static final String FILE_VARIABLE = "URNE_VAULT_KEY_FILE";

    private static final String NAME = "vault";
    private static final int LENGTH = 32;

    private VaultKey() {}

    /**
     * The master key.
     *
     * @param environment variables by name
     * @param keys the key folder
     * @param isNew whether there is no vault yet, so that a key may be made in the folder
     * @throws StoreException in one sentence, if there is none, or it is not one
     */
    static byte[] find(Map<String, String> environment, KeyFiles keys, boolean isNew) {
        String key = environment.getOrDefault(VARIABLE, "");
        String file = environment.getOrDefault(FILE_VARIABLE, "");
        if (!key.isEmpty() && !file.isEmpty()) {
            throw new StoreException("set one of " + VARIABLE + " and " + FILE_VARIABLE + ", not both");
        }
        if (!key.isEmpty()) {
            return decoded(VARIABLE, key);
        }
        if (!file.isEmpty()) {
            try {
                return decoded(FILE_VARIABLE, Files.readString(Path.of(file)));
            } catch (IOException | IllegalArgumentException e) {
                throw new StoreException(FILE_VARIABLE + ": the file " + file + " cannot be read", e);
            }
        }
        if (!isNew && !keys.exists(NAME)) {
            throw new StoreException("the key of the vault is missing: restore keys/vault.key, or set " + VARIABLE
                    + " or " + FILE_VARIABLE);
        }
        return keys.getOrCreate(NAME);
    }

    private static byte[] decoded(String variable, String text) {
        try {
            byte[] key = Base64Strict.decode(text.strip());
            if (key.length == LENGTH) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // told below, without a part of the key
        }
        throw new StoreException(variable + ": the key of the vault must be base64 of " + LENGTH + " bytes");
    }
}
