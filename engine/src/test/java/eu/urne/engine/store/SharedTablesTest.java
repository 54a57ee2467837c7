package eu.urne.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.store.StoreSettings.Postgresql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema of PostgreSQL that nodes share: who is let in, and what happens when the database is away. */
class SharedTablesTest {

    private static final byte[] SALT = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

    @TempDir
    Path folder;

    private DataDirectory node(String name, String origin, Postgresql at) {
        return DataDirectory.open(folder.resolve(name), origin, at);
    }

    private void refused(Postgresql at, String origin, String sentence) {
        assertThatThrownBy(() -> {
                    try (DataDirectory data = node("refused", origin, at)) {
                        BlobStore.open(data).close();
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessageMatching(sentence);
    }

    private static void sql(Postgresql at, String statement) throws SQLException {
        try (Connection connection = at.source("urne_blobs").getConnection();
                Statement use = connection.createStatement()) {
            use.execute(statement);
        }
    }

    @Test
    void nodesThatStartAtOnceMakeTheTablesOnce() {
        Postgresql at = Beside.emptyDatabase();
        try (DataDirectory one = node("one", "test.example/log", at);
                DataDirectory two = node("two", "test.example/log", at);
                ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<BlobStore> other = CompletableFuture.supplyAsync(() -> BlobStore.open(two), nodes);
            try (BlobStore first = BlobStore.open(one);
                    BlobStore second = other.join()) {
                BlobHash hash = first.put("text/plain", SALT, SALT);

                assertThat(second.find(hash)).isPresent();
                assertThat(second.erase(hash)).isTrue();
                assertThat(first.find(hash)).isEmpty();
                assertThat(first.isErased(hash)).isTrue();
            }
        }
    }

    @Test
    void anotherInstallationIsRefusedAndNothingWritten() throws SQLException {
        Postgresql at = Beside.emptyDatabase();
        try (DataDirectory one = node("one", "one.example/log", at)) {
            BlobStore.open(one).close();
        }

        refused(
                at,
                "two.example/log",
                "the database \\S+ is that of the installation one.example/log, not of two.example/log:"
                        + " name another database, or the origin one.example/log");
    }

    @Test
    void tablesOfANewerProgramAreRefused() throws SQLException {
        Postgresql at = Beside.emptyDatabase();
        try (DataDirectory one = node("one", "one.example/log", at)) {
            BlobStore.open(one).close();
        }
        sql(
                at,
                "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', type, 'V99__later.sql', checksum,"
                        + " installed_by, installed_on, execution_time, success"
                        + " FROM flyway_schema_history WHERE version = '1'");

        refused(at, "one.example/log", "the database of the blobs in urne_blobs of .*version 99.*newer program.*");
    }

    @Test
    void aDatabaseThatIsNotThereIsToldInOneSentence() {
        Postgresql at = Beside.emptyDatabase();
        String server = at.url().substring(0, at.url().lastIndexOf('/'));

        refused(
                new Postgresql(at.url().replaceFirst("/urne_[0-9_]+", "/nowhere"), "", ""),
                "one.example/log",
                "there is no database \\S+/nowhere: make it, or correct the address");
        refused(
                new Postgresql("jdbc:postgresql://127.0.0.1:1/urne", "urne", ""),
                "one.example/log",
                "PostgreSQL cannot be reached at jdbc:postgresql://127.0.0.1:1/urne: .*");
        refused(
                new Postgresql(server + "/postgres", "stranger", "hunter2"),
                "one.example/log",
                "PostgreSQL does not let the user into \\S+: check user and password");
    }

    @Test
    void aRestartOfTheDatabaseIsSurvived(@TempDir Path files) {
        files.toFile().setReadable(true, false);
        files.toFile().setExecutable(true, false);
        try (LocalPostgres server =
                LocalPostgres.start(files.resolve("pg")).orElseGet(() -> abort("there is no PostgreSQL here"))) {
            Postgresql at = new Postgresql(server.newDatabase(), "", "");
            try (DataDirectory data = node("one", "test.example/log", at);
                    BlobStore blobs = BlobStore.open(data)) {
                BlobHash hash = blobs.put("text/plain", SALT, SALT);
                server.kill();
                assertThatThrownBy(() -> blobs.find(hash)).isInstanceOf(StoreException.class);
                server.start();

                await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> blobs.find(hash)
                        .isPresent());
            }
        }
    }
}
