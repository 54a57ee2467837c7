package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.cli.Main;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.TrialPostgres;
import eu.urne.engine.tally.Ballot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

/** What the command line does with the data of a server: checks, copies, backs up, restores. */
@Isolated("the command line reads the environment")
class RestoredServerTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int urne(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private static Report audited(Voting voting, Path to) throws Exception {
        Path archive = Files.write(to, voting.client.get("/api/evidence.zip").bytes());
        try (EvidenceSource evidence = EvidenceSource.open(archive.toString())) {
            return Verification.of(evidence).run();
        }
    }

    @Test
    void aVoteGoesOnFromTheBackupOfARunningServer() throws Exception {
        Path home = folder.resolve("home");
        Path second = folder.resolve("second");
        Path archive = folder.resolve("backup.zip");
        String receipt;
        try (Voting voting = new Voting(home, false).opened(3)) {
            receipt = voting.cast(voting.ballot(0, Ballot.Approval.of(0))).text();
            assertThat(urne("backup", "--data", home.toString(), archive.toString()))
                    .as("%s", err)
                    .isZero();
            assertThat(urne("log", "fsck", "--data", home.toString()))
                    .as("%s", out)
                    .isZero();
        }
        assertThat(urne("restore", archive.toString(), "--data", second.toString()))
                .as("%s", err)
                .isZero();
        assertThat(out.toString()).contains("all checked, root", "nothing newer was known");

        try (Voting voting = new Voting(second, false)) {
            assertThat(voting.cast(voting.ballot(0, Ballot.Approval.of(0))).text())
                    .as("the same ballot again")
                    .isEqualTo(receipt);
            voting.cast(voting.ballot(1, Ballot.Approval.of(0, 2)));
            voting.declared();
            Report report = audited(voting, folder.resolve("evidence.zip"));
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
            assertThat(urne("backup", "--data", home.toString(), archive.toString()))
                    .isZero();
            voting.opened(2);
            Files.write(known, voting.client.get("/log/checkpoint").bytes());
        }
        String[] behind = {"restore", archive.toString(), "--data", second.toString(), "--known", known.toString()};
        assertThat(urne(behind)).isEqualTo(2);
        assertThat(err.toString()).contains("must not go on from this backup").hasLineCount(1);
        assertThat(second).doesNotExist();

        assertThat(urne(
                        "restore",
                        archive.toString(),
                        "--data",
                        second.toString(),
                        "--known",
                        known.toString(),
                        "--new-origin",
                        "town.example/second"))
                .as("%s", err)
                .isZero();

        assertVerifiedAsTheNextOf(origin, second);
    }

    private void assertVerifiedAsTheNextOf(String old, Path home) throws Exception {
        try (Voting voting = new Voting(home, false).opened(2)) {
            voting.cast(voting.ballot(0, Ballot.Approval.of(0)));
            voting.declared();
            Report report = audited(voting, folder.resolve("evidence.zip"));
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
            assertThat(urne("log", "copy", "--from", home.toString(), "--to", url))
                    .as("%s", err)
                    .isZero();
            assertThat(urne("log", "copy", "--from", url, "--to", "sqlite:" + home))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("is in use").hasLineCount(1);
        }
        assertThat(urne("log", "copy", "--from", url, "--to", "sqlite:" + copy)).isZero();
        assertThat(urne("log", "fsck", "--store", "postgresql", "--postgresql-url", url, "--data", home.toString()))
                .as("%s", out)
                .isZero();
        assertThat(urne("log", "fsck", "--data", copy.toString())).as("%s", out).isZero();
        assertThat(out.toString()).contains("in both", "no findings");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence() {
        String nowhere = folder.resolve("nowhere").toString();
        assertThat(urne("log", "fsck", "--data", nowhere)).isEqualTo(2);
        assertThat(urne("backup", "--data", nowhere, folder.resolve("b").toString()))
                .isEqualTo(2);
        assertThat(urne("restore", nowhere, "--data", folder.resolve("x").toString()))
                .isEqualTo(2);
        assertThat(urne(
                        "log",
                        "copy",
                        "--from",
                        nowhere,
                        "--to",
                        folder.resolve("y").toString()))
                .isEqualTo(2);
        assertThat(urne("log", "copy", "--from", "jdbc:postgresql://h/d?password=x", "--to", nowhere))
                .isEqualTo(2);
        assertThat(urne("log", "copy", "--from", "esdb://h:2113", "--to", nowhere))
                .isEqualTo(2);
        assertThat(urne("log", "copy", "--from", nowhere, "--to", "postgresql://h/d"))
                .isEqualTo(2);
        assertThat(err.toString())
                .hasLineCount(7)
                .contains("a password on a command line", "a store is named sqlite:FOLDER", "not postgresql://h/d");
        assertThat(folder).isEmptyDirectory();
    }
}
