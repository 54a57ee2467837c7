package eu.urne.engine.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Signer;
import eu.urne.engine.moving.Finding.Kind;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.TestLogs;
import eu.urne.engine.store.TrialPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that somebody could change in a store is found. */
class LogCheckTest {

    private static final int STREAMS = 120;

    private static Path filled;

    @TempDir
    Path folder;

    private Path file;
    private LogTables tables;

    @BeforeAll
    static void fill(@TempDir Path shared) {
        filled = shared.resolve("filled.db");
        try (SequencedLog log = TrialLog.open(new StoreSettings.Sqlite(), filled)) {
            TrialLog.fill(log, "a", STREAMS);
        }
    }

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("log.db");
        Files.copy(filled, file);
        tables = new LogTables.File(file);
    }

    private LogCheck.Report check() {
        return LogCheck.check(tables, TrialLog.ESTABLISHES, Steps.NONE);
    }

    private void tamper(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aWholeLogIsSound() {
        LogCheck.Report report = check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.isSound()).isTrue();
        LogCheck.End end = Objects.requireNonNull(report.ends().get(LogName.PUBLIC));
        assertThat(end.key()).isEqualTo(signer(LogName.PUBLIC).verifierKey());
        assertThat(end.size()).isEqualTo(1 + 3 * STREAMS * 4 / 5);
    }

    private static Signer signer(LogName log) {
        return Objects.requireNonNull(TestLogs.SIGNERS.get(log));
    }

    static Stream<Arguments> changesOfEntries() {
        return Stream.of(
                Arguments.of("DELETE FROM entry WHERE position = 40", Kind.ENTRY, "where 40 is due"),
                Arguments.of(
                        "UPDATE entry SET position = 100000 WHERE position = 40",
                        Kind.ENTRY,
                        "stands at position 100000"),
                Arguments.of(
                        "UPDATE entry SET idx = 9000 WHERE log = 0 AND idx = 20",
                        Kind.ENTRY,
                        "entry 9000 of the public log stands where index 20 is due"),
                Arguments.of(
                        "UPDATE entry SET seq = 7 WHERE log = 0 AND idx = 20",
                        Kind.ENTRY,
                        "entry 20 of the public log stands under the number 7"),
                Arguments.of(
                        "UPDATE entry SET stream = 'thing/other' WHERE log = 0 AND idx = 20",
                        Kind.ENTRY,
                        "entry 20 of the public log stands under the stream"),
                Arguments.of(
                        "UPDATE entry SET id = x'00' WHERE log = 0 AND idx = 20",
                        Kind.ENTRY,
                        "entry 20 of the public log stands under another id"),
                Arguments.of(
                        "UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), ',\"by\":', ', \"by\":') AS BLOB)"
                                + " WHERE log = 0 AND idx = 20",
                        Kind.ENTRY,
                        "entry 20 of the public log is not canonical JSON"),
                Arguments.of(
                        "UPDATE entry SET bytes = x'7b' WHERE log = 0 AND idx = 20",
                        Kind.ENTRY,
                        "entry 20 of the public log has bytes that are no entry"));
    }

    static Stream<Arguments> changesOfCheckpoints() {
        return Stream.of(
                Arguments.of(
                        "DELETE FROM checkpoint WHERE log = 0 AND size > 285",
                        Kind.CHECKPOINT,
                        "the last checkpoint of the public log covers"),
                Arguments.of(
                        "UPDATE checkpoint SET size = 5 WHERE log = 0 AND size = 1",
                        Kind.CHECKPOINT,
                        "is one of 1 by its note"),
                Arguments.of(
                        "UPDATE checkpoint SET note = replace(note, '—', '-') WHERE log = 0",
                        Kind.CHECKPOINT,
                        "is not valid"));
    }

    static Stream<Arguments> changesOfWhatFollows() {
        return Stream.of(
                Arguments.of("DELETE FROM tile", Kind.TILE, "tile 0/0 of the public log is missing"),
                Arguments.of(
                        "UPDATE tile SET bytes = zeroblob(8192)",
                        Kind.TILE,
                        "tile 0/0 of the public log has other hashes"),
                Arguments.of(
                        "INSERT INTO tile SELECT log, level, 77, bytes FROM tile",
                        Kind.TILE,
                        "tile 0/77 of the public log is of entries that are not there"),
                Arguments.of(
                        "DELETE FROM claim WHERE claim = (SELECT min(claim) FROM claim)",
                        Kind.CLAIM,
                        "is missing, which entry"),
                Arguments.of(
                        "INSERT INTO claim VALUES (x'00112233445566778899aabbccddeeff')",
                        Kind.CLAIM,
                        "the claim 00112233445566778899aabbccddeeff is there"),
                Arguments.of(
                        "INSERT INTO snapshot VALUES ('thing/none', 0, x'00')",
                        Kind.SNAPSHOT,
                        "the snapshot of the stream thing/none"),
                Arguments.of(
                        "INSERT INTO snapshot VALUES ('thing/a1', 3, x'00')",
                        Kind.SNAPSHOT,
                        "the snapshot of the stream thing/a1 is of its event 3"));
    }

    @ParameterizedTest
    @MethodSource({"changesOfEntries", "changesOfCheckpoints", "changesOfWhatFollows"})
    void oneChangeIsFoundAndNamed(String sql, Kind kind, String words) throws Exception {
        tamper(sql);

        LogCheck.Report report = check();

        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.sentence()).contains(words);
        });
        assertThat(report.canBeRebuilt()).isEqualTo(kind.canBeRebuilt());
    }

    @Test
    void anEntryThatSomebodyElseHasSignedIsFound() throws Exception {
        tamper("UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"n\":', '\"n\":1') AS BLOB)"
                + " WHERE log = 0 AND idx = 20");

        assertThat(check().findings())
                .extracting(Finding::sentence)
                .contains("entry 20 of the public log has a signature that is wrong")
                .anyMatch(sentence -> sentence.contains("was signed over other entries"));
    }

    @Test
    void aCheckpointThatWasSignedOverMoreThanThereIsIsFound() throws Exception {
        String note = new Checkpoint(signer(LogName.PUBLIC).verifierKey().origin(), 5_000, new byte[32])
                .sign(signer(LogName.PUBLIC));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement add = connection.prepareStatement("INSERT INTO checkpoint VALUES (0, 5000, ?)")) {
            add.setString(1, note);
            add.executeUpdate();
        }

        assertThat(check().findings())
                .extracting(Finding::sentence)
                .contains("a checkpoint of 5000 entries was signed, the public log has 289");
    }

    @Test
    void aDamagedFileIsFoundBySqlite() throws Exception {
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
            damaged.seek(damaged.length() - 4_096L * 3);
            damaged.write(new byte[4_096]);
        }

        assertThat(damage()).isNotEmpty();
    }

    private List<String> damage() {
        try {
            return check().findings().stream().map(Finding::sentence).toList();
        } catch (StoreException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void whatFollowsFromTheEntriesIsMadeAnew() throws Exception {
        byte[] before = content();
        tamper("DELETE FROM tile", "DELETE FROM claim WHERE claim > x'80'", "INSERT INTO claim VALUES (x'0011')");
        assertThat(check().canBeRebuilt()).isTrue();

        LogRepair.rebuild(tables, TrialLog.ESTABLISHES, Steps.NONE);

        assertThat(check().findings()).isEmpty();
        assertThat(content()).isEqualTo(before);
    }

    private byte[] content() throws Exception {
        StringBuilder all = new StringBuilder();
        try (StoredLog log = SqlStoredLog.open(tables)) {
            log.claims(new byte[0], 10_000)
                    .forEach(claim -> all.append(HexFormat.of().formatHex(claim)));
            all.append(HexFormat.of().formatHex(log.tile(LogName.PUBLIC, 0, 0).orElseThrow()));
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void checkingChangesNothingAndWorksBesideTheWriter() throws Exception {
        try (SequencedLog log = TrialLog.open(new StoreSettings.Sqlite(), file)) {
            TrialLog.fill(log, "b", 10);
            byte[] before = Files.readAllBytes(file);

            assertThat(check().isSound()).isTrue();

            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            TrialLog.fill(log, "c", 10);
        }
        assertThat(check().isSound()).isTrue();
    }

    @Test
    void whereThereIsNoLogThatIsSaid() {
        LogTables none = new LogTables.File(folder.resolve("none.db"));

        assertThatThrownBy(() -> LogCheck.check(none, TrialLog.ESTABLISHES, Steps.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is no file");
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    @Test
    void aPostgresqlLogIsCheckedWithItsHead() throws Exception {
        String url = TrialPostgres.database().orElse("");
        Assumptions.assumeFalse(url.isEmpty(), "there is no PostgreSQL to test with");
        StoreSettings.Postgresql store = new StoreSettings.Postgresql(url, "", "");
        tables = new LogTables.Shared(store);
        try (SequencedLog log = TrialLog.open(store, file)) {
            TrialLog.fill(log, "a", STREAMS);
            assertThat(check().findings()).isEmpty();
        }
        try (Connection connection = store.source("urne_log").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE head SET position = position - 1");
            statement.execute("DELETE FROM tile");
        }
        assertThat(check().findings()).extracting(Finding::kind).contains(Kind.HEAD, Kind.TILE);

        LogRepair.rebuild(tables, TrialLog.ESTABLISHES, Steps.NONE);

        assertThat(check().findings()).isEmpty();
        try (SequencedLog log = TrialLog.open(store, file)) {
            TrialLog.fill(log, "b", 3);
        }
        assertThat(check().findings()).isEmpty();
    }
}
