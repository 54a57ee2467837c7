package eu.urne.engine.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import eu.urne.engine.store.Guard;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup has what was acknowledged before it began, and is put back only where the log may go on. */
class BackupTest {

    private static final StoreSettings SQLITE = new StoreSettings.Sqlite();
    private static final Parts PARTS = new Parts(
            TrialLog.ESTABLISHES, bytes -> Guard.Terms.NONE, List.of(BlobStore.TABLES), (folder, stores) -> {});

    @TempDir
    Path folder;

    private Path home;
    private Path archive;
    private Path restored;
    private DataDirectory data;
    private SequencedLog log;

    @BeforeEach
    void open() {
        home = folder.resolve("home");
        archive = folder.resolve("backup.zip");
        restored = folder.resolve("restored");
        start();
    }

    private void start() {
        data = DataDirectory.open(home, "town.example/log");
        log = SequencedLog.open(data.file("log.db"), data.signers(), 0);
    }

    @AfterEach
    void close() {
        log.close();
        data.close();
    }

    private Manifest backup() {
        return backup(archive, true);
    }

    private Manifest backup(Path to, boolean withVaultKey) {
        return Backup.write(SQLITE, home, to, PARTS, withVaultKey, "test", 1_000, Steps.NONE);
    }

    private Restore.Report restore(KnownCheckpoint... known) {
        return restore(Optional.empty(), known);
    }

    private Restore.Report restore(Optional<Origin> newOrigin, KnownCheckpoint... known) {
        return Restore.restore(archive, SQLITE, restored, PARTS, List.of(known), newOrigin, 2_000, Steps.NONE);
    }

    private KnownCheckpoint latest() {
        return new KnownCheckpoint("a mirror", log.checkpoint(LogName.PUBLIC).note());
    }

