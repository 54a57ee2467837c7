package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.Report;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.TrialPostgres;
import eu.urne.engine.tally.Ballot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What the command line does with the data of a server: checks, copies, backs up, restores. */
@Isolated("the command line reads the environment")
class RestoredServerTest {

    @TempDir
    Path folder;

    private final CommandTrial urne = new CommandTrial();

    @Test
    void aVoteGoesOnFromTheBackupOfARunningServer() throws Exception {
        Path home = folder.resolve("home");
        Path second = folder.resolve("second");
        Path archive = folder.resolve("backup.zip");
        String receipt;
        try (Voting voting = new Voting(home, false).opened(3)) {
            receipt = voting.cast(voting.ballot(0, Ballot.Approval.of(0))).text();
            urne.works("backup", "--data", home.toString(), archive.toString());
            urne.works("log", "fsck", "--data", home.toString());
        }
        urne.works("restore", archive.toString(), "--data", second.toString());
        assertThat(urne.told()).contains("all checked, root", "nothing newer was known");

        try (Voting voting = new Voting(second, false)) {
            assertThat(voting.cast(voting.ballot(0, Ballot.Approval.of(0))).text())
                    .as("the same ballot again")
                    .isEqualTo(receipt);
            voting.cast(voting.ballot(1, Ballot.Approval.of(0, 2)));
            voting.declared();
            Report report = CommandTrial.audited(voting, folder);
            assertThat(report.findings()).isEmpty();
            assertThat(report.ballots()).isEqualTo(2);
        }
    }

    @Test
    void aServerOfANewLogIsVerifiedWithTheOldOneNamed() throws Exception {
        Path home = folder.resolve("home");
        Path second = folder.resolve("second");
        Path archive = folder.resolve("backup.zip");
        Path known = folder.resolve("known");
        String origin;
        try (Voting voting = new Voting(home, false)) {
            origin = voting.server
                    .engine()
                    .log()
                    .verifierKey(LogName.PUBLIC)
                    .origin()
                    .name();
            urne.works("backup", "--data", home.toString(), archive.toString());
            voting.opened(2);
            Files.write(known, voting.client.get("/log/checkpoint").bytes());
        }
        String[] behind = {"restore", archive.toString(), "--data", second.toString(), "--known", known.toString()};
        urne.refused("must not go on from this backup", behind);
        assertThat(second).doesNotExist();

        urne.works(
                "restore",
                archive.toString(),
                "--data",
                second.toString(),
                "--known",
                known.toString(),
                "--new-origin",
                "town.example/second");

        assertVerifiedAsTheNextOf(origin, second);
    }

    private void assertVerifiedAsTheNextOf(String old, Path home) throws Exception {
        try (Voting voting = new Voting(home, false).opened(2)) {
            voting.cast(voting.ballot(0, Ballot.Approval.of(0)));
            voting.declared();
            Report report = CommandTrial.audited(voting, folder);
            assertThat(report.findings()).isEmpty();
            assertThat(report.origin()).isEqualTo("town.example/second");
            assertThat(report.replaces()).isEqualTo(old);
        }
    }

    @Test
    void aLogIsCopiedByTheCommandLineAndAUsedFolderIsRefused() {
        Path home = folder.resolve("home");
        Path copy = folder.resolve("copy");
        Optional<String> database = TrialPostgres.database();
        Assumptions.assumeTrue(database.isPresent(), "there is no PostgreSQL to test with");
        String url = database.get();
        try (Voting voting = new Voting(home, false).opened(2)) {
            assertThat(voting.logSize()).isPositive();
            urne.works("log", "copy", "--from", home.toString(), "--to", url);
            urne.refused("is in use", "log", "copy", "--from", url, "--to", "sqlite:" + home);
        }
        urne.works("log", "copy", "--from", url, "--to", "sqlite:" + copy);
        urne.works("log", "fsck", "--store", "postgresql", "--postgresql-url", url, "--data", home.toString());
        urne.works("log", "fsck", "--data", copy.toString());
        assertThat(urne.told()).contains("in both", "no findings");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence() {
        String nowhere = folder.resolve("nowhere").toString();
        urne.refused("nowhere", "log", "fsck", "--data", nowhere);
        urne.refused("nowhere", "backup", "--data", nowhere, folder.resolve("b").toString());
        urne.refused(
                "nowhere", "restore", nowhere, "--data", folder.resolve("x").toString());
        urne.refused(
                "nowhere",
                "log",
                "copy",
                "--from",
                nowhere,
                "--to",
                folder.resolve("y").toString());
        urne.refused(
                "a password on a command line",
                "log",
                "copy",
                "--from",
                "jdbc:postgresql://h/d?password=x",
                "--to",
                nowhere);
        urne.refused("EventStoreDB", "log", "copy", "--from", "esdb://h:2113", "--to", nowhere);
        urne.refused(
                "a store is named sqlite:FOLDER",
                "log",
                "copy",
                "--from",
                nowhere,
                "--to",
                "postgresql://u:secret@h/d");
        assertThat(folder).isEmptyDirectory();
    }
}
