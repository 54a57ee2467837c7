package eu.urne.engine.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.Beside;
import eu.urne.engine.store.Sql;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoreSettings.Postgresql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes on beside a move, at most one store is used. */
class MoveSafetyTest {

    @TempDir
    Path folder;

    private static Steps whenSwitching(Runnable action) {
        return new Steps() {
            @Override
            public void begin(String what, long total) {
                if (what.equals("switching")) {
                    action.run();
                }
            }

            @Override
            public void step(long done) {}
        };
    }

    private static void change(StoreSettings at, String schema, String sql) {
        try (Connection connection = at.tables().orElseThrow().source(schema).getConnection()) {
            Sql.update(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder of another node of the same installation. */
    private Path secondNode(Path home) {
        Path second = folder.resolve("second");
        try {
            Files.createDirectories(second.resolve("keys"));
            for (String name : List.of("origin", "keys/public.key", "keys/register.key")) {
                Files.copy(home.resolve(name), second.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return second;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noOtherNodeStartsInADatabaseThatIsLeftOrFilled(Beside to) {
        Path home = folder.resolve("home");
        Postgresql database = Beside.emptyDatabase();
        StoreSettings from = to == Beside.FILES ? database : MoveTest.SQLITE;
        MoveTest.fill(home, from, "a");
        Path second = secondNode(home);
        AtomicInteger refused = new AtomicInteger();

        Move.run(home, from, to == Beside.FILES ? MoveTest.SQLITE : database, MoveTest.PARTS, whenSwitching(() -> {
            assertThatThrownBy(() -> DataDirectory.open(second, "", database))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is being moved or restored");
            refused.incrementAndGet();
        }));

        assertThat(refused).hasValue(1);
    }

    @Test
    void noNodeStartsInADatabaseInWhichABackupIsPut() {
        Path home = folder.resolve("home");
        Path archive = folder.resolve("backup.zip");
        Postgresql database = Beside.emptyDatabase();
        MoveTest.fill(home, MoveTest.SQLITE, "a");
        Backup.write(MoveTest.SQLITE, home, archive, MoveTest.PARTS, true, "test", 1_000, Steps.NONE);
        Path second = secondNode(home);
        AtomicInteger refused = new AtomicInteger();
        Steps steps = new Steps() {
            @Override
            public void begin(String what, long total) {
                assertThatThrownBy(() -> DataDirectory.open(second, "", database))
                        .hasMessageContaining("is being moved or restored");
                refused.incrementAndGet();
            }

            @Override
            public void step(long done) {}
        };

        Restore.restore(
                archive, database, folder.resolve("r"), MoveTest.PARTS, List.of(), Optional.empty(), 2_000, steps);

        assertThat(refused.get()).isGreaterThan(2);
    }

    @Test
    void whatIsShownOfAnAddressHasAllButPasswords() {
        Postgresql at = new Postgresql("jdbc:postgresql://h/d?sslmode=require&password=x&sslpassword=y&user=u", "", "");

        assertThat(at.shown()).isEqualTo("jdbc:postgresql://h/d?sslmode=require&user=u");
        assertThat(new Postgresql("jdbc:postgresql://h/d?password=x", "", "").shown())
                .isEqualTo("jdbc:postgresql://h/d");
    }

    @Test
    void aRunningNodeIsNotMovedUnder() {
        Path home = folder.resolve("home");
        Postgresql database = Beside.emptyDatabase();
        MoveTest.fill(home, database, "a");
        try (DataDirectory second = DataDirectory.open(secondNode(home), "", database)) {
            assertThat(second.stores()).isEqualTo(database);
            assertThatThrownBy(() -> Move.run(home, database, MoveTest.SQLITE, MoveTest.PARTS, Steps.NONE))
                    .hasMessageContaining("is in use by a server: stop all nodes first");
        }
        assertThat(home.resolve("log.db")).doesNotExist();
    }

    @Test
    void whatHasChangedWhileItWasCopiedIsNotLeftBehind() {
        Path home = folder.resolve("home");
        Postgresql database = Beside.emptyDatabase();
        MoveTest.fill(home, database, "a");

        for (String change :
                List.of("UPDATE blob SET type = 'text/x'", "UPDATE urne_log.checkpoint SET note = note || 'x'")) {
            assertThatThrownBy(() -> Move.run(home, database, MoveTest.SQLITE, MoveTest.PARTS, whenSwitching(() -> {
                        change(database, "urne_blobs", change);
                    })))
                    .isInstanceOf(StoreException.class);
            assertThat(home.resolve("store")).hasContent("postgresql");
        }
    }

    @Test
    void whatCannotBePutAsideIsToldAndTheMoveGoesOn() {
        Path home = folder.resolve("home");
        Postgresql database = Beside.emptyDatabase();
        MoveTest.fill(home, database, "a");
        Optional<String> before = MoveTest.end(home, database);

        assertThatThrownBy(() -> Move.run(home, database, MoveTest.SQLITE, MoveTest.PARTS, whenSwitching(() -> {
                    change(database, "public", "CREATE SCHEMA moved_urne_blobs");
                })))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the installation is in the SQLite files in " + home + " now, but what is left")
                .hasMessageContaining("until ./urne move has been run again");
        MoveTest.assertUsedWithNeither(home, database, MoveTest.SQLITE);
        change(database, "public", "DROP SCHEMA moved_urne_blobs");

        assertThat(Move.run(home, database, MoveTest.SQLITE, MoveTest.PARTS, Steps.NONE)
                        .aside())
                .hasSize(1);
        assertThat(MoveTest.end(home, MoveTest.SQLITE)).isEqualTo(before);
    }

    @Test
    void aUserWhoMayNotRenameSchemasIsToldBeforeAnythingIsCopied() {
        Path home = folder.resolve("home");
        Postgresql database = Beside.emptyDatabase();
        MoveTest.fill(home, database, "a");
        change(database, "public", "DROP ROLE IF EXISTS reader");
        change(database, "public", "CREATE ROLE reader LOGIN IN ROLE pg_read_all_data");
        Postgresql reader = new Postgresql(database.url(), "reader", "");

        assertThatThrownBy(() -> Move.run(home, reader, MoveTest.SQLITE, MoveTest.PARTS, Steps.NONE))
                .hasMessageContaining("may not rename its schemas");
        assertThat(home.resolve("log.db")).doesNotExist();
    }

    @Test
    void anotherInstallationIsNeitherMovedNorBackedUp() {
        Path home = folder.resolve("home");
        Postgresql database = Beside.emptyDatabase();
        Postgresql others = Beside.emptyDatabase();
        MoveTest.fill(home, database, "a");
        MoveTest.fill(folder.resolve("others"), others, "a");

        assertThatThrownBy(() -> Move.run(home, others, MoveTest.SQLITE, MoveTest.PARTS, Steps.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not signed under the keys of " + home);
        assertThatThrownBy(() -> Backup.write(
                        others, home, folder.resolve("b.zip"), MoveTest.PARTS, true, "test", 1_000, Steps.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not signed under the keys of " + home);
        assertThat(MoveTest.end(folder.resolve("others"), others)).isPresent();
    }

    @Test
    void itHasMovedAlreadyOnlyWhereItsLogIs() {
        Path home = folder.resolve("home");
        Postgresql database = Beside.emptyDatabase();
        MoveTest.fill(home, MoveTest.SQLITE, "a");
        Move.run(home, MoveTest.SQLITE, database, MoveTest.PARTS, Steps.NONE);

        assertThat(Move.run(home, MoveTest.SQLITE, database, MoveTest.PARTS, Steps.NONE)
                        .aside())
                .isEmpty();
        assertThatThrownBy(() -> Move.run(home, MoveTest.SQLITE, Beside.emptyDatabase(), MoveTest.PARTS, Steps.NONE))
                .hasMessageStartingWith("there is no log in the store jdbc:postgresql://");
    }
}
