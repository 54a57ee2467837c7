package eu.urne.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key of the vault: where it comes from, and what a wrong one is told. */
class VaultKeyTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER =
            Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path folder;

    private DataDirectory data;

    @BeforeEach
    void open() {
        data = DataDirectory.open(folder, "");
    }

    @AfterEach
    void close() {
        data.close();
    }

    private void use(Map<String, String> environment) {
        Vault.open(data, environment).close();
    }

    private static void assertTold(ThrowingCallable start, String sentence) {
        assertThatThrownBy(start).isInstanceOf(StoreException.class).hasMessage(sentence);
    }

    @Test
    void aKeyIsMadeAtTheFirstStartAndFoundAtTheNext() throws IOException {
        use(Map.of());
        use(Map.of());

        for (String name : List.of("keys/vault.key", "vault.db")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theEnvironmentHasTheKeyOrNamesItsFile() throws IOException {
        use(Map.of("URNE_VAULT_KEY", KEY));
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        use(Map.of("URNE_VAULT_KEY_FILE", file.toString()));

        assertThat(folder.resolve("keys/vault.key")).doesNotExist();
    }

    @Test
    void anotherKeyIsToldInOneSentence() {
        use(Map.of("URNE_VAULT_KEY", KEY));

        assertTold(
                () -> use(Map.of("URNE_VAULT_KEY", OTHER)),
                "the key is not that of the vault " + folder.resolve("vault.db")
                        + ": set the one that it was made with, by URNE_VAULT_KEY or URNE_VAULT_KEY_FILE,"
                        + " or restore keys/vault.key");
    }

    @Test
    void aKeyThatIsGoneIsNotMadeAnew() throws IOException {
        use(Map.of());
        Files.delete(folder.resolve("keys/vault.key"));

        assertTold(
                () -> use(Map.of()),
                "the key of the vault is missing: restore keys/vault.key,"
                        + " or set URNE_VAULT_KEY or URNE_VAULT_KEY_FILE");
        assertThat(folder.resolve("keys/vault.key")).doesNotExist();
    }

    @Test
    void aKeyThatIsNoneIsToldWithoutBeingShown() {
        assertTold(
                () -> use(Map.of("URNE_VAULT_KEY", "hunter2")),
                "URNE_VAULT_KEY: the key of the vault must be base64 of 32 bytes");
        assertTold(
                () -> use(Map.of("URNE_VAULT_KEY_FILE", "/nowhere/at/all")),
                "URNE_VAULT_KEY_FILE: the file /nowhere/at/all cannot be read");
        assertTold(
                () -> use(Map.of("URNE_VAULT_KEY", KEY, "URNE_VAULT_KEY_FILE", "x")),
                "set one of URNE_VAULT_KEY and URNE_VAULT_KEY_FILE, not both");
    }

    @Test
    void aVaultThatOthersMayReadIsRefused() throws IOException {
        use(Map.of());
        Files.setPosixFilePermissions(folder.resolve("vault.db"), PosixFilePermissions.fromString("rw-r--r--"));

        assertTold(
                () -> use(Map.of()),
                "the vault " + folder.resolve("vault.db") + " can be read by others; allow its owner only");
    }
}