    private List<String> names(Path of) throws Exception {
        try (Stream<Path> all = Files.walk(of)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> of.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aBackupUnderLoadHasAllThatWasAcknowledgedAndAllThatItsLogNames() throws Exception {
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        int before;
        try (BlobStore blobs = BlobStore.open(data)) {
            Thread writer = Thread.ofPlatform().start(() -> {
                while (!enough.get()) {
                    int n = acknowledged.get();
                    BlobHash hash = blobs.put("text/plain", text(n), new byte[32]);
                    TrialLog.append(log, List.of(TrialLog.entry(log, "thing/" + hash, 0, "n:" + n, 0)));
                    acknowledged.incrementAndGet();
                }
            });
            while (acknowledged.get() < 300) {
                Thread.onSpinWait();
            }
            before = acknowledged.get();
            backup();
            enough.set(true);
            writer.join();
        }
        restore();

        try (DataDirectory again = DataDirectory.open(restored, "");
                BlobStore blobs = BlobStore.open(again);
                SequencedLog restoredLog = SequencedLog.open(again.file("log.db"), again.signers(), 0)) {
            List<StoredEntry> entries = restoredLog.reader().range(LogName.PUBLIC, 1, 1_000_000);
            assertThat(entries).hasSizeBetween(before, acknowledged.get());
            for (int i = 0; i < entries.size(); i++) {
                assertThat(EntryCodec.read(entries.get(i).sealed()).cause()).isEqualTo("n:" + i);
                assertThat(blobs.find(BlobHash.of(new byte[32], text(i)))).isPresent();
            }
            TrialLog.fill(restoredLog, "later", 3);
        }
    }

    private static byte[] text(int n) {
        return ("idea " + n).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void itsOwnerOnlyReadsItAndNothingElseIsLeft() throws Exception {
        Files.writeString(home.resolve("quiz.yaml"), "quiz");
        Files.writeString(home.resolve("views.db"), "views");

        Manifest manifest = backup();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
        assertThat(manifest.files())
                .extracting(Manifest.KeptFile::name)
                .containsExactly("keys/public.key", "keys/register.key", "log.db", "origin", "quiz.yaml");
        assertThat(manifest.origin()).isEqualTo("town.example/log");
        assertThat(manifest.checkpoints().get("public"))
                .isEqualTo(log.checkpoint(LogName.PUBLIC).note());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(home, archive);
        }
        assertThatThrownBy(this::backup).hasMessageContaining("is there already");

        restore();

        assertThat(names(restored))
                .containsExactly("keys/public.key", "keys/register.key", "log.db", "origin", "quiz.yaml", "store");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restored.resolve("keys/public.key"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(this::restore).hasMessageContaining("is not empty");
    }

    @Test
    void theKeyOfTheVaultIsLeftOutForWhoKeepsItElsewhere() {
        data.keys().getOrCreate("vault");

        assertThat(backup().files()).extracting(Manifest.KeptFile::name).contains("keys/vault.key");
        Manifest without = backup(folder.resolve("without.zip"), false);

        assertThat(without.files())
                .extracting(Manifest.KeptFile::name)
                .contains("keys/public.key")
                .doesNotContain("keys/vault.key");
    }

    @Test
    void aLogBehindAKnownCheckpointDoesNotGoOn() {
        TrialLog.append(log, List.of(TrialLog.entry(log, "thing/one", 0, "one", 0)));
        KnownCheckpoint reached = latest();
        backup();
        TrialLog.append(log, List.of(TrialLog.entry(log, "thing/two", 0, "two", 0)));
        KnownCheckpoint later = latest();

        assertThatThrownBy(() -> restore(reached, later))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the log town.example/log must not go on from this backup: it has 2 entries, a"
                        + " checkpoint of 3 was published")
                .hasMessageContaining("--new-origin NAME");
        assertThat(restored).doesNotExist();
        assertThat(restore(reached).replaced()).isEmpty();
    }

    @Test
    void aReceiptTellsOfACheckpointToo() {
        backup();
        TrialLog.append(log, List.of(TrialLog.entry(log, "thing/late", 0, "late", 0)));
        String receipt = log.receipt(LogName.PUBLIC, 1).text();

        assertThatThrownBy(() -> restore(KnownCheckpoint.of("a receipt", receipt)))
                .hasMessageContaining("it has 1 entries, a checkpoint of 2 was published (a receipt)");
    }

    @Test
    void aLogWithAnotherHistoryDoesNotGoOn() {
        TrialLog.append(log, List.of(TrialLog.entry(log, "thing/one", 0, "one", 0)));
        backup();
        String forked = new Checkpoint(new Origin("town.example/log"), 2, new byte[32])
                .sign(Objects.requireNonNull(data.signers().get(LogName.PUBLIC)));

        assertThatThrownBy(() -> restore(new KnownCheckpoint("a witness", forked)))
                .hasMessageContaining("other ones than a checkpoint of 2 was published (a witness)");
    }

    @Test
    void whatIsNoCheckpointOfThisLogIsRefused() {
        backup();
        String other = new Checkpoint(new Origin("town.example/log"), 1, new byte[32])
                .sign(new Signer(new Origin("town.example/log"), new byte[32]));

        assertThatThrownBy(() -> restore(new KnownCheckpoint("f", "hello\n")))
                .hasMessageContaining("f is no checkpoint");
        assertThatThrownBy(() -> restore(new KnownCheckpoint("g", other)))
                .hasMessageContaining("g is no checkpoint of that log");
        assertThat(restored).doesNotExist();
    }

    @Test
    void theFolderWithItsPublishedCheckpointIsBackedUpBeforeTheLog() throws Exception {
        TrialLog.append(log, List.of(TrialLog.entry(log, "thing/one", 0, "one", 0)));
        Files.writeString(
                home.resolve("published-checkpoint"),
                log.checkpoint(LogName.PUBLIC).note());
        backup();

        restore();

        assertThat(names(restored)).contains("published-checkpoint");
    }

    @Test
    void aNewLogNamesTheOldOneAndItsLastKnownCheckpoint() throws Exception {
        TrialLog.append(log, List.of(TrialLog.entry(log, "thing/one", 0, "one", 0)));
        Files.writeString(home.resolve("staff-keys"), "k");
        backup();
        TrialLog.append(log, List.of(TrialLog.entry(log, "thing/lost", 0, "lost", 0)));

        Restore.Report report = restore(Optional.of(new Origin("town.example/second")), latest());

        assertThat(report.replaced()).map(Checkpoint::size).contains(3L);
        assertThat(names(restored))
                .contains("staff-keys", "replaced/log.db", "replaced/origin", "keys/public.key")
                .doesNotContain("replaced/keys/public.key", "replaced/keys/register.key");
        try (DataDirectory second = DataDirectory.open(restored, "town.example/second");
                SequencedLog next = SequencedLog.open(second.file("log.db"), second.signers(), 9)) {
            var genesis = EntryCodec.read(
                            next.reader().range(LogName.PUBLIC, 0, 1).getFirst().sealed())
                    .data();
            assertThat(genesis.get("origin").stringValue()).isEqualTo("town.example/second");
            assertThat(genesis.get("replaces").get("origin").stringValue()).isEqualTo("town.example/log");
            assertThat(genesis.get("replaces").get("checkpoint").stringValue()).isEqualTo(latest().note());
            TrialLog.fill(next, "again", 2);
        }
        assertThat(LogCheck.check(new LogTables.File(restored.resolve("log.db")), TrialLog.ESTABLISHES, Steps.NONE)
                        .findings())
                .isEmpty();
    }

    @Test
    void aNewLogNeedsANewName() {
        backup();

        assertThatThrownBy(() -> restore(Optional.of(new Origin("town.example/log"))))
                .hasMessageContaining("must be another name");
    }

    @Test
    void anArchiveThatWasChangedOrCutIsRefused() throws Exception {
        TrialLog.fill(log, "a", 5);
        backup();
        byte[] whole = Files.readAllBytes(archive);
        changeInArchive("origin", "town.example/lok\n");
        assertThatThrownBy(this::restore).hasMessageContaining("the file origin of the backup is damaged");

        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(this::restore).hasMessageContaining("is no backup, or not whole");

        Files.write(archive, whole);
        changeInArchive("extra", "?");
        assertThatThrownBy(this::restore).hasMessageContaining("files that its manifest does not name: [extra]");
        assertThat(restored).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(home, archive);
        }
    }

    private void changeInArchive(String name, String content) throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of())) {
            Files.writeString(zip.getPath(name), content);
        }
    }

    @Test
    void aDamagedLogIsFoundBeforeItIsPutInPlace() throws Exception {
        TrialLog.fill(log, "a", 5);
        close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("log.db"));
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM entry WHERE position = 5");
        }
        backup();

        assertThatThrownBy(this::restore)
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the log in the backup is not sound");
        assertThat(restored).doesNotExist();
        Files.delete(home.resolve("log.db"));
        start();
    }
}
