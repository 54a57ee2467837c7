package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.tally.Ballot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read models built in bulk have the rows of those that followed the log event by event. */
class RebuiltViewsTest {

    @TempDir
    Path folder;

    @Test
    void bulkAndFollowingLeaveTheSameRows() throws Exception {
        try (Voting voting = new Voting(folder, false).opened(8)) {
            for (int voter = 0; voter < 6; voter++) {
                voting.cast(voting.ballot(voter, Ballot.Approval.of(voter % 3)));
            }
            voting.declared();
        }
        Map<String, List<List<String>>> followed = rows(Files.copy(folder.resolve("views.db"), folder.resolve("f.db")));
        try (Voting voting = new Voting(folder, true)) {
            assertThat(voting.client
                            .get(Voting.POLL + "/turnout")
                            .json()
                            .get("ballots")
                            .asLong())
                    .isEqualTo(6);
        }

        assertThat(rows(folder.resolve("views.db"))).isEqualTo(followed);
        assertThat(followed.get("receipt_code")).hasSizeGreaterThan(6);
    }

    private static Map<String, List<List<String>>> rows(Path file) throws SQLException {
        Map<String, List<List<String>>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            List<List<String>> names = rows(
                    statement,
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN"
                            + " ('flyway_schema_history', 'progress')");
            for (List<String> name : names) {
                List<List<String>> rows = rows(statement, "SELECT * FROM " + name.getFirst());
                rows.sort((a, b) -> a.toString().compareTo(b.toString()));
                tables.put(name.getFirst(), rows);
            }
        }
        return tables;
    }

    private static List<List<String>> rows(Statement statement, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(Collections.unmodifiableList(row));
            }
        }
        return rows;
    }
}
