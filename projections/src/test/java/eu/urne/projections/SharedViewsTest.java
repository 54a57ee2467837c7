package eu.urne.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.engine.store.StoreSettings.Postgresql;
import eu.urne.engine.store.TrialPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes on the views of one PostgreSQL database: one of them builds, all of them show. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SharedViewsTest {

    private static final Duration CLAIM = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private Postgresql database;

    @BeforeEach
    void begin() {
        String url = TrialPostgres.database().orElseGet(() -> abort("there is no PostgreSQL for these tests"));
        database = new Postgresql(url, "", "");
    }

    private Node node(String name) throws IOException {
        return Node.start(folder, name, database, CLAIM);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.source("urne_views").getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void oneNodeBuildsAndAllShowWhatAnyAppends() throws IOException {
        try (Node first = node("first");
                Node second = node("second")) {
            await().until(first::builds);
            first.plan(20);
            second.assertWhole();
            second.plan(20);
            first.assertWhole();
            second.assertWhole();
            assertThat(second.builds()).isFalse();
            assertThat(second.shown()).hasSize(40);
        }
    }

    @Test
    void anotherTakesOverFromANodeThatEndsInOrder() throws IOException {
        try (Node second = secondOfTwo()) {
            second.plan(20);
            second.assertWhole();
            assertThat(second.builds()).isTrue();
        }
    }

    /** A second node, started while the first one builds, which is then ended. */
    private Node secondOfTwo() throws IOException {
        try (Node first = node("first")) {
            await().until(first::builds);
            Node second = node("second");
            first.plan(5);
            second.assertWhole();
            assertThat(second.builds()).isFalse();
            return second;
        }
    }

    @Test
    void anotherTakesOverFromANodeThatHasFallenSilent() throws Exception {
        node("first").close();
        execute("UPDATE progress SET owner = 'gone', claimed_until = clock_timestamp() + interval '2 seconds'");
        try (Node second = node("second")) {
            second.plan(20);
            second.assertWhole();
            assertThat(second.builds()).isTrue();
        }
    }

    @Test
    void aNodeThatStopsWithinATransactionDoesNotKeepOthersOut() throws Exception {
        node("first").close();
        try (Connection stopped = database.source("urne_views").getConnection();
                Statement statement = stopped.createStatement()) {
            stopped.setAutoCommit(false);
            statement.execute("SET idle_in_transaction_session_timeout = 2000");
            statement.executeUpdate("UPDATE progress SET owner = 'stopped', claimed_until = 'infinity'");
            try (Node second = node("second")) {
                second.plan(20);
                second.assertWhole();
            }
        }
    }

    @Test
    void aNodeThatHasLostTheRightToBuildWritesNothing() throws Exception {
        try (Node node = node("first")) {
            node.plan(5);
            node.assertWhole();
            execute("UPDATE progress SET owner = 'thief', claimed_until = 'infinity'");
            node.plan(20);
            await().until(() -> !node.builds());
            assertThat(node.shown()).hasSize(5);
            execute("UPDATE progress SET owner = NULL");
            node.assertWhole();
        }
    }

    /** The views' commits are not waited for: what the last second has brought is lost, rows and position alike. */
    @Test
    void whatACrashOfTheDatabaseHasTakenBackIsBuiltAgain() throws Exception {
        try (Node node = node("first")) {
            long kept = node.plan(5);
            node.assertWhole();
            node.plan(3);
            node.assertWhole();
            execute("WITH lost AS (DELETE FROM plan_line WHERE line IN ('first-5', 'first-6', 'first-7'))"
                    + " UPDATE progress SET position = " + kept);
            node.plan(2);
            await().untilAsserted(node::assertWhole);
            assertThat(node.shown()).hasSize(10);

            execute("WITH lost AS (DELETE FROM plan_line WHERE line IN ('first-8', 'first-9')) UPDATE progress"
                    + " SET position = position - 2");
            await().untilAsserted(node::assertWhole); // though nothing more happens
        }
    }

    @Test
    void nodesThatStartAtTheSameTimeBuildALongLogOnce() throws IOException {
        try (Node first = node("first")) {
            first.plan(150);
            Views.delete(first.data());
        }
        try (Node first = node("first");
                Node second = node("second");
                Node third = node("third")) {
            List<Node> nodes = List.of(first, second, third);
            nodes.forEach(Node::assertWhole);
            assertThat(nodes.stream().filter(Node::builds)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void viewsThatAreDeletedAreBuiltAnewWhileOthersShowThem() throws IOException {
        try (Node first = node("first")) {
            first.plan(20);
            first.assertWhole();
            Views.delete(first.data());
            try (Node second = node("second")) {
                second.plan(5);
                second.assertWhole();
                await().atMost(1, TimeUnit.MINUTES).untilAsserted(first::assertWhole);
            }
        }
    }
}
