package eu.urne.engine.moving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.Refusal;
import eu.urne.engine.StoreMark;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.store.AppendResult;
import eu.urne.engine.store.Beside;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition;
import eu.urne.engine.store.Guard;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoreSettings.EventStoreDb;
import eu.urne.engine.store.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log in EventStoreDB is checked, copied, backed up and moved away by what its order gives. */
@Timeout(240)
class EventStoreMovingTest {

    private static final byte[] SALT = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final String REFUSED = "thing/refused";
    private static final Refusal NO = new Refusal(Refusal.Reason.WRONG_STATE, "no");
    private static final StoreSettings SQLITE = new StoreSettings.Sqlite();
    private static final Parts PARTS =
            new Parts(TrialLog.ESTABLISHES, EventStoreMovingTest::terms, List.of(BlobStore.TABLES), (at, stores) -> {});

    @TempDir
    Path folder;

    private final String origin = "test.example/" + UUID.randomUUID();
    private final EventStoreDb server = new EventStoreDb(TestServer.connection(), Optional.empty());

    private static Guard.Terms terms(byte[] sealed) {
        Entry entry = EntryCodec.read(sealed);
        List<Condition> conditions =
                REFUSED.equals(entry.stream()) ? List.of(new Condition.Made(Claim.of("never made"), NO)) : List.of();
        return new Guard.Terms(conditions, TrialLog.ESTABLISHES.claims(entry));
    }

    private static SequencedLog log(DataDirectory data) {
        return SequencedLog.open(data.stores(), data.file("log.db"), data.signers(), 0, EventStoreMovingTest::terms);
    }

    /** Appends by two nodes; the folder of the first one, and its last checkpoint. */
    private SizedNote filled(Path home) throws Exception {
        Path second = folder.resolve("second");
        try (DataDirectory one = DataDirectory.open(home, origin, server);
                SequencedLog first = log(one)) {
            one.markUsed();
            Files.createDirectories(second.resolve("keys"));
            for (String name : List.of("origin", "keys/public.key", "keys/register.key")) {
                Files.copy(home.resolve(name), second.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
            try (DataDirectory two = DataDirectory.open(second, origin, server);
                    SequencedLog other = log(two);
                    BlobStore blobs = BlobStore.open(one)) {
                blobs.put("text/plain", "a".getBytes(UTF_8), SALT);
                TrialLog.fill(first, "a", 60);
                TrialLog.fill(other, "b", 60);
                assertThat(other.append(List.of(TrialLog.entry(other, REFUSED, 0, "refused", 0))))
                        .isEqualTo(new AppendResult.Refused(NO)); // it stays on the server, and is not in the log
                TrialLog.fill(first, "c", 10);
            }
            return first.checkpoint(LogName.PUBLIC);
        }
    }

    private SourceLog source(Path home) {
        return SourceLog.open(server, Optional.of(home), EventStoreMovingTest::terms);
    }

    private static List<Object> content(LogTables tables) {
        List<Object> all = new ArrayList<>();
        try (StoredLog log = SqlStoredLog.open(tables)) {
            all.addAll(log.entries(0, 100_000));
            for (LogName name : LogName.values()) {
                all.addAll(log.checkpoints(name, 0, 100_000));
            }
        }
        return all;
    }

    private LogCheck.Report checked(Path home) {
        try (SourceLog log = source(home)) {
            return ReplicaCheck.compared(
                    new NodeFolder(home).compared(LogCheck.check(log.tables(), TrialLog.ESTABLISHES, Steps.NONE)),
                    home.resolve("replica.db"),
                    log.tables());
        }
    }

    @Test
    void whatIsDerivedIsWhatEveryNodeHasAndGoesToAnyStore() throws Exception {
        Path home = folder.resolve("home");
        SizedNote last = filled(home);
        LogTables database = new LogTables.Shared(Beside.emptyDatabase());

        try (SourceLog log = source(home)) {
            assertThat(content(log.tables())).isEqualTo(content(new LogTables.File(home.resolve("replica.db"))));
            LogCopy.Report report = LogCopy.copy(log.tables(), database, TrialLog.ESTABLISHES, Steps.NONE);
            assertThat(report.differing()).isEmpty();
            assertThat(content(database)).isEqualTo(content(log.tables())).contains(last);
        }
    }

    @Test
    void aSoundLogHasNoFindingsAndADamagedReplicaIsFound() throws Exception {
        Path home = folder.resolve("home");
        filled(home);
        assertThat(checked(home).findings()).isEmpty();

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("replica.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE entry SET bytes = X'00' WHERE position = 50");
        }

        assertThat(checked(home).findings()).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .startsWith("the replica " + home.resolve("replica.db") + " has not what the server has"));
    }

