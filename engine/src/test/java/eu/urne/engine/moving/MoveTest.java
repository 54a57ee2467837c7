package eu.urne.engine.moving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import eu.urne.engine.store.Beside;
import eu.urne.engine.store.Guard;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogPresence;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoreSettings.Postgresql;
import eu.urne.engine.store.StoredEntry;
import eu.urne.engine.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An installation goes from store to store whole, or stays where it is. */
class MoveTest {

    static final String NAME = "test.example/log";
    static final StoreSettings SQLITE = new StoreSettings.Sqlite();
    private static final byte[] SALT = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    static final Parts PARTS = new Parts(
            TrialLog.ESTABLISHES, bytes -> Guard.Terms.NONE, List.of(BlobStore.TABLES), (folder, stores) -> {});

    @TempDir
    Path folder;

    static SequencedLog log(DataDirectory data) {
        return SequencedLog.open(data.stores(), data.file("log.db"), data.signers(), 0, bytes -> Guard.Terms.NONE);
    }

    static void fill(Path home, StoreSettings stores, String prefix) {
        try (DataDirectory data = DataDirectory.open(home, NAME, stores);
                SequencedLog log = log(data);
                BlobStore blobs = BlobStore.open(data)) {
            TrialLog.fill(log, prefix, 700);
            for (int i = 0; i < 300; i++) {
                blobs.putIdea("b", new IdeaText("idée " + prefix + i, "texte"), SALT);
            }
            data.markUsed();
        }
    }

    static Optional<String> end(Path home, StoreSettings stores) {
        try (DataDirectory data = DataDirectory.open(home, "", stores);
                SequencedLog log = log(data);
                BlobStore blobs = BlobStore.open(data)) {
            assertThat(blobs.search("b", "idee a7", 1_000)).hasSize(11);
            return Optional.of(log.checkpoint(LogName.PUBLIC).note());
        }
    }

