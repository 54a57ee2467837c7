package eu.urne.engine.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Proofs;
import eu.urne.engine.log.Receipt;
import eu.urne.engine.log.Signer;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.TrialPostgres;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log goes from store to store and stays the same in every byte. */
class LogCopyTest {

    private static final StoreSettings SQLITE = new StoreSettings.Sqlite();

    @TempDir
    static Path shared;

    private static Path filled;

    @TempDir
    Path folder;

    @BeforeAll
    static void fill() {
        filled = shared.resolve("filled.db");
        try (SequencedLog log = TrialLog.open(SQLITE, filled)) {
            TrialLog.fill(log, "a", 1_600);
        }
    }

    private static StoreSettings.Postgresql postgresql() {
        String url = TrialPostgres.database().orElse("");
        assumeFalse(url.isEmpty(), "there is no PostgreSQL to test with");
        return new StoreSettings.Postgresql(url, "", "");
    }

    private static LogTables file(Path file) {
        return new LogTables.File(file);
    }

    private static LogCopy.Report copy(LogTables from, LogTables to) {
        return LogCopy.copy(from, to, TrialLog.ESTABLISHES, Steps.NONE);
    }

    /** Everything that a store has, but for snapshots. */
    private static List<Object> content(LogTables tables) {
        List<Object> all = new ArrayList<>();
        try (StoredLog log = SqlStoredLog.open(tables)) {
            all.addAll(log.entries(0, 1_000_000));
            for (LogName name : LogName.values()) {
                all.addAll(log.checkpoints(name, 0, 1_000_000));
                for (int level = 0; level <= log.topLevel(name); level++) {
                    for (long tile : log.tiles(name, level, 0, 1_000_000)) {
                        all.add(HexFormat.of()
                                .formatHex(log.tile(name, level, tile).orElseThrow()));
                    }
                }
            }
            log.claims(new byte[0], 1_000_000)
                    .forEach(claim -> all.add(HexFormat.of().formatHex(claim)));
        }
        return all;
    }

    @Test
    void toPostgresqlAndBackItIsTheSameAndGoesOn() {
        StoreSettings.Postgresql store = postgresql();
        LogTables there = new LogTables.Shared(store);
        Path back = folder.resolve("back.db");
        Receipt old;
        try (SequencedLog log = TrialLog.open(SQLITE, filled)) {
            old = log.receipt(LogName.PUBLIC, 700);
        }

        LogCopy.Report report = copy(file(filled), there);
        copy(there, file(back));

        assertThat(report.copied()).isEqualTo(4_802);
        assertThat(report.differing()).isEmpty();
        assertThat(content(there)).isEqualTo(content(file(filled)));
        assertThat(content(file(back))).isEqualTo(content(file(filled)));
        for (StoreSettings next : List.of(store, SQLITE)) {
            try (SequencedLog log = TrialLog.open(next, back)) {
                assertThat(log.root(LogName.PUBLIC, end(report).size()))
                        .isEqualTo(end(report).root());
                TrialLog.fill(log, "later", 5);
                assertStillProven(old, log);
            }
        }
    }

    private static LogCopy.End end(LogCopy.Report report) {
        return Objects.requireNonNull(report.ends().get(LogName.PUBLIC));
    }

    /** The receipt from before the move is of a tree that the log goes on from. */
    private static void assertStillProven(Receipt old, SequencedLog log) {
        Checkpoint then = Checkpoint.verify(old.checkpoint(), log.verifierKey(LogName.PUBLIC));
        byte[] leaf = TreeHash.leaf(
                log.reader().range(LogName.PUBLIC, old.index(), 1).getFirst().sealed());
        assertThat(Proofs.verifyInclusion(old.index(), then.size(), leaf, old.proof(), then.root()))
                .isTrue();
        SizedNote now = log.checkpoint(LogName.PUBLIC);
        assertThat(Proofs.verifyConsistency(
                        then.size(),
                        now.size(),
                        log.consistencyProof(LogName.PUBLIC, then.size(), now.size()),
                        then.root(),
                        log.root(LogName.PUBLIC, now.size())))
                .isTrue();
    }

    @Test
    void aCopyThatIsKilledAgainAndAgainIsWholeInTheEnd() throws Exception {
        String target = postgresql().url();
        assertWholeAfterKills(target, new LogTables.Shared(new StoreSettings.Postgresql(target, "", "")));
        Path file = folder.resolve("copy.db");
        assertWholeAfterKills(file.toString(), file(file));
    }

