package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.log.Origin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite ends a transaction by itself when the disk is full; its driver does not know. */
class FullDiskTest {

    private static final SideTables TABLES =
            new SideTables("trial.db", "urne_trial", "the trial", "eu/urne/engine/consult", false);

    @TempDir
    Path folder;

    private static int add(Connection connection, int bytes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO note VALUES (?)")) {
            insert.setBytes(1, new byte[bytes]);
            return insert.executeUpdate();
        }
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? 1 : 0;
        }
    }

    @Test
    void theTransactionBehindOneThatFoundNoRoomIsWholeAgain() {
        Origin origin = new Origin("test.example/log");
        try (OwnerDatabase database = OwnerDatabase.open(new StoreSettings.Sqlite(), folder, origin, TABLES)) {
            database.write(connection -> execute(connection, "CREATE TABLE note (content BLOB)"));
            assertThatThrownBy(() -> database.write(connection -> {
                        execute(connection, "PRAGMA max_page_count = 1"); // no more than it has
                        return add(connection, 1_000_000);
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("full");
            assertThatThrownBy(() -> database.write(connection -> {
                        add(connection, 1);
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            database.write(connection -> add(connection, 1));
            assertThat(count(database)).isEqualTo(1);
        }
    }

    private static int count(OwnerDatabase database) {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM note")) {
                return row.getInt(1);
            }
        });
    }
}
