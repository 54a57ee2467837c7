package eu.urne.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoreSettings.Postgresql;
import eu.urne.engine.store.TrialPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that are not those of an installation's views end in one sentence, and are left as they are. */
class RefusedViewsTest {

    private static final String NEWER = """
            INSERT INTO flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'urne', 1, true)""";

    @TempDir
    Path folder;

    private static Postgresql database() {
        String url = TrialPostgres.database().orElseGet(() -> abort("there is no PostgreSQL for these tests"));
        return new Postgresql(url, "", "");
    }

    private DataDirectory installation(String name, StoreSettings stores) {
        return DataDirectory.open(folder.resolve(name), "city.example/" + name, stores);
    }

    private static void assertRefused(DataDirectory data, String sentence) {
        assertThatThrownBy(() -> Views.open(data))
                .isInstanceOf(StoreException.class)
                .message()
                .matches(sentence)
                .hasLineCount(1);
    }

    /** The folder itself asks for the right to use the database, before its views. */
    private void assertNotOpened(StoreSettings stores, String sentence) {
        assertThatThrownBy(() -> installation("a", stores))
                .isInstanceOf(StoreException.class)
                .message()
                .matches(sentence)
                .hasLineCount(1);
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aServerThatIsNotThere() {
        Postgresql nowhere = new Postgresql("jdbc:postgresql://127.0.0.1:1/city?password=secret", "city", "secret");
        assertNotOpened(
                nowhere, "PostgreSQL cannot be reached at jdbc:postgresql://127\\.0\\.0\\.1:1/city: .*refused.*");
    }

    @Test
    void aDatabaseThatIsNotThere() {
        Postgresql there = database();
        Postgresql nowhere = new Postgresql(there.url().replaceFirst("/urne_[0-9_]+", "/nowhere"), "", "");
        assertNotOpened(nowhere, "there is no database jdbc:postgresql:.*/nowhere: make it, or correct the address");
    }

    @Test
    void theViewsOfAnotherInstallation() {
        Postgresql database = database();
        try (DataDirectory data = installation("a", database);
                DataDirectory other = installation("b", database)) {
            Views.open(data).close();
            String sentence = "the views in .* cannot be opened: they are the views of another log,"
                    + " city.example/a\\+.*, not of city.example/b\\+.*";
            assertRefused(other, sentence);
            assertThatThrownBy(() -> Views.delete(other)).message().matches(sentence);
            Views.open(data).close();
        }
    }

    @Test
    void viewsOfANewerVersion() throws SQLException {
        Postgresql database = database();
        try (DataDirectory data = installation("a", database)) {
            Views.open(data).close();
            change(database.source("urne_views").getConnection(), NEWER);
            assertRefused(data, "the views in .* cannot be opened: a newer version of Urne made them; start that one");
        }
    }

    @Test
    void aFileOfViewsOfANewerVersion() throws SQLException {
        try (DataDirectory data = installation("a", new StoreSettings.Sqlite())) {
            Views.open(data).close();
            change(DriverManager.getConnection("jdbc:sqlite:" + data.file("views.db")), NEWER);
            assertRefused(data, ".*a newer version of Urne made them");
            assertThat(Files.exists(data.file("views.db"))).isTrue();
        }
    }

    @Test
    void viewsOfAnEarlierVersionAreMadeAnew() throws SQLException {
        Postgresql database = database();
        try (DataDirectory data = installation("a", database)) {
            Views.open(data).close();
            String older = "DROP TABLE poll; UPDATE flyway_schema_history SET version = '0.9' WHERE version = '1'";
            change(database.source("urne_views").getConnection(), older);
            try (Views views = Views.open(data)) {
                assertThat(views.polls().all()).isEmpty();
            }
        }
    }

    @Test
    void allTextsHaveTheOrderOfTheirBytes() throws SQLException {
        Postgresql database = database();
        List<String> others = new ArrayList<>();
        try (DataDirectory data = installation("a", database)) {
            Views.open(data).close();
            try (Connection connection = database.source("urne_views").getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("""
                            SELECT table_name || '.' || column_name, collation_name
                            FROM information_schema.columns
                            WHERE table_schema = 'urne_views' AND data_type = 'text'""")) {
                int columns = 0;
                while (row.next()) {
                    columns++;
                    if (!"C".equals(row.getString(2))) {
                        others.add(row.getString(1));
                    }
                }
                assertThat(columns).isGreaterThan(50);
            }
        }
        assertThat(others).isEmpty();
    }
}
