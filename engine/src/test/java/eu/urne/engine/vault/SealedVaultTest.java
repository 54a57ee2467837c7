package eu.urne.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the file of the vault, for who has the file and no key. */
class SealedVaultTest {

    private static final String LINES = """
            nom;prénom;date de naissance;commune
            Quetzal;Xochitl;9/3/2014;Tlaxcala
            Quetzal;Yolotl;9/3/2014;Tlaxcala
            """;

    @TempDir
    Path folder;

    private DataDirectory data;

    @BeforeEach
    void fill() {
        data = DataDirectory.open(folder, "test.example/log");
        try (Vault vault = TestVault.open(data)) {
            TestVault.read(vault, ImportMode.ALL_OR_NOTHING, LINES);
        }
    }

    @AfterEach
    void close() {
        data.close();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("vault.db"));
                Statement use = connection.createStatement()) {
            use.execute(statement);
        }
    }

    @Test
    void nothingOfAPersonIsReadable() throws Exception {
        String bytes = Files.readString(folder.resolve("vault.db"), StandardCharsets.ISO_8859_1);

        assertThat(bytes)
                .contains("children")
                .doesNotContain("Quetzal", "Xochitl", "2014-03-09", "9/3/2014", "Tlaxcala");
    }

    @Test
    void whatWasSealedForOneIsNotOpenedForAnother() throws Exception {
        sql("UPDATE person SET wrapped = (SELECT wrapped FROM person WHERE number = 1),"
                + " sealed = (SELECT sealed FROM person WHERE number = 1) WHERE number = 2");

        try (Vault vault = TestVault.open(data)) {
            assertThat(vault.persons().page(TestVault.REGISTER, 0, 1)).hasSize(1);
            assertThatThrownBy(() -> vault.persons().page(TestVault.REGISTER, 1, 1))
                    .isInstanceOf(StoreException.class)
                    .hasMessageMatching("the vault holds a row for [0-9a-f]{32} that its key does not open");
        }
    }

    @Test
    void aLineOfTheAccessLogIsNeitherChangedNorDeleted() {
        assertThatThrownBy(() -> sql("UPDATE access SET by = 'nobody'")).hasMessageContaining("only added to");
        assertThatThrownBy(() -> sql("DELETE FROM access")).hasMessageContaining("only added to");
    }

    @Test
    void aPersonDoesNotGetIntoAMessageByChance() {
        try (Vault vault = TestVault.open(data)) {
            assertThat(vault.persons().page(TestVault.REGISTER, 0, 2).toString())
                    .doesNotContain("Quetzal", "2014");
        }
    }
}