    @Test
    void anInstallationIsBackedUpWhileItsNodesRunAndRestoredToFiles() throws Exception {
        Path home = folder.resolve("home");
        SizedNote last = filled(home);
        Path archive = folder.resolve("backup.zip");
        Path restored = folder.resolve("restored");
        try (DataDirectory data = DataDirectory.open(home, "", server);
                SequencedLog running = log(data)) {
            assertThat(running.checkpoint(LogName.PUBLIC)).isEqualTo(last);
            Backup.write(server, home, archive, PARTS, true, "test", 1_000, Steps.NONE);
            TrialLog.fill(running, "after", 1);
        }

        Restore.restore(archive, SQLITE, restored, PARTS, List.of(), Optional.empty(), 2_000, Steps.NONE);

        try (DataDirectory data = DataDirectory.open(restored, "");
                SequencedLog log = log(data);
                BlobStore blobs = BlobStore.open(data)) {
            assertThat(log.checkpoint(LogName.PUBLIC)).isEqualTo(last);
            assertThat(blobs.put("text/plain", "a".getBytes(UTF_8), SALT)).isNotNull();
            TrialLog.fill(log, "later", 3);
        }
        assertThatThrownBy(() -> Restore.restore(
                        archive, server, folder.resolve("no"), PARTS, List.of(), Optional.empty(), 2_000, Steps.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("EventStoreDB is not filled from another store");
    }

    @Test
    void itMovesAwayWithItsFilesAndDoesNotComeBack() throws Exception {
        Path home = folder.resolve("home");
        SizedNote last = filled(home);
        StoreSettings database = Beside.emptyDatabase();

        Move.Report report = Move.run(home, server, database, PARTS, Steps.NONE);

        assertThat(report.rows()).isEqualTo(1);
        assertThat(new StoreMark(home, database).isThisOne()).isTrue();
        assertThat(home.resolve("replica.db")).doesNotExist();
        assertThat(home.resolve("moved")).isDirectoryContaining("glob:**/blobs.db");
        try (DataDirectory data = DataDirectory.open(home, "", database);
                SequencedLog log = log(data)) {
            assertThat(log.checkpoint(LogName.PUBLIC)).isEqualTo(last);
            TrialLog.fill(log, "later", 3);
        }
        assertThatThrownBy(() -> Move.run(home, database, server, PARTS, Steps.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("EventStoreDB is not filled from another store");
    }

    @Test
    void aMoveToFilesThatWasGivenUpDoesNotKeepTheNodeFromItsServer() throws Exception {
        Path home = folder.resolve("home");
        SizedNote last = filled(home);

        assertThatThrownBy(() -> Move.run(home, server, SQLITE, PARTS, new Steps() {
                    @Override
                    public void begin(String what, long total) {
                        if (what.equals("switching")) {
                            throw new IllegalStateException("killed");
                        }
                    }

                    @Override
                    public void step(long done) {}
                }))
                .hasMessage("killed");

        assertThat(home.resolve("log.db")).exists();
        try (DataDirectory data = DataDirectory.open(home, "", server);
                SequencedLog log = log(data)) {
            assertThat(log.checkpoint(LogName.PUBLIC)).isEqualTo(last);
            TrialLog.fill(log, "later", 3);
        }
        assertThat(Move.run(home, server, SQLITE, PARTS, Steps.NONE).log()).isPresent();
        try (DataDirectory data = DataDirectory.open(home, "");
                SequencedLog log = log(data)) {
            assertThat(log.checkpoint(LogName.PUBLIC).size()).isGreaterThan(last.size());
        }
    }

    @Test
    void tablesInOneDatabaseDoNotGoToAnother() {
        Path home = folder.resolve("home");
        EventStoreDb beside = new EventStoreDb(TestServer.connection(), Optional.of(Beside.emptyDatabase()));
        DataDirectory.open(home, origin, beside).close();

        assertThatThrownBy(() -> Move.run(home, beside, Beside.emptyDatabase(), PARTS, Steps.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the tables beside the log are in jdbc:postgresql://");
    }

    @Test
    void whatIsNotThereIsToldInOneSentence() {
        Path home = folder.resolve("home");
        try (DataDirectory data = DataDirectory.open(home, origin, server)) {
            assertThat(data.signers()).hasSize(2);
        }

        assertThatThrownBy(() -> source(home)).hasMessage("EventStoreDB has no log of " + origin);
        assertThatThrownBy(() -> source(folder.resolve("nowhere")))
                .hasMessageContaining("name it by a file of settings");
    }
}