    private static void assertWholeAfterKills(String target, LogTables tables) throws Exception {
        for (int killedAt = 1; !isDoneBeforeStep(killedAt, target); killedAt++) {
            assertThat(killedAt).isLessThan(10);
        }
        assertThat(content(tables)).isEqualTo(content(file(filled)));
        assertThat(copy(file(filled), tables).copied()).isZero();
    }

    /** Kills the process once it has told of that many steps. */
    private static boolean isDoneBeforeStep(int killedAt, String target) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CopyInProcess.class.getName(),
                        filled.toString(),
                        target)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (int step = 0; step < killedAt; step++) {
                String line = out.readLine();
                if (line == null) {
                    assertThat(process.waitFor()).isZero();
                    return true;
                }
                assertThat(line).matches("[0-9]+");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return false;
    }

    @Test
    void noServerStartsOnACopyThatIsNotWhole() {
        Path target = folder.resolve("half.db");
        assertThatThrownBy(() -> LogCopy.copy(file(filled), file(target), TrialLog.ESTABLISHES, endingAfter(2_000)))
                .hasMessage("enough");

        assertThatThrownBy(() -> TrialLog.open(SQLITE, target))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is missing");

        copy(file(filled), file(target));
        TrialLog.open(SQLITE, target).close();
    }

    private static Steps endingAfter(long entries) {
        return new Steps() {
            private long passed;

            @Override
            public void begin(String what, long total) {}

            @Override
            public void step(long done) {
                passed += done;
                if (passed >= entries) {
                    throw new IllegalStateException("enough");
                }
            }
        };
    }

    @Test
    void whatWasAppendedMeanwhileIsCopiedBehindTheRest() {
        Path source = folder.resolve("source.db");
        Path target = folder.resolve("target.db");
        try (SequencedLog log = TrialLog.open(SQLITE, source)) {
            TrialLog.fill(log, "a", 50);
            copy(file(source), file(target));
            TrialLog.fill(log, "b", 50);

            assertThat(copy(file(source), file(target)).copied()).isEqualTo(150);
        }
        assertThat(content(file(target))).isEqualTo(content(file(source)));
    }

    @Test
    void aTargetWithAnotherLogIsRefusedAndStaysAsItIs() {
        Path target = folder.resolve("other.db");
        Map<LogName, Signer> others = Map.of(
                LogName.PUBLIC, new Signer(new Origin("other.example"), new byte[32]),
                LogName.REGISTER, new Signer(new Origin("other.example/register"), new byte[32]));
        SequencedLog.open(target, others, 0).close();
        List<Object> before = content(file(target));

        assertThatThrownBy(() -> copy(file(filled), file(target)))
                .isInstanceOf(StoreException.class)
                .hasMessage("the target has a log of its own or a later one: its entry 0 of the public log is not that"
                        + " of the source; nothing was written");
        assertThat(content(file(target))).isEqualTo(before);
    }

    @Test
    void aTargetThatIsAheadIsRefused() {
        Path target = folder.resolve("ahead.db");
        copy(file(filled), file(target));
        try (SequencedLog log = TrialLog.open(SQLITE, target)) {
            TrialLog.fill(log, "ahead", 1);
        }

        assertThatThrownBy(() -> copy(file(filled), file(target))).hasMessageContaining("or a later one");
    }

    @Test
    void aSourceWhoseEntriesWereChangedIsNotCopiedToTheEnd() throws Exception {
        Path source = folder.resolve("changed.db");
        copy(file(filled), file(source));
        change(source, "DELETE FROM entry WHERE position = (SELECT max(position) FROM entry)");

        assertThatThrownBy(() -> copy(file(source), file(folder.resolve("target.db"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("./urne log fsck");
    }

    @Test
    void claimsAreThoseThatTheEntriesMakeWhateverTheSourceHas() throws Exception {
        Path source = folder.resolve("changed.db");
        Path target = folder.resolve("target.db");
        copy(file(filled), file(source));
        change(source, "DELETE FROM claim WHERE claim = (SELECT min(claim) FROM claim)");

        assertThat(copy(file(source), file(target)).differing()).hasSize(1);

        assertThat(content(file(target))).isEqualTo(content(file(filled)));
    }

    private static void change(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aDatabaseThatANodeUsesIsKnownToBeInUse() throws Exception {
        StoreSettings.Postgresql store = postgresql();
        LogTables.Shared tables = new LogTables.Shared(store);
        try (SequencedLog log = TrialLog.open(store, folder.resolve("none"))) {
            assertThat(log.checkpoint(LogName.PUBLIC).size()).isEqualTo(1);
            assertThat(tables.isInUse()).isTrue();
        }
        assertThat(tables.isInUse()).isFalse();
    }
}
