package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views of an earlier version lack what later tables need from the whole log. */
class OldViewsTest {

    @TempDir
    Path folder;

    @Test
    void viewsOfAnEarlierVersionAreBuiltAnew() throws SQLException {
        String before;
        try (Budgeting city = new Budgeting(folder, false, "2026-01-12")) {
            city.accepted("/api/budgets", Budgeting.BY_SITE);
            before = city.get(Budgeting.BUDGET).toString();
        }
        makeOld();
        try (Budgeting city = new Budgeting(folder, false, "2026-01-12")) {
            assertThat(city.get(Budgeting.BUDGET).toString()).isEqualTo(before);
        }
    }

    /** As if the tables of budgets had not been there yet. */
    private void makeOld() throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("views.db"));
                Statement statement = database.createStatement()) {
            for (String table : new String[] {"budget", "budget_step", "budget_part", "proposal", "proposal_blob"}) {
                statement.executeUpdate("DROP TABLE " + table);
            }
            assertThat(statement.executeUpdate("DELETE FROM flyway_schema_history WHERE version = '3'"))
                    .isEqualTo(1);
        }
    }
}