    /** Ends like a killed process at one of its steps. */
    static Steps endingAt(int step) {
        AtomicInteger passed = new AtomicInteger();
        return new Steps() {
            @Override
            public void begin(String what, long total) {
                step(0);
            }

            @Override
            public void step(long done) {
                if (passed.incrementAndGet() == step) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void killedAtEveryStepItIsWholeInTheEndAndUntilThenWhereItWas(Beside to) throws IOException {
        Path home = folder.resolve("home");
        StoreSettings from = (to == Beside.FILES ? Beside.POSTGRESQL : Beside.FILES).settings(home);
        StoreSettings target = to == Beside.FILES ? SQLITE : Beside.emptyDatabase();
        fill(home, from, "a");
        Optional<String> before = end(home, from);

        int kills = 0;
        while (isKilled(home, from, target, endingAt(kills + 1))) {
            kills++;
            if (Files.readString(home.resolve("store")).startsWith("moving")) {
                assertUsedWithNeither(home, from, target);
            } else {
                assertThat(end(home, from)).isEqualTo(before);
                assertThatThrownBy(() -> DataDirectory.open(home, "", target)).isInstanceOf(StoreException.class);
            }
        }

        assertThat(kills).isGreaterThan(4);
        assertThat(end(home, target)).isEqualTo(before);
        assertThatThrownBy(() -> DataDirectory.open(home, "", from)).isInstanceOf(StoreException.class);
        fill(home, target, "b");
    }

    /** Ends like a killed process at a step of putting the old store aside. */
    private static Steps endingAside(int step) {
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        return new Steps() {
            @Override
            public void begin(String what, long total) {
                if (what.equals("putting aside")) {
                    left.set(step);
                }
            }

            @Override
            public void step(long done) {
                if (left.decrementAndGet() == 0) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void killedWhileTheOldStoreIsPutAsideNeitherIsUsedUntilItIsRunAgain(Beside to) {
        Path home = folder.resolve("home");
        StoreSettings from = (to == Beside.FILES ? Beside.POSTGRESQL : Beside.FILES).settings(home);
        StoreSettings target = to == Beside.FILES ? SQLITE : Beside.emptyDatabase();
        fill(home, from, "a");
        Optional<String> before = end(home, from);

        int kills = 0;
        while (isKilled(home, from, target, endingAside(to == Beside.FILES ? kills + 1 : 1))) {
            kills++;
            assertUsedWithNeither(home, from, target);
        }

        assertThat(kills).isGreaterThan(2);
        assertThat(end(home, target)).isEqualTo(before);
        assertThatThrownBy(() -> DataDirectory.open(home, "", from)).isInstanceOf(StoreException.class);
    }

    static void assertUsedWithNeither(Path home, StoreSettings... stores) {
        for (StoreSettings each : stores) {
            assertThatThrownBy(() -> DataDirectory.open(home, "", each))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is not finished: run the same ./urne move again");
        }
    }

    private static boolean isKilledInRestore(Path archive, StoreSettings to, Path at, Parts parts, int step) {
        try {
            Restore.restore(archive, to, at, parts, List.of(), Optional.empty(), 2_000, endingAt(step));
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static boolean isKilled(Path home, StoreSettings from, StoreSettings to, Steps steps) {
        try {
            Move.run(home, from, to, PARTS, steps);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Test
    void aRestoreIntoADatabaseThatIsKilledAtEveryStepIsWholeInTheEnd() {
        Map<String, String> key = Map.of("URNE_VAULT_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        Parts parts = new Parts(
                TrialLog.ESTABLISHES,
                bytes -> Guard.Terms.NONE,
                List.of(Vault.TABLES, BlobStore.TABLES),
                (at, stores) -> {
                    try (DataDirectory data = DataDirectory.open(at, "", stores);
                            Vault vault = Vault.open(data, key)) {
                        vault.takeKeys();
                    }
                });
        Path home = folder.resolve("home");
        Path archive = folder.resolve("backup.zip");
        Path restored = folder.resolve("restored");
        Postgresql database = Beside.emptyDatabase();
        fill(home, SQLITE, "a");
        byte[] poll;
        try (DataDirectory data = DataDirectory.open(home, "");
                Vault vault = Vault.open(data, key)) {
            poll = vault.keys().getOrCreate("poll-garden");
        }
        Backup.write(SQLITE, home, archive, parts, true, "test", 1_000, Steps.NONE);

        int kills = 0;
        int refused = 0;
        while (isKilledInRestore(archive, database, restored, parts, kills + 1)) {
            assertThat(restored).doesNotExist();
            refused += isRefusedOrWhole(home, database) ? 1 : 0;
            kills++;
        }

        assertThat(kills).isGreaterThan(8);
        assertThat(refused).isGreaterThan(2);
        assertThat(end(restored, database)).isEqualTo(end(home, SQLITE));
        try (DataDirectory data = DataDirectory.open(restored, "", database);
                Vault vault = Vault.open(data, key)) {
            assertThat(data.file("keys/poll-garden.key").toFile().delete()).isTrue();
            assertThat(vault.keys().getOrCreate("poll-garden")).isEqualTo(poll);
        }
    }

    @Test
    void aNewLogIsBegunInAnEmptyDatabaseOnly() {
        Path home = folder.resolve("home");
        Path archive = folder.resolve("backup.zip");
        Path restored = folder.resolve("restored");
        Postgresql database = Beside.emptyDatabase();
        Optional<Origin> next = Optional.of(new Origin("test.example/next"));
        fill(home, SQLITE, "a");
        Backup.write(SQLITE, home, archive, PARTS, true, "test", 1_000, Steps.NONE);
        AtomicInteger copies = new AtomicInteger();
        Steps killed = new Steps() {
            @Override
            public void begin(String what, long total) {
                copies.addAndGet(what.equals("entries") ? 1 : 0);
            }

            @Override
            public void step(long done) {
                if (copies.get() == 2) { // the first were checked
                    throw new IllegalStateException("killed");
                }
            }
        };
        assertThatThrownBy(() -> Restore.restore(archive, database, restored, PARTS, List.of(), next, 2_000, killed))
                .hasMessage("killed");

        assertThatThrownBy(
                        () -> Restore.restore(archive, database, restored, PARTS, List.of(), next, 3_000, Steps.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has a log already, and a new one begins in an empty database");
        assertThat(restored).doesNotExist();
        Restore.restore(archive, Beside.emptyDatabase(), restored, PARTS, List.of(), next, 3_000, Steps.NONE);
        assertThat(restored.resolve("origin")).hasContent("test.example/next");
    }

    /** Looks as a node of another folder with the same keys does, which knows nothing of what is under way. */
    private boolean isRefusedOrWhole(Path home, Postgresql database) {
        if (!LogPresence.isThere(database, folder)) {
            return false;
        }
        Map<LogName, Signer> signers = new NodeFolder(home).signers();
        try (SequencedLog log =
                SequencedLog.open(database, folder.resolve("none"), signers, 0, bytes -> Guard.Terms.NONE)) {
            assertThat(log.checkpoint(LogName.PUBLIC).size()).isGreaterThan(0);
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("a copy that is not whole");
            return true;
        }
        try (DataDirectory data = DataDirectory.open(folder.resolve("other"), NAME, database);
                BlobStore blobs = BlobStore.open(data)) {
            assertThat(blobs.search("b", "idee a7", 1_000)).hasSize(11);
        }
        return false;
    }

    @Test
    void aServerThatHasGoneOnMeanwhileIsNotLeftBehind() {
        Path home = folder.resolve("home");
        Postgresql target = Beside.emptyDatabase();
        fill(home, SQLITE, "a");
        assertThat(Move.run(home, SQLITE, target, PARTS, Steps.NONE).log()).isPresent();
        restoreOld(home);
        fill(home, SQLITE, "later");

        assertThatThrownBy(() -> Move.run(home, SQLITE, target, PARTS, Steps.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("with other rows than the source");
        assertThat(home.resolve("store")).hasContent("sqlite");
    }

    /** As if the move had been ended before it was said to be done. */
    private static void restoreOld(Path home) {
        try (var files = Files.list(home.resolve("moved"))) {
            for (Path file : files.toList()) {
                Files.move(file, home.resolve(file.getFileName()));
            }
            Files.delete(home.resolve("moved"));
            Files.writeString(home.resolve("store"), "sqlite\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasPutAsideBeforeIsNotOverwritten() {
        Path home = folder.resolve("home");
        Postgresql database = Beside.emptyDatabase();
        fill(home, SQLITE, "a");
        Move.run(home, SQLITE, database, PARTS, Steps.NONE);
        Move.run(home, database, SQLITE, PARTS, Steps.NONE);

        assertThatThrownBy(() -> Move.run(home, SQLITE, database, PARTS, Steps.NONE))
                .hasMessageStartingWith("an old store is still in " + home.resolve("moved"));
        assertThat(end(home, SQLITE)).isPresent();
    }

    @Test
    void aBackupOfTwoNodesUnderLoadHasAllThatWasAcknowledgedAndAllThatItsLogNames() throws Exception {
        Postgresql at = Beside.emptyDatabase();
        Path one = folder.resolve("one");
        Path archive = folder.resolve("backup.zip");
        DataDirectory.open(one, NAME, at).close();
        List<AtomicInteger> acknowledged = List.of(new AtomicInteger(), new AtomicInteger());
        AtomicBoolean enough = new AtomicBoolean();
        List<Integer> before;
        try (DataDirectory data = DataDirectory.open(one, NAME, at);
                BlobStore blobs = BlobStore.open(data);
                SequencedLog first = log(data);
                SequencedLog second = log(data)) {
            List<Thread> writers = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                SequencedLog log = node == 0 ? first : second;
                AtomicInteger count = acknowledged.get(node);
                String name = "node" + node + ":";
                writers.add(Thread.ofPlatform().start(() -> write(log, blobs, name, count, enough)));
            }
            while (acknowledged.stream().anyMatch(count -> count.get() < 100)) {
                Thread.onSpinWait();
            }
            before = acknowledged.stream().map(AtomicInteger::get).toList();
            Backup.write(at, one, archive, PARTS, true, "test", 1_000, Steps.NONE);
            enough.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
        }

        for (StoreSettings to : List.of(SQLITE, Beside.emptyDatabase())) {
            Path restored = folder.resolve("restored" + to.tables().isPresent());
            Restore.restore(archive, to, restored, PARTS, List.of(), Optional.empty(), 2_000, Steps.NONE);
            assertAllIsThere(restored, to, before);
        }
    }

    private static void write(
            SequencedLog log, BlobStore blobs, String name, AtomicInteger count, AtomicBoolean enough) {
        while (!enough.get()) {
            byte[] text = (name + count.get()).getBytes(UTF_8);
            BlobHash hash = blobs.put("text/plain", text, SALT);
            TrialLog.append(log, List.of(TrialLog.entry(log, "thing/" + hash, 0, name + count.get(), 0)));
            count.incrementAndGet();
        }
    }

    private static void assertAllIsThere(Path restored, StoreSettings stores, List<Integer> before) {
        try (DataDirectory data = DataDirectory.open(restored, "", stores);
                BlobStore blobs = BlobStore.open(data);
                SequencedLog log = log(data)) {
            List<String> causes = new ArrayList<>();
            for (StoredEntry entry : log.reader().range(LogName.PUBLIC, 1, 1_000_000)) {
                String cause = EntryCodec.read(entry.sealed()).cause();
                assertThat(blobs.find(BlobHash.of(SALT, cause.getBytes(UTF_8)))).isPresent();
                causes.add(cause);
            }
            assertThat(causes).doesNotHaveDuplicates();
            for (int node = 0; node < 2; node++) {
                for (int i = 0; i < before.get(node); i++) {
                    assertThat(causes).contains("node" + node + ":" + i);
                }
            }
            TrialLog.fill(log, "later", 3);
        }
    }
}
