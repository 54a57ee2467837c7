package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.api.settings.Setting;
import eu.urne.audit.Report;
import eu.urne.engine.store.TrialPostgres;
import eu.urne.engine.tally.Ballot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A vote whose server is moved to PostgreSQL, backed up there while it runs, and restored elsewhere. */
@Isolated("the command line reads the environment")
class MovedServerTest {

    @TempDir
    Path folder;

    private final CommandTrial urne = new CommandTrial();
    private String url;
    private Path home;

    @BeforeEach
    void place() {
        url = TrialPostgres.database().orElseGet(() -> abort("there is no PostgreSQL to test with"));
        home = folder.resolve("home");
    }

    private static String[] onDatabase(String url, Path home, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--store", "postgresql", "--postgresql-url", url, "--data", home.toString()));
        return all.toArray(String[]::new);
    }

    private static Voting on(String url, Path home) {
        return Voting.with(home, Map.of(Setting.STORE, "postgresql", Setting.POSTGRESQL_URL, url));
    }

    @Test
    void aVoteGoesOnInEachStoreAndIsVerifiedAtTheEnd() throws Exception {
        Path archive = folder.resolve("backup.zip");
        Path files = folder.resolve("files");
        String receipt;
        try (Voting voting = new Voting(home, false).opened(4)) {
            receipt = voting.cast(voting.ballot(0, Ballot.Approval.of(0))).text();
            urne.refused("is in use", "move", "--data", home.toString(), "--to", url);
        }
        urne.works("move", "--data", home.toString(), "--to", url);
        assertThat(home.resolve("store")).hasContent("postgresql");
        assertThat(home.resolve("moved")).isDirectoryContaining("glob:**/log.db");
        Files.createFile(home.resolve("vault.db"));
        urne.run(onDatabase(url, home, "doctor"));
        assertThat(urne.told()).contains("the file " + home.resolve("vault.db") + " is not used, as the vault is in");
        Files.delete(home.resolve("vault.db"));
        try (Voting voting = on(url, home)) {
            assertThat(voting.cast(voting.ballot(0, Ballot.Approval.of(0))).text())
                    .isEqualTo(receipt);
            voting.cast(voting.ballot(1, Ballot.Approval.of(0, 2)));
            urne.works(onDatabase(url, home, "backup", archive.toString()));
            voting.cast(voting.ballot(2, Ballot.Approval.of(1)));
            assertThat(voting.declared()).isPositive();
            urne.refused("is in use by a server", onDatabase(url, home, "move", "--to", "sqlite"));
        }
        urne.works("restore", archive.toString(), "--data", files.toString());
        assertThat(goesOn(new Voting(files, false), receipt)).isEqualTo(3);

        String other = TrialPostgres.database().orElseThrow();
        Path second = folder.resolve("second");
        urne.works(onDatabase(other, second, "restore", archive.toString()));
        assertThat(second.resolve("log.db")).doesNotExist();
        assertThat(second.resolve("staff-keys")).doesNotExist();
        assertThat(goesOn(on(other, second), receipt)).isEqualTo(3);
    }

    /** Number of ballots that the verifier has counted. */
    private long goesOn(Voting restored, String receipt) throws Exception {
        try (Voting voting = restored) {
            assertThat(voting.cast(voting.ballot(0, Ballot.Approval.of(0))).text())
                    .isEqualTo(receipt);
            voting.cast(voting.ballot(3, Ballot.Approval.of(0)));
            voting.declared();
            Report report = CommandTrial.audited(voting, folder);
            assertThat(report.findings()).isEmpty();
            return report.ballots();
        }
    }

