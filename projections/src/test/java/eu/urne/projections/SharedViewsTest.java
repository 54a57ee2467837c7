package eu.urne.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.StoreSettings.Postgresql;
import eu.urne.engine.store.TrialPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes on the views of one PostgreSQL database: one of them builds, all of them show. */
class SharedViewsTest {

    private static final Duration CLAIM = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Postgresql database;
    private City city;
    private DataDirectory data;

    @BeforeEach
    void begin() {
        String url = TrialPostgres.database().orElseGet(() -> abort("there is no PostgreSQL for these tests"));
        database = new Postgresql(url, "", "");
        city = new City(folder.resolve("city"));
        data = DataDirectory.open(folder.resolve("node"), "", database);
    }

    @AfterEach
    void end() {
        data.close();
        city.close();
    }

    private Node node() {
        return Node.start(data, city, CLAIM);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.source("urne_views").getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    /** Every line of the plan once, in order. */
    private void assertWhole(Views views) {
        assertThat(views.await(city.engine().log().reader().lastPosition(), LONG))
                .isTrue();
        List<String> lines = views.plan().plan(null, 0, 10_000).lines().items().stream()
                .map(line -> line.line().value())
                .toList();
        assertThat(lines).hasSize(city.lines());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).isEqualTo("line-" + i);
        }
    }

    @Test
    void oneNodeBuildsAndAllShow() {
        city.plan(20);
        try (Node first = node();
                Node second = node()) {
            await().until(first::builds);
            city.plan(20);
            assertWhole(second.views);
            assertWhole(first.views);
            assertThat(second.builds()).isFalse();
            assertThat(second.views.position()).isEqualTo(first.views.position());
        }
    }

    @Test
    void anotherTakesOverFromANodeThatEndsInOrder() {
        try (Node second = nodeBehind(node())) {
            city.plan(20);
            assertWhole(second.views);
            assertThat(second.builds()).isTrue();
        }
    }

    /** A second node, started while the first one builds, which is then ended. */
    private Node nodeBehind(Node first) {
        try (first) {
            await().until(first::builds);
            Node second = node();
            city.plan(5);
            assertWhole(second.views);
            assertThat(second.builds()).isFalse();
            return second;
        }
    }

    @Test
    void anotherTakesOverFromANodeThatHasFallenSilent() throws SQLException {
        node().close();
        execute("UPDATE progress SET owner = 'gone', claimed_until = clock_timestamp() + interval '2 seconds'");
        try (Node second = node()) {
            city.plan(20);
            assertWhole(second.views);
            assertThat(second.builds()).isTrue();
        }
    }

    @Test
    void aNodeThatStopsWithinATransactionDoesNotKeepOthersOut() throws SQLException {
        node().close();
        try (Connection stopped = database.source("urne_views").getConnection();
                Statement statement = stopped.createStatement()) {
            stopped.setAutoCommit(false);
            statement.execute("SET idle_in_transaction_session_timeout = 2000");
            statement.executeUpdate("UPDATE progress SET owner = 'stopped', claimed_until = 'infinity'");
            try (Node second = node()) {
                city.plan(20);
                assertWhole(second.views);
            }
        }
    }

    @Test
    void aNodeWithoutTheRightToBuildWritesNothing() throws SQLException {
        try (Node node = node()) {
            city.plan(5);
            assertWhole(node.views);
            execute("UPDATE progress SET owner = 'thief', claimed_until = 'infinity'");
            city.plan(20);
            await().until(() -> !node.builds());
            assertThat(node.views.plan().plan(null, 0, 100).lines().total()).isEqualTo(5);
            execute("UPDATE progress SET owner = NULL");
            assertWhole(node.views);
        }
    }

    @Test
    void nodesThatStartAtTheSameTimeBuildALongLogOnce() throws Exception {
        city.plan(600);
        List<Node> nodes = List.of(node(), node(), node());
        try {
            for (Node node : nodes) {
                assertWhole(node.views);
            }
            assertThat(nodes.stream().filter(Node::builds)).hasSizeLessThanOrEqualTo(1);
        } finally {
            for (Node node : nodes) {
                node.close();
            }
        }
    }

    @Test
    void viewsThatAreDeletedAreBuiltAnewWhileOthersShowThem() {
        city.plan(20);
        try (Node first = node()) {
            assertWhole(first.views);
            Views.delete(data);
            try (Node second = node()) {
                city.plan(5);
                assertWhole(second.views);
                await().untilAsserted(() -> assertWhole(first.views));
            }
        }
    }
}
