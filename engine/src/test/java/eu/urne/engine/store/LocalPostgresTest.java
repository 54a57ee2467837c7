package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    /** On a machine without PostgreSQL the tests run on the programs of a test artifact. */
    @Test
    void theProgramsOfTheClassPathServeWhereTheMachineHasNone(@TempDir Path folder) throws Exception {
        folder.toFile().setReadable(true, false);
        folder.toFile().setExecutable(true, false);
        try (LocalPostgres server = LocalPostgres.start(folder.resolve("pg"), folder.resolve("nothing"))
                .orElseThrow()) {
            assertThat(folder.resolve("pg/programs/bin/postgres")).exists();
            execute(server.newDatabase(), "SELECT 1");
        }
    }

    @Test
    void whatIsCommittedSurvivesThatAllProcessesAreKilled(@TempDir Path folder) throws Exception {
        folder.toFile().setReadable(true, false);
        folder.toFile().setExecutable(true, false);
        try (LocalPostgres server =
                LocalPostgres.start(folder.resolve("pg")).orElseGet(() -> abort("there is no PostgreSQL here"))) {
            String database = server.newDatabase();
            execute(database, "CREATE TABLE kept (number BIGINT)");
            execute(database, "INSERT INTO kept VALUES (7)");
            server.kill();
            assertThatThrownBy(() -> execute(database, "SELECT 1")).isInstanceOf(SQLException.class);
            server.start();
            try (Connection connection = DriverManager.getConnection(database);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT number FROM kept")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(7);
            }
        }
        assertThat(folder.resolve("pg")).doesNotExist();
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