    @Test
    void aNodeThatWasRefusedWhileAMoveWasUnfinishedIsNotInItsWay() throws Exception {
        Path other = folder.resolve("other-node");
        String receipt;
        try (Voting voting = new Voting(home, false).opened(4)) {
            receipt = voting.cast(voting.ballot(0, Ballot.Approval.of(0))).text();
            voting.cast(voting.ballot(1, Ballot.Approval.of(0)));
        }
        urne.works("log", "copy", "--from", home.toString(), "--to", url);
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            statement.execute("DELETE FROM urne_log.checkpoint WHERE size > 3"); // as if it had been killed before them
        }
        Files.createDirectories(other.resolve("keys"));
        Files.copy(home.resolve("origin"), other.resolve("origin"));
        for (String key : Objects.requireNonNull(home.resolve("keys").toFile().list())) {
            Files.copy(home.resolve("keys").resolve(key), other.resolve("keys").resolve(key));
        }

        urne.refused("run the same move, restore or log copy again", onDatabase(url, other, "serve", "--port", "0"));

        urne.works("move", "--data", home.toString(), "--to", url);
        assertThat(goesOn(on(url, home), receipt)).isEqualTo(3);
    }

    @Test
    void backInFilesItGoesOnAndNoNodeStartsOnTheDatabase() throws Exception {
        String receipt;
        try (Voting voting = on(url, home).opened(4)) {
            receipt = voting.cast(voting.ballot(0, Ballot.Approval.of(0))).text();
            voting.cast(voting.ballot(1, Ballot.Approval.of(0)));
        }

        urne.works(onDatabase(url, home, "move", "--to", "sqlite"));

        assertThat(home.resolve("store")).hasContent("sqlite");
        assertThat(home.resolve("staff-keys")).exists();
        assertThat(urne.told()).contains("in the schemas moved_urne_log, moved_urne_views, ");
        Path other = folder.resolve("other-node");
        Files.createDirectories(other);
        Files.writeString(other.resolve("store"), "postgresql");
        urne.refused("the log of the data folder", onDatabase(url, other, "serve", "--port", "0"));
        urne.told();
        urne.works(onDatabase(url, home, "move", "--to", "sqlite"));
        assertThat(urne.told()).contains("it had moved already");
        urne.run(onDatabase(url, home, "doctor"));
        assertThat(urne.told())
                .contains("is in the schemas moved_urne_answers, moved_urne_blobs, moved_urne_desk, moved_urne_log")
                .contains("was used with urne.store=sqlite")
                .doesNotContain("is not used");
        assertThat(goesOn(new Voting(home, false), receipt)).isEqualTo(3);
    }

    @Test
    void whatCannotBeMovedIsToldInOneSentence() throws Exception {
        try (Voting voting = new Voting(home, false)) {
            assertThat(voting.logSize()).isPositive();
        }
        String data = home.toString();
        urne.refused("there is nothing to move", "move", "--data", data, "--to", "sqlite");
        urne.refused("--to: a store is", "move", "--data", data, "--to", "elsewhere");
        urne.refused("EventStoreDB is not filled", "move", "--data", data, "--to", "esdb://127.0.0.1:1");
        urne.refused(
                "there is no installation in",
                "move",
                "--data",
                folder.resolve("x").toString(),
                "--to",
                url);
        urne.refused("cannot be reached at", "move", "--data", data, "--to", "jdbc:postgresql://127.0.0.1:1/urne");
        urne.refused(
                "does not have what is in the store jdbc:postgresql://",
                onDatabase(otherInstallation(), home, "move", "--to", "sqlite"));
        String nowhere = "esdb://127.0.0.1:1?tls=false&maxDiscoverAttempts=1&defaultDeadline=1000";
        urne.refused(
                "EventStoreDB",
                "log",
                "fsck",
                "--store",
                "eventstoredb",
                "--eventstoredb-connection",
                nowhere,
                "--data",
                data);
        assertThat(home.resolve("store")).hasContent("sqlite");
        assertThat(home.resolve("moved")).doesNotExist();
        new Voting(home, false).close();
    }

    private String otherInstallation() {
        String database = TrialPostgres.database().orElseThrow();
        on(database, folder.resolve("stranger")).close();
        return database;
    }
}
