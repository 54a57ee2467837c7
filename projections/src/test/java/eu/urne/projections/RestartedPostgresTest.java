package eu.urne.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.engine.store.LocalPostgres;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings.Postgresql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The views go on by themselves when the database was away, and nothing is in them twice. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RestartedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void viewsGoOnAfterAnOrderlyRestartAndAfterACrashOfTheDatabase() throws IOException {
        Path files = Files.createTempDirectory(
                "urne-restarted", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        LocalPostgres server =
                LocalPostgres.start(files).orElseGet(() -> abort("there are no programs of PostgreSQL for this test"));
        try (server) {
            Postgresql database = new Postgresql(server.newDatabase(), "", "");
            try (Node first = Node.start(folder, "first", database, Duration.ofSeconds(2));
                    Node second = Node.start(folder, "second", database, Duration.ofSeconds(2))) {
                first.plan(10);
                second.assertWhole();
                server.stop();
                server.start();
                goOn(first, second);
                server.kill();
                server.start();
                goOn(second, first);
                assertThat(first.shown()).hasSize(30);
            }
        }
    }

    private static void goOn(Node appending, Node other) {
        await().atMost(1, TimeUnit.MINUTES)
                .ignoreException(StoreException.class)
                .until(() -> appending.plan(1) > 0);
        appending.plan(9);
        await().atMost(1, TimeUnit.MINUTES).untilAsserted(appending::assertWhole);
        await().atMost(1, TimeUnit.MINUTES).untilAsserted(other::assertWhole);
    }
}
