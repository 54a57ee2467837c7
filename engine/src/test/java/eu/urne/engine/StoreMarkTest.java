package eu.urne.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoreSettings.Postgresql;
import eu.urne.engine.store.StoreSettings.Sqlite;
import eu.urne.engine.store.TrialPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that was used with one store is used with no other. */
class StoreMarkTest {

    @TempDir
    Path folder;

    private static Postgresql database() {
        return TrialPostgres.database()
                .map(url -> new Postgresql(url, "", ""))
                .orElseGet(() -> abort("there is no PostgreSQL on this machine"));
    }

    private void use(StoreSettings stores) {
        try (DataDirectory data = DataDirectory.open(folder, "", stores)) {
            Engine.start(data, 0, more -> {}).close();
            data.markUsed();
        }
    }

    @Test
    void aFolderWithAFileIsNotUsedWithADatabase() throws IOException {
        use(new Sqlite());
        Files.delete(folder.resolve("store")); // as folders of earlier versions are

        assertThatThrownBy(() -> use(new Postgresql("jdbc:postgresql://127.0.0.1:9/none", "", "")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was used with urne.store=sqlite, not postgresql");
    }

    @Test
    void aFileThatIsGoneIsNotBegunAnew() throws IOException {
        use(new Sqlite());
        use(new Sqlite());
        Files.delete(folder.resolve("log.db"));

        assertThatThrownBy(() -> use(new Sqlite()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not in the data folder " + folder + ": restore it");
        assertThat(folder.resolve("log.db")).doesNotExist();
    }

    @Test
    void aDatabaseThatIsReadOnlyIsRefusedAtTheStart() throws SQLException {
        Postgresql database = database();
        use(database);
        readOnly(database, "on");

        assertThatThrownBy(() -> use(database))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("read-only");
        readOnly(database, "off");
        assertThatCode(() -> use(database)).doesNotThrowAnyException();
    }

    private static void readOnly(Postgresql database, String value) throws SQLException {
        try (Connection connection = database.source("public").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE");
            statement.execute(
                    "ALTER DATABASE " + connection.getCatalog() + " SET default_transaction_read_only = " + value);
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedAtTheStart() throws IOException {
        use(new Sqlite());
        Path log = folder.resolve("log.db");
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("r--------"));
        assumeFalse(Files.isWritable(log), "this user may write everything");

        assertThatThrownBy(() -> use(new Sqlite()))
                .isInstanceOf(StoreException.class)
                .hasMessage("the file " + log + " cannot be written by this user");
    }

    @Test
    void anotherDatabaseIsNotBegunUnderTheSameKeys() {
        Postgresql first = database();
        use(first);
        use(first);

        assertThatThrownBy(() -> use(database()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not in the database jdbc:postgresql://");
        assertThatThrownBy(() -> use(new Sqlite()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was used with urne.store=postgresql, not sqlite");
        use(first);
    }

    @Test
    void theDatabaseOfAnotherInstallationIsRefused(@TempDir Path other) {
        Postgresql first = database();
        use(first);
        try (DataDirectory data = DataDirectory.open(other, "", first)) {
            assertThatThrownBy(() -> Engine.start(data, 0, more -> {}).close())
                    .isInstanceOf(StoreException.class)
                    .message()
                    .doesNotContain("\n");
        }
    }
}
